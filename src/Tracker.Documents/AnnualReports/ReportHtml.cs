using System.Net;
using System.Text;
using Tracker.Domain.AnnualReports;

namespace Tracker.Documents.AnnualReports;

/// <summary>The report as one self-contained HTML file in the official layout.</summary>
public static class ReportHtml
{
    private const string Style =
        """
        body { font-family: "Source Han Serif SC", "Noto Serif CJK SC", SimSun, serif; margin: 2rem; color: #111; }
        h1 { font-size: 1.3rem; text-align: center; } h2 { font-size: 1.1rem; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; }
        th, td { border: 1px solid #333; padding: .3rem .45rem; font-weight: normal; text-align: left; }
        td, thead th { text-align: center; font-variant-numeric: tabular-nums; }
        .broken { border: 3px double #b00; color: #b00; padding: .6rem; font-weight: bold; }
        @page { size: A4 portrait; margin: 15mm; }
        """;

    public static string Write(AnnualReport report)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">");
        html.Append($"<title>{Encode(report.Agency)} {report.Year} 年度</title><style>{Style}</style></head><body>");
        html.Append($"<h1>{Encode(report.Agency)} {report.Year} 年政府信息公开工作年度报告</h1>");
        if (!report.Balances)
        {
            html.Append("<p class=\"broken\">本表勾稽关系不成立，不得作为年度报告使用。</p>");
        }

        html.Append($"<h2>{(report.Table is null ? ReportWords.AnnexTitle : ReportWords.SectionThreeTitle)}</h2>");
        if (report.Table is { } table)
        {
            AppendSectionThree(html, table);
        }
        else
        {
            AppendAnnex(html, report);
        }

        html.Append("<ul>");
        foreach (var line in report.Checks.Select(check => $"{check.Check.Identity}　{ReportWords.Detail(check, report.Table!)}")
            .Concat(ReportWords.Notes(report)))
        {
            html.Append($"<li>{Encode(line)}</li>");
        }

        return html.Append("</ul></body></html>\n").ToString();
    }

    private static void AppendSectionThree(StringBuilder html, SectionThree table)
    {
        html.Append($"<table><thead><tr><th rowspan=\"3\" colspan=\"{SectionThreeLayout.HeadingColumns}\">{ReportForm.Reconciliation}</th>");
        html.Append("<th colspan=\"7\">申请人情况</th></tr><tr><th rowspan=\"2\">自然人</th><th colspan=\"5\">法人或其他组织</th><th rowspan=\"2\">总计</th></tr><tr>");
        html.AppendJoin("", ReportWords.Columns[1..6].Select(column => $"<th>{column}</th>"));
        html.Append("</tr></thead><tbody>");
        foreach (var row in SectionThreeLayout.Of(table.Form))
        {
            html.Append("<tr>");
            html.AppendJoin("", row.Headings.Select(cell =>
                $"<th rowspan=\"{cell.RowSpan}\" colspan=\"{cell.ColumnSpan}\">{Encode(cell.Text)}</th>"));
            html.AppendJoin("", table[row.Row.Key].Select(figure => $"<td>{figure}</td>"));
            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
    }

    private static void AppendAnnex(StringBuilder html, AnnualReport report)
    {
        html.Append($"<table><thead><tr><th>指标名称</th><th>计量单位</th><th>{report.Year}年度</th><th>历年累计</th></tr></thead><tbody>");
        foreach (var line in report.Annex)
        {
            html.Append($"<tr><th>{Encode(line.Label)}</th><td>{line.Unit}</td><td>{Figure(line.ThisYear)}</td><td>{Figure(line.Cumulative)}</td></tr>");
        }

        html.Append("</tbody></table>");
    }

    private static string Figure(long? figure) => figure?.ToString() ?? ReportWords.ToBeReported;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
