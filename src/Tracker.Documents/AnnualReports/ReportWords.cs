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

        if (!report.Moves.IsEmpty)
        {
            yield return $"封账后有变动，封账时的数字不变。按现有登记：{string.Join("；", report.Moves.Select(move => Moved(report, move)))}。";
        }

        if (!report.RowsNotAsClosed.IsEmpty)
        {
            yield return $"按账簿重算，与封账时保存的数字不一致的行：{string.Join("、", report.RowsNotAsClosed.Select(row => Label(report, row)))}。请核验账簿。";
        }

        if (report.Table is not null)
        {
            yield return $"第二部分、第四部分不由申请登记得出：{ToBeReported}。";
        }
    }

    /// <summary>The heading over one of a row's figures, by its place.</summary>
    public static string ColumnOf(AnnualReport report, int place) => report.Table is null ? AnnexColumns[place] : Columns[place];

    /// <summary>What stands before a row's figures.</summary>
    public static string Label(AnnualReport report, string row) =>
        report.Table?.Form.Row(row).Label ?? report.Annex.Single(line => line.Key == row).Label;

    /// <summary>“（一）予以公开”自然人 封账时 3，现为 2（减 2022-0001）</summary>
    private static string Moved(AnnualReport report, FigureMove move) =>
        $"“{Label(report, move.Row)}”{ColumnOf(report, move.Column)} 封账时 {move.Closed}，现为 {move.Now}（{string.Join("，", Cases("增", move.Entered).Concat(Cases("减", move.Left)))}）";

    private static IEnumerable<string> Cases(string what, ImmutableArray<MovedCase> cases) =>
        cases.IsEmpty ? [] : [$"{what} {string.Join("、", cases.Select(moved => moved.Number))}"];
}
