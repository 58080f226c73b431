using System.Collections.Immutable;
using Tracker.Domain.Requests;

namespace Tracker.Domain.AnnualReports;

/// <summary>A line of the annex: this year and since the beginning.</summary>
/// <param name="Key">The name of the line in data.</param>
/// <param name="Label">指标名称</param>
/// <param name="Unit">计量单位</param>
/// <param name="ThisYear">None where the facts recorded so far cannot answer.</param>
/// <param name="Cumulative">历年累计, to the end of the year.</param>
public sealed record AnnexLine(string Key, string Label, string Unit, long? ThisYear, long? Cumulative);

/// <summary>
/// 指标统计表: the annex of the reports before 2019. Requests by channel and by kind of answer; fax counts in its total only,
/// e-mail under 网上. Publications, fees, reconsiderations, suits and complaints are not requests: their lines stay open.
/// </summary>
public sealed class AnnexBefore2019
{
    /// <summary>The form's name among the forms.</summary>
    public const string Key = "pre-2019";

    private static readonly ImmutableArray<(string Key, string Label, string Unit, Func<RequestFact, bool>? Counts, Func<RequestFact, int?>? YearOf)> Lines =
    [
        ("publications", "主动公开信息数", "条", null, null),
        ("publications_website", "其中：1.政府网站公开", "条", null, null),
        ("publications_gazette", "2.政府公报公开", "条", null, null),
        ("received", "受理依申请公开信息总数", "条", _ => true, Received),
        ("received_in_person", "其中：1、当面申请数", "条", fact => fact.Channel == Channel.InPerson, Received),
        ("received_online", "2、网上申请数", "条", fact => fact.Channel is Channel.Online or Channel.Email, Received),
        ("received_mail", "3、信函申请数", "条", fact => fact.Channel is Channel.SignedMail or Channel.UnsignedMail, Received),
        ("answered", "对申请的答复总数", "条", _ => true, Answered),
        ("answered_agreed", "其中：1、同意公开答复数", "条", Of(AnswerClass.Agreed), Answered),
        ("answered_agreed_in_part", "2、同意部分公开答复数", "条", Of(AnswerClass.AgreedInPart), Answered),
        ("answered_refused", "3、不予公开答复数", "条", Of(AnswerClass.Refused), Answered),
        ("answered_other", "4、其他类型答复数", "条", Of(AnswerClass.Other), Answered),
        ("fees_waived", "政府信息公开收费减免金额", "元", null, null),
        ("reconsiderations", "行政复议数", "件", null, null),
        ("suits", "行政诉讼数", "件", null, null),
        ("complaints", "接受行政申诉、举报数", "件", null, null),
    ];

    public static ImmutableArray<AnnexLine> Count(IEnumerable<FactGroup> groups, int year)
    {
        var counted = groups.ToList();
        return
        [
            .. Lines.Select(line => line is { Counts: { } counts, YearOf: { } yearOf }
                ? new AnnexLine(
                    line.Key,
                    line.Label,
                    line.Unit,
                    Sum(counted, fact => counts(fact) && yearOf(fact) == year),
                    Sum(counted, fact => counts(fact) && yearOf(fact) <= year))
                : new AnnexLine(line.Key, line.Label, line.Unit, ThisYear: null, Cumulative: null)),
        ];
    }

    /// <summary>Whether a line counts a request with these facts: in the year, or up to its end.</summary>
    public static bool Counts(string key, RequestFact fact, int year, bool cumulative) =>
        Lines.Single(line => line.Key == key) is { Counts: { } counts, YearOf: { } yearOf }
        && counts(fact)
        && (cumulative ? yearOf(fact) <= year : yearOf(fact) == year);

    private static long Sum(List<FactGroup> groups, Func<RequestFact, bool> counts) =>
        groups.Where(group => counts(group.Fact)).Sum(group => group.Requests);

    private static int? Received(RequestFact fact) => fact.ReceivedYear;

    private static int? Answered(RequestFact fact) => fact.ResultYear;

    private static Func<RequestFact, bool> Of(AnswerClass answer) => fact => fact.Ground?.ClassPre2019 == answer;
}
