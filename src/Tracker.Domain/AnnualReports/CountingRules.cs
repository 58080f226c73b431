namespace Tracker.Domain.AnnualReports;

/// <summary>
/// 计数规则: which side of the year's account a request stands on. No official note says more than the form itself (but for
/// 部分公开, and 国办公开办函〔2016〕201号 for section four), so each rule stands here once, under its name.
/// </summary>
public static class CountingRules
{
    /// <summary>本年新收: the year of receipt is that of the day of receipt. Filed on 31 December and confirmed on 2 January: next year.</summary>
    public static bool IsNew(RequestFact fact, int year) => fact.ReceivedYear == year;

    /// <summary>上年结转: received before the year and without a result before it, so that the account holds by construction.</summary>
    public static bool IsCarriedIn(RequestFact fact, int year) =>
        fact.ReceivedYear < year && (fact.ResultYear is null || fact.ResultYear >= year);

    /// <summary>本年度办理结果: the year in which the answer left the agency, or the request was withdrawn.</summary>
    public static bool HasResultIn(RequestFact fact, int year) => fact.ResultYear == year;

    /// <summary>
    /// 结转下年度继续办理: received by the end of the year and without a result by then; waiting for a supplement is open too.
    /// </summary>
    public static bool IsCarriedOut(RequestFact fact, int year) =>
        fact.ReceivedYear <= year && (fact.ResultYear is null || fact.ResultYear > year);
}
