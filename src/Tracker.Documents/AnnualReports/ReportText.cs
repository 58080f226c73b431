using System.Text;
using Tracker.Domain.AnnualReports;

namespace Tracker.Documents.AnnualReports;

/// <summary>The report for a terminal: labels to the left, figures right-aligned; a Chinese character is two cells wide.</summary>
public static class ReportText
{
    private const int FigureWidth = 14;

    public static string Write(AnnualReport report)
    {
        var text = new StringBuilder();
        text.AppendLine($"{report.Agency} {report.Year} 年度（{report.Form} 格式）");
        if (!report.Balances)
        {
            text.AppendLine("【不平】本表勾稽关系不成立，不得作为年度报告使用。");
        }

        text.AppendLine(report.Table is null ? ReportWords.AnnexTitle : ReportWords.SectionThreeTitle).AppendLine();
        AppendTable(text, report);
        text.AppendLine();
        foreach (var check in report.Checks)
        {
            text.AppendLine($"{(check.Check.Holds ? "[相符]" : "[不符]")} {check.Check.Identity} {ReportWords.Detail(check, report.Table!)}");
        }

        foreach (var note in ReportWords.Notes(report))
        {
            text.AppendLine($"注：{note}");
        }

        return text.ToString();
    }

    private static void AppendTable(StringBuilder text, AnnualReport report)
    {
        IEnumerable<(string Label, IEnumerable<string> Cells)> rows = report.Table is { } table
            ? [
                ("", ReportWords.Columns),
                .. table.Form.Rows.Select(row => (Indent(row) + row.Label, table[row.Key].Select(figure => $"{figure}"))),
            ]
            : [
                ("指标名称（单位）", [$"{report.Year}年度", "历年累计"]),
                .. report.Annex.Select(line => ($"{line.Label}（{line.Unit}）", (IEnumerable<string>)[Figure(line.ThisYear), Figure(line.Cumulative)])),
            ];
        var printed = rows.ToList();
        var width = printed.Max(row => Cells(row.Label));
        foreach (var (label, cells) in printed)
        {
            text.Append(label).Append(' ', width - Cells(label));
            foreach (var cell in cells)
            {
                text.Append(' ', FigureWidth - Cells(cell)).Append(cell);
            }

            text.AppendLine();
        }
    }

    private static string Indent(ReportRow row) => row.Item.Length > 0 ? "      " + row.Heading[..3] : row.Heading.Length > 0 ? "    " : "";

    private static string Figure(long? figure) => figure?.ToString() ?? ReportWords.ToBeReported;

    private static int Cells(string text) => text.EnumerateRunes().Sum(rune => rune.Value < 0x2E80 ? 1 : 2);
}
