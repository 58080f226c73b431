using System.CommandLine;
using Tracker.EventStore;
using Tracker.LocalPostgres;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Commands;

/// <summary>命令行: every verb of the product. Without a verb it serves.</summary>
public static class CommandLine
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>The input or the book does not allow it; nothing was written.</summary>
    public const int Refused = 1;

    /// <summary>The program could not do its work: no database, no key, a broken machine.</summary>
    public const int Failed = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand($"政府信息公开依申请公开登记：登记、办理、期限、年度报告。账簿在 TRACKER_DATA 指定的数据目录里（现在是 {DataFolder.Resolve()}），或者在 TRACKER_DB 指定的数据库里。")
        {
            ServeCommand.Build(),
            OfficeCommand.Build(),
            AccountCommand.Build(),
            ImportRegisterCommand.Build(),
            ReportCommand.Build(),
            CloseYearCommand.Build(),
            RebuildCommand.Build(),
            ReindexCommand.Build(),
            DueCommand.Build(),
            SealCommand.Build(),
            VerifyCommand.Build(),
            CalendarCommand.Build(),
            RemindersCommand.Build(),
            KeysCommand.Build(),
            EraseCommand.Build(),
        };
        // After Ctrl+C the database still writes its checkpoint; cut short, it would have to recover at the next start.
        var patience = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) };
        return await root.Parse(args.Length == 0 ? ["serve"] : args).InvokeAsync(patience);
    }

    /// <summary>Opens the book for one command and hands over what it needs; faults become one sentence.</summary>
    public static Task<int> WithBookAsync(
        Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken) =>
        WithBookAsync(BookRole.Worker, work, cancellationToken);

    /// <summary>The same where there must be a book already: none is begun in a folder that was named by mistake.</summary>
    public static Task<int> WithExistingBookAsync(
        Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken) =>
        WithExistingBookAsync(BookRole.Worker, work, cancellationToken);

    /// <summary>The same under another role.</summary>
    public static async Task<int> WithExistingBookAsync(
        BookRole role, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken) =>
        await HasBookAsync() ? await WithBookAsync(role, work, cancellationToken) : Failed;

    /// <summary>The same under another role.</summary>
    public static Task<int> WithBookAsync(
        BookRole role, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken) => WithAsync(
            role,
            async (opened, services, token) =>
            {
                await opened.TakeUpCalendarAsync(token);
                return await work(services, token);
            },
            cancellationToken);

    /// <summary>The same for a check: no event is read to open the book, for any may have been tampered with.</summary>
    public static async Task<int> WithBookAsItStandsAsync(
        Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken) =>
        !await HasBookAsync() ? Failed : await WithAsync(BookRole.Worker, (_, services, token) => work(services, token), cancellationToken);

    private static async Task<bool> HasBookAsync()
    {
        if (OpenedBook.EmptyFolder() is { } folder)
        {
            await Console.Error.WriteLineAsync($"{folder} 里没有账簿。用 TRACKER_DATA 指明数据目录，或者先运行 tracker serve。");
            return false;
        }

        return true;
    }

    private static async Task<int> WithAsync(
        BookRole role, Func<OpenedBook, IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var opened = await OpenedBook.OpenAsync(role, cancellationToken);
            await using var services = new ServiceCollection().AddLogging().AddTracker(opened.Book, opened.Worker, TimeProvider.System).AddTrackerAccounts().BuildServiceProvider();
            return await work(opened, services, cancellationToken);
        }
        catch (Exception fault) when (DatabaseFaultSentences.ForTerminal(fault) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return Failed;
        }
    }

    /// <summary>An act of a command on the terminal.</summary>
    public static Act ActOf(string office, string verb, string source, DateTimeOffset now) =>
        new(office, $"system:{verb}", Guid.CreateVersion7(), source, now);
}
