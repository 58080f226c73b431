using System.CommandLine;
using System.Diagnostics;
using Tracker.Documents.Notices;
using Tracker.Domain.LegalTime;
using Tracker.EventStore;
using Tracker.ReadModels.Adopting;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Commands;

/// <summary><c>tracker calendar list | preview FILE | adopt FILE [--office CODE]</c></summary>
internal static class CalendarCommand
{
    public static Command Build()
    {
        var list = new Command("list", "已采用的放假安排，逐年列出；缺少下一年的，从 11 月 1 日起提示");
        list.SetAction((_, cancellationToken) => CommandLine.WithBookAsync(ListAsync, cancellationToken));
        return new Command("calendar", "工作日历：放假安排公布后，先看哪些申请的期限变动，再采用")
        {
            list,
            WithFile("preview", "列出采用后哪些未办结申请的期限变动、变动几日；不写入任何内容", adopting: false),
            WithFile("adopt", "采用放假安排，并在同一事务中重新计算未办结申请的期限；已办结的不变", adopting: true),
        };
    }

    private static Command WithFile(string verb, string description, bool adopting)
    {
        var file = new Argument<string>("FILE")
        {
            Description = """放假安排文件：{"year":2027,"notices":["网址"],"days":[{"date":"2027-01-01","name":"元旦","off":true}]}，off 为 false 表示上班""",
        };
        var office = new Option<string?>("--office") { Description = "只用于一个机关自有的放假、上班安排，覆盖在全国的安排之上；写机关代码", HelpName = "CODE" };
        var seen = new Option<long?>("--seen") { Description = "只有工作日历仍是 preview 所示的这一版才采用", HelpName = "VERSION" };
        var command = new Command(verb, description) { file, office };
        if (adopting)
        {
            command.Add(seen);
        }

        command.SetAction((parsed, cancellationToken) => CommandLine.WithBookAsync(
            (services, token) => RunAsync(
                services, parsed.GetRequiredValue(file), parsed.GetValue(office), adopting ? parsed.GetValue(seen) : null, adopting, token),
            cancellationToken));
        return command;
    }

    private static async Task<int> ListAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var calendars = await services.GetRequiredService<Calendars>().RefreshAsync(cancellationToken);
        Console.WriteLine($"工作日历第 {calendars.Version} 版。");
        foreach (var year in AdoptedYear.Of(calendars))
        {
            Console.WriteLine(
                $"{CalendarSentences.Title(year.Notice.Year, year.Office)}：{CalendarSentences.Days(year)}，{CalendarSentences.Adopted(year)}。{string.Join(" ", year.Notice.Sources)}");
        }

        Console.WriteLine($"{Words.Day(calendars.National.ProvisionalFrom)}起的期限都是暂定的。");
        if (CalendarSentences.Missing(calendars.National, services.GetRequiredService<LegalClock>().Today) is { } warning)
        {
            await Console.Error.WriteLineAsync($"请注意：{warning}");
        }

        return CommandLine.Success;
    }

    /// <summary>The bytes of a file, and of one that is too long no more than show it.</summary>
    private static async Task<byte[]> BytesAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var bytes = new byte[NoticeFile.LongestFile + 1];
        var count = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return bytes[..count];
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, string path, string? office, long? seen, bool adopting, CancellationToken cancellationToken)
    {
        if (office is not null && await CommonOptions.FindOfficeAsync(services, office, cancellationToken) is null)
        {
            return CommandLine.Refused;
        }

        NoticeFile file;
        try
        {
            file = NoticeFile.Read(await BytesAsync(path, cancellationToken));
        }
        catch (NoticeFileException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return CommandLine.Refused;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"读不到文件“{Path.GetFileName(path)}”：请检查路径和权限。");
            return CommandLine.Refused;
        }

        var command = new AdoptNotice(file.Notice, office);
        var adoption = services.GetRequiredService<CalendarAdoption>();
        var act = CommandLine.ActOf(CalendarStore.SystemOffice, "calendar-adopt", Act.FromCommand, services.GetRequiredService<LegalClock>().Now);
        return await TellAsync(
            adopting
                ? await adoption.AdoptAsync(command, seen, act, cancellationToken)
                : await adoption.ForeseeAsync(command, cancellationToken),
            file,
            office);
    }

    private static async Task<int> TellAsync(AdoptionResult result, NoticeFile file, string? office)
    {
        var title = CalendarSentences.Title(file.Notice.Year, office);
        switch (result)
        {
            case AdoptionForeseen foreseen:
                await HintAsync(file, office);
                Console.WriteLine($"{title}：以下是采用后的变动，现在没有写入任何内容。");
                Tell(foreseen.Days, foreseen.Effect);
                Console.WriteLine($"工作日历现在是第 {foreseen.Version} 版。采用请运行 tracker calendar adopt，并加 --seen {foreseen.Version}。");
                return CommandLine.Success;
            case NoticeAdopted adopted:
                await HintAsync(file, office);
                Console.WriteLine($"已采用{title}，工作日历第 {adopted.Version} 版。");
                Tell(adopted.Days, adopted.Effect);
                Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"期间其他登记等候了 {adopted.Held.TotalSeconds:0.0} 秒。"));
                return CommandLine.Success;
            case AdoptionRefused { Reason: NoticeAlreadyAdopted reason }:
                Console.WriteLine(RefusalSentences.Of(reason));
                return CommandLine.Success;
            case AdoptionRefused(var reason):
                foreach (var fault in reason is NoticeFaulty faulty ? faulty.Faults : [])
                {
                    await Console.Error.WriteLineAsync(NoticeWords.Sentence(fault, file));
                }

                await Console.Error.WriteLineAsync(RefusalSentences.Of(reason));
                return CommandLine.Refused;
            case CalendarMovedOn(var now):
                await Console.Error.WriteLineAsync(CalendarSentences.MovedOn((now as AdoptionForeseen)?.Version));
                await TellAsync(now, file, office);
                return CommandLine.Refused;
            case AdoptedBefore:
                Console.WriteLine(CalendarSentences.AdoptedBefore);
                return CommandLine.Success;
            default:
                throw new UnreachableException();
        }
    }

    private static void Tell(IEnumerable<DayChange> days, CalendarEffect effect)
    {
        foreach (var day in days)
        {
            Console.WriteLine($"  {CalendarSentences.Of(day)}");
        }

        Console.WriteLine(CalendarSentences.Of(effect));
        foreach (var move in effect.Moves)
        {
            Console.WriteLine($"  {move.Office} {move.Number}：{CalendarSentences.Dates(move)}，{CalendarSentences.Shift(move)}");
        }
    }

    private static async Task HintAsync(NoticeFile file, string? office)
    {
        foreach (var hint in NoticeWords.Hints(file, office is null))
        {
            await Console.Error.WriteLineAsync($"请注意：{hint}");
        }
    }
}
