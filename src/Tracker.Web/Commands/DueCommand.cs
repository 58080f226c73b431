using System.CommandLine;
using Tracker.Documents.Clocks;
using Tracker.Domain.LegalTime;
using Tracker.Web.Wiring;

namespace Tracker.Web.Commands;

/// <summary><c>tracker due --facts FILE [--as text|json] [--as-of D]</c>: the clock alone, without a database.</summary>
internal static class DueCommand
{
    public static Command Build()
    {
        var facts = new Option<FileInfo>("--facts") { Description = "事实文件（JSON），一件申请或者几件的数组", Required = true, HelpName = "FILE" };
        var form = new Option<string>("--as") { Description = "输出形式", DefaultValueFactory = _ => "text" };
        form.AcceptOnlyFromAmong("text", "json");
        var asOf = new Option<string?>("--as-of") { Description = "截至哪一天，默认今天；以后的事实不算", HelpName = "YYYY-MM-DD" };
        asOf.Validators.Add(result =>
        {
            if (result.Tokens is not [var typed] || FactsFile.Day(typed.Value) is null)
            {
                result.AddError("--as-of 应为日期，写法是 2026-03-02。");
            }
        });
        var command = new Command("due", "按事实计算办理期限，逐行说明依据；不需要数据库") { facts, form, asOf };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(facts), parsed.GetValue(form)!, FactsFile.Day(parsed.GetValue(asOf)), new LegalClock(TimeProvider.System).Today, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, string form, DateOnly? asOf, DateOnly today, CancellationToken cancellationToken)
    {
        try
        {
            var (requests, isArray) = FactsFile.Read(await File.ReadAllTextAsync(file.FullName, cancellationToken));
            var readings = new List<ClockReading>(requests.Length);
            foreach (var (place, facts) in requests.Index())
            {
                // Whether facts can have happened is judged by all of them. Asked about a day, what happened later does not count in the
                // answer; asked about today, it cannot have happened.
                if (ImpossibleFacts.FirstOf(facts, WorkingCalendar.Embedded, asOf is null ? today : DateOnly.MaxValue) is var (fact, why))
                {
                    var sentence = ImpossibilityWords.Sentence(fact, why);
                    await Console.Error.WriteLineAsync(isArray ? $"第 {place + 1} 件：{sentence}" : sentence);
                    return CommandLine.Refused;
                }

                readings.Add(RequestClock.Read(asOf is { } day ? ClockFacts.AsOf(facts, day) : facts, WorkingCalendar.Embedded));
            }

            Write(readings, isArray, form, asOf ?? today);
            return CommandLine.Success;
        }
        catch (FactsFileException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return CommandLine.Refused;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"读不了文件 {file.FullName}。");
            return CommandLine.Refused;
        }
    }

    private static void Write(List<ClockReading> readings, bool isArray, string form, DateOnly asOf)
    {
        if (form == "json")
        {
            Console.WriteLine(ClockDocuments.Json(readings, isArray, asOf));
            return;
        }

        foreach (var (place, reading) in readings.Index())
        {
            if (isArray)
            {
                Console.WriteLine($"—— 第 {place + 1} 件 ——");
            }

            Console.Write(ClockDocuments.Text(reading, asOf));
        }
    }
}
