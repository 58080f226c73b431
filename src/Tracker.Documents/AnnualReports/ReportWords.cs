using System.Collections.Immutable;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;

namespace Tracker.Documents.AnnualReports;

/// <summary>The words of the annual report that its table does not carry itself.</summary>
public static class ReportWords
{
    /// <summary>What stands where the register cannot answer because another record must.</summary>
    public const string ToBeReported = "待填报";

    public const string SectionThreeTitle = "三、收到和处理政府信息公开申请情况";

    public const string AnnexTitle = "附表：政府信息公开情况统计";

    /// <summary>自然人, the five kinds of 法人或其他组织, 总计.</summary>
    public static ImmutableArray<string> Columns { get; } =
        ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];

    private static ImmutableArray<string> AnnexColumns { get; } = ["本年度", "历年累计"];

    public static string Column(ApplicantKind? column) => Columns[SectionThree.ColumnIndex(column)];

    /// <summary>What an identity says.</summary>
    public static string Rule(Identity identity) => identity switch
    {
        Identity.I1 => "本年新收 + 上年结转 = 总计 + 结转下年度",
        Identity.I2 => "（七）总计 = 各项办理结果之和",
        Identity.I3 => "总计列 = 六类申请人之和",
        Identity.I5 => "上年结转 = 上年度封账的结转下年度",
    };

    /// <summary>Whether it holds, and if not, in which columns and through which cases.</summary>
    public static string Detail(NamedCheck named, SectionThree table)
    {
        if (named.Check.Holds)
        {
            return $"{Rule(named.Check.Identity)}：相符";
        }

        var places = named.Check.Breaks.Select(difference =>
            $"{table.Form.Row(difference.Place.Row).Label}·{Column(difference.Place.Column)}：{difference.Left} ≠ {difference.Right}");
        var cases = named.CaseNumbers.IsEmpty ? "" : $"；涉及申请：{string.Join("、", named.CaseNumbers)}";
        return $"{Rule(named.Check.Identity)}：不符（{string.Join("；", places)}{cases}）";
    }

    /// <summary>What a reader must know beside the figures.</summary>
    public static IEnumerable<string> Notes(AnnualReport report)
    {
        if (report is { Table: not null, PreviousClosed: false })
        {
            yield return $"I5 未核对：{report.Year - 1} 年度在本系统没有封账的结转数可比。";
        }

        if (!report.RowsMovedSinceClosing.IsEmpty)
        {
            yield return $"封账后有变动，上表是按现有登记得出的数字，封账时的数字如下：{string.Join("；", report.RowsMovedSinceClosing.Select(row => Moved(report, row)))}。";
        }

        if (report.Table is not null)
        {
            yield return $"第二部分、第四部分不由申请登记得出：{ToBeReported}。";
        }
    }

    /// <summary>“（一）予以公开”自然人 封账时 3，现为 2、总计 封账时 5，现为 4</summary>
    private static string Moved(AnnualReport report, string row) => $"“{Label(report, row)}”" + string.Join(
        '、',
        report.FiguresMovedSinceClosing(row).Select(figure =>
            $"{(report.Table is null ? AnnexColumns[figure.Column] : Columns[figure.Column])} 封账时 {figure.Closed?.ToString() ?? ToBeReported}，现为 {figure.Now?.ToString() ?? ToBeReported}"));

    private static string Label(AnnualReport report, string row) =>
        report.Table?.Form.Row(row).Label ?? report.Annex.Single(line => line.Key == row).Label;
}
