using System.Collections.Immutable;
using Tracker.Domain.Requests;

namespace Tracker.Domain.AnnualReports;

/// <summary>Where a row of section three stands in the year's account.</summary>
public enum RowKind
{
    /// <summary>一、本年新收</summary>
    New,

    /// <summary>二、上年结转</summary>
    CarriedIn,

    /// <summary>三、（一）to（六）, a result</summary>
    Result,

    /// <summary>三、（七）总计</summary>
    Total,

    /// <summary>四、结转下年度</summary>
    CarriedOut,
}

/// <summary>One row of section three, as it is printed and as it is counted.</summary>
/// <param name="Key">The name of the row in data.</param>
/// <param name="Kind">Its place in the account.</param>
/// <param name="Section">一、 to 四、: the leftmost cell, shared by neighbouring rows that have the same.</param>
/// <param name="Heading">（一）to（七）: the second cell, shared likewise; empty where the section stands alone.</param>
/// <param name="Item">1. to 8.: the third cell; empty where the heading stands alone.</param>
public sealed record ReportRow(string Key, RowKind Kind, string Section, string Heading = "", string Item = "")
{
    /// <summary>The row's own words, without those it shares.</summary>
    public string Label => (Item, Heading) switch
    {
        ({ Length: > 0 }, _) => Item,
        (_, { Length: > 0 }) => Heading,
        _ => Section,
    };
}

/// <summary>
/// 年度报告格式: an edition of section three, its rows as data. Form and year are two choices, for offices still print the
/// form of 2019 in later years.
/// </summary>
/// <param name="Key">2021 or 2019.</param>
/// <param name="Source">The notice that prescribes it.</param>
/// <param name="Rows">The rows in print order.</param>
/// <param name="RowOf">The row a ground counts in.</param>
public sealed record ReportForm(string Key, string Source, ImmutableArray<ReportRow> Rows, Func<Ground, string> RowOf)
{
    private const string Results = "三、本年度办理结果";
    private const string NotDisclosed = "（三）不予公开";
    private const string Unable = "（四）无法提供";
    private const string NotProcessed = "（五）不予处理";
    private const string OtherProcessing = "（六）其他处理";

    /// <summary>The reconciliation the form prints in its own corner cell.</summary>
    public const string Reconciliation = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

    private static readonly ImmutableArray<ReportRow> UpToNotProcessed =
    [
        new("new", RowKind.New, "一、本年新收政府信息公开申请数量"),
        new("carried_in", RowKind.CarriedIn, "二、上年结转政府信息公开申请数量"),
        Result("disclosed", "（一）予以公开"),
        Result("partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
        Result("refused_state_secret", NotDisclosed, "1.属于国家秘密"),
        Result("refused_law_forbids", NotDisclosed, "2.其他法律行政法规禁止公开"),
        Result("refused_security_stability", NotDisclosed, "3.危及“三安全一稳定”"),
        Result("refused_third_party", NotDisclosed, "4.保护第三方合法权益"),
        Result("refused_internal_affairs", NotDisclosed, "5.属于三类内部事务信息"),
        Result("refused_process_info", NotDisclosed, "6.属于四类过程性信息"),
        Result("refused_enforcement_files", NotDisclosed, "7.属于行政执法案卷"),
        Result("refused_admin_query", NotDisclosed, "8.属于行政查询事项"),
        Result("unable_not_held", Unable, "1.本机关不掌握相关政府信息"),
        Result("unable_needs_creation", Unable, "2.没有现成信息需要另行制作"),
        Result("unable_unclear_after_supplement", Unable, "3.补正后申请内容仍不明确"),
        Result("unprocessed_petition", NotProcessed, "1.信访举报投诉类申请"),
        Result("unprocessed_duplicate", NotProcessed, "2.重复申请"),
        Result("unprocessed_publication", NotProcessed, "3.要求提供公开出版物"),
        Result("unprocessed_excessive", NotProcessed, "4.无正当理由大量反复申请"),
        Result("unprocessed_reconfirm", NotProcessed, "5.要求行政机关确认或重新出具已获取信息"),
    ];

    private static readonly ImmutableArray<ReportRow> Close =
    [
        new("total", RowKind.Total, Results, "（七）总计"),
        new("carried_out", RowKind.CarriedOut, "四、结转下年度继续办理"),
    ];

    /// <summary>国办公开办函〔2021〕30号, for the reports of 2021 and later.</summary>
    public static ReportForm Of2021 { get; } = new(
        "2021",
        "国办公开办函〔2021〕30号",
        [
            .. UpToNotProcessed,
            Result("other_overdue_supplement", OtherProcessing, "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
            Result("other_overdue_fee", OtherProcessing, "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
            Result("other_other", OtherProcessing, "3.其他"),
            .. Close,
        ],
        ground => ground.Row2021);

    /// <summary>国办公开办函〔2019〕60号, for the reports of 2019 and 2020.</summary>
    public static ReportForm Of2019 { get; } = new(
        "2019",
        "国办公开办函〔2019〕60号",
        [.. UpToNotProcessed, Result("other", OtherProcessing), .. Close],
        ground => ground.Row2019);

    public static ImmutableArray<ReportForm> All { get; } = [Of2021, Of2019];

    /// <summary>Whether the year was reported on the annex used before 2019, which has no section three.</summary>
    public static bool IsBeforeSectionThree(int year) => year < 2019;

    /// <summary>The form prescribed for a year from 2019 on.</summary>
    public static ReportForm For(int year) => year >= 2021 ? Of2021 : Of2019;

    public ReportRow Row(string key) => Rows.Single(row => row.Key == key);

    private static ReportRow Result(string key, string heading, string item = "") =>
        new(key, RowKind.Result, Results, heading, item);
}
