using System.Text;
using Tracker.Domain.AnnualReports;

namespace Tracker.Documents.AnnualReports;

/// <summary>The report for a terminal: labels to the left, figures right-aligned; a Chinese character is two cells wide.</summary>
public static class ReportText
{
    private const int FigureWidth = 8;

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
        if (report.Table is { } table)
        {
            AppendRow(text, "", ReportWords.Columns, width: 76, figureWidth: 14);
            foreach (var row in table.Form.Rows)
            {
                AppendRow(text, Indent(row) + row.Label, table[row.Key].Select(figure => $"{figure}"), width: 76, figureWidth: 14);
            }

            return;
        }

        AppendRow(text, "指标名称", [$"{report.Year}年度", "历年累计"], width: 40, FigureWidth * 2);
        foreach (var line in report.Annex)
        {
            AppendRow(text, $"{line.Label}（{line.Unit}）", [Figure(line.ThisYear), Figure(line.Cumulative)], width: 40, FigureWidth * 2);
        }
    }

    private static string Indent(ReportRow row) => row.Item.Length > 0 ? "      " + row.Heading[..3] : row.Heading.Length > 0 ? "    " : "";

    private static string Figure(long? figure) => figure?.ToString() ?? ReportWords.ToBeReported;

    private static void AppendRow(StringBuilder text, string label, IEnumerable<string> cells, int width, int figureWidth)
    {
        text.Append(label).Append(' ', Math.Max(1, width - Cells(label)));
        foreach (var cell in cells)
        {
            text.Append(' ', Math.Max(1, figureWidth - Cells(cell))).Append(cell);
        }

        text.AppendLine();
    }

    private static int Cells(string text) => text.EnumerateRunes().Sum(rune => rune.Value < 0x2000 ? 1 : 2);
}
