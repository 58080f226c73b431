using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tracker.Domain.AnnualReports;

namespace Tracker.Documents.AnnualReports;

/// <summary>The report as JSON: <c>agency, year, form, table3</c> (or <c>annex</c>), <c>identities</c>, <c>moved_since_closing</c>, <c>notes</c>.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static string Write(AnnualReport report)
    {
        var json = new JsonObject
        {
            ["agency"] = report.Agency,
            ["year"] = report.Year,
            ["form"] = report.Form,
        };
        if (report.Table is { } table)
        {
            json["columns"] = Array(ReportWords.Columns);
            json["table3"] = new JsonObject(
                table.Form.Rows.Select(row => KeyValuePair.Create<string, JsonNode?>(row.Key, Array(table[row.Key]))));
            json["table2"] = ReportWords.ToBeReported;
            json["table4"] = ReportWords.ToBeReported;
        }
        else
        {
            json["annex_columns"] = Array(["指标名称", "计量单位", $"{report.Year}年度", "历年累计"]);
            json["annex"] = new JsonArray([.. report.Annex.Select(line => new JsonArray(line.Label, line.Unit, Figure(line.ThisYear), Figure(line.Cumulative)))]);
        }

        json["identities"] = new JsonArray([.. report.Checks.Select(check => Identity(check, report.Table!))]);
        json["moved_since_closing"] = new JsonArray([.. report.Moves.Select(move => Move(report, move))]);
        json["notes"] = Array(ReportWords.Notes(report));
        return json.ToJsonString(Options);
    }

    private static JsonObject Identity(NamedCheck named, SectionThree table) => new()
    {
        ["id"] = named.Check.Identity.ToString(),
        ["holds"] = named.Check.Holds,
        ["detail"] = ReportWords.Detail(named, table),
    };

    private static JsonObject Move(AnnualReport report, FigureMove move) => new()
    {
        ["row"] = move.Row,
        ["column"] = ReportWords.ColumnOf(report, move.Column),
        ["closed"] = move.Closed,
        ["now"] = move.Now,
        ["entered"] = Array(move.Entered.Select(moved => moved.Number)),
        ["left"] = Array(move.Left.Select(moved => moved.Number)),
    };

    private static JsonArray Array<T>(IEnumerable<T> values) => new([.. values.Select(value => JsonValue.Create(value))]);

    private static JsonNode Figure(long? figure) => figure is { } known ? JsonValue.Create(known) : JsonValue.Create(ReportWords.ToBeReported);
}
