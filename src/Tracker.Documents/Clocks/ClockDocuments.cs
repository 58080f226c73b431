using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tracker.Domain.LegalTime;

namespace Tracker.Documents.Clocks;

/// <summary>A reading of the clock as JSON or as text, on a day.</summary>
public static class ClockDocuments
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>One object, or an array of them where the file held one.</summary>
    public static string Json(IReadOnlyList<ClockReading> readings, bool isArray, DateOnly asOf) =>
        (isArray ? (JsonNode)new JsonArray([.. readings.Select(reading => Json(reading, asOf))]) : Json(readings[0], asOf)).ToJsonString(Options);

    public static string Text(ClockReading reading, DateOnly asOf)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"收到之日：{(reading.ReceivedOn is { } received ? ClockWords.Day(received) : "尚未收到")}");
        text.AppendLine(CultureInfo.InvariantCulture, $"答复期限：{(reading.DueOn is { } due ? ClockWords.Day(due) : reading.ReceivedOn is null ? "尚未起算" : "停止计算")}{(reading.Provisional ? "（暂定）" : "")}");
        text.AppendLine(CultureInfo.InvariantCulture, $"状态：{ClockWords.Of(reading.State)}；截至 {ClockWords.Day(asOf)} 已用 {reading.WorkingDaysUsed(asOf)} 个工作日{Left(reading.WorkingDaysLeft(asOf))}");
        if (reading is { WarningDueOn: { } warning, WarningReason: { } reason })
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"提醒日期：{ClockWords.Day(warning)}，{ClockWords.Of(reason)}");
        }

        foreach (var deadline in reading.Deadlines)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"期限：{ClockWords.Day(deadline.On)}，{ClockWords.Of(deadline.Kind, reading.Regulation)}{(deadline.Id is { } id ? $"，{id}" : "")}{(deadline.Provisional ? "（暂定）" : "")}");
        }

        foreach (var flag in reading.Flags)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"注意：{ClockWords.Sentence(flag, reading.Regulation)}");
        }

        foreach (var line in reading.Account(asOf))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{Days(line)}  {Count(line)}  {ClockWords.Why(line)}  [{ClockWords.Source(line, reading.Regulation)}]{(line.Spent ? "  （重新计算前）" : "")}");
        }

        return text.ToString();
    }

    private static JsonObject Json(ClockReading reading, DateOnly asOf) => new()
    {
        ["receivedOn"] = Day(reading.ReceivedOn),
        ["dueOn"] = Day(reading.DueOn),
        ["warningDueOn"] = Day(reading.WarningDueOn),
        ["warningReason"] = reading.WarningReason?.ToString(),
        ["provisional"] = reading.Provisional,
        ["state"] = reading.State.ToString(),
        ["workingDaysUsed"] = reading.WorkingDaysUsed(asOf),
        ["workingDaysLeft"] = reading.WorkingDaysLeft(asOf),
        ["deadlines"] = new JsonArray([.. reading.Deadlines.Select(Json)]),
        ["flags"] = new JsonArray([.. reading.Flags.Select(flag => (JsonNode)new JsonObject
        {
            ["code"] = SnakeCase(flag.Departure.ToString()),
            ["article"] = ClockWords.Article(flag.Departure, reading.Regulation),
            ["detail"] = $"{ClockWords.Of(flag.Departure)}：{ClockWords.Detail(flag)}",
        })]),
        ["account"] = new JsonArray([.. reading.Account(asOf).Select(line => (JsonNode)new JsonObject
        {
            ["from"] = Day(line.From),
            ["to"] = Day(line.To),
            ["counted"] = line.Counted,
            ["workingDays"] = line.WorkingDays,
            ["why"] = ClockWords.Why(line),
            ["source"] = ClockWords.Source(line, reading.Regulation),
            ["spent"] = line.Spent,
        })]),
    };

    private static JsonObject Json(ClockDeadline deadline)
    {
        var json = new JsonObject { ["name"] = SnakeCase(deadline.Kind.ToString()), ["on"] = Day(deadline.On) };
        if (deadline.Id is { } id)
        {
            json["id"] = id;
        }

        if (deadline.Provisional)
        {
            json["provisional"] = true;
        }

        return json;
    }

    private static string Left(int? left) => left switch
    {
        null => "",
        < 0 => $"，已超期 {-left} 个工作日",
        _ => $"，剩 {left} 个工作日",
    };

    private static string Days(AccountLine line) =>
        line.From == line.To ? $"{line.From:yyyy-MM-dd}" : $"{line.From:yyyy-MM-dd} 至 {line.To:yyyy-MM-dd}";

    private static string Count(AccountLine line) => line.Counted ? $"计 {line.WorkingDays} 日" : "不计";

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string SnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
