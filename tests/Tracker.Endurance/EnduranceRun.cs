using System.Diagnostics;
using Tracker.Tests;

namespace Tracker.Endurance;

/// <summary>
/// Eight writers work through the pages while the database, and then serve itself, are ended at random moments. Afterwards the book
/// is asked whether everything it had acknowledged is there, once.
/// </summary>
public sealed class EnduranceRun
{
    private static readonly string[] Offices = ["office-a", "office-b"];

    private readonly ServedTracker served;
    private readonly WriterProcess writers;
    private readonly Random random;
    private readonly List<Round> rounds = [];
    private long acknowledgedBefore;

    private EnduranceRun(ServedTracker served, WriterProcess writers, Random random) =>
        (this.served, this.writers, this.random) = (served, writers, random);

    public static async Task<EnduranceReport> RunAsync(int databaseRounds, int serveRounds, Action<string> say, int? seed = null)
    {
        var chosen = seed ?? Environment.TickCount;
        say($"seed {chosen}");
        var took = Stopwatch.StartNew();
        await using var tracker = new ServedTracker();
        await tracker.StartAsync();
        foreach (var office in Offices)
        {
            Expect(await tracker.RunAsync("office", "add", office, "样例机关"));
        }

        using var process = WriterProcess.Start(tracker.Address, tracker.Folder, await tracker.NewClerkAsync(), Offices);
        await tracker.UntilAsync(() => Task.FromResult(AcknowledgementFile.CountIn(tracker.Folder) > 0));
        var run = new EnduranceRun(tracker, process, new Random(chosen));
        await run.BlowsAsync(databaseRounds, run.EndDatabaseAsync, say);
        await run.BlowsAsync(serveRounds, run.EndServeAsync, say);
        var told = await process.FinishAsync();
        var acknowledged = AcknowledgementFile.ReadAll(tracker.Folder);
        var (events, faults) = await BookCheck.AfterAsync(tracker, acknowledged);
        return new(chosen, run.rounds, acknowledged.Count, events, told, took.Elapsed, faults);
    }

    private static void Expect((int ExitCode, string Output, string Errors) result)
    {
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException(result.Errors);
        }
    }

    private async Task BlowsAsync(int count, Func<int, Task<Blow>> end, Action<string> say)
    {
        for (var place = 1; place <= count; place++)
        {
            // However busy the machine is: something was acknowledged since the last blow, or it never will be.
            await served.UntilAsync(() => Task.FromResult(AcknowledgementFile.CountIn(served.Folder) > acknowledgedBefore));
            await Task.Delay(random.Next(100, 1000));
            await writers.StillWorksAsync();
            var acknowledged = AcknowledgementFile.CountIn(served.Folder);
            var away = Stopwatch.StartNew();
            var blow = await end(place);
            await served.UntilAsync(served.AnswersAsync);
            rounds.Add(new(blow, away.Elapsed, acknowledged - acknowledgedBefore));
            acknowledgedBefore = AcknowledgementFile.CountIn(served.Folder);
            say($"{blow} {place} of {count}: away {away.Elapsed.TotalSeconds:F1} s, {acknowledged} acknowledged by then");
        }
    }

    /// <summary>Ends PostgreSQL and leaves it to serve to notice; a third of the rounds by kill -9.</summary>
    private async Task<Blow> EndDatabaseAsync(int place)
    {
        var pid = served.DatabasePid ?? throw new InvalidOperationException("The database does not run.");
        var blow = place % 3 == 0 ? Blow.DatabaseKilled : Blow.DatabaseStopped;
        await (blow == Blow.DatabaseKilled ? Signal.Kill : Signal.Quit).SendAsync(pid);
        await served.UntilAsync(() => Task.FromResult(served.DatabasePid is { } now && now != pid));
        return blow;
    }

    /// <summary>Ends serve and starts it again, as a person or the machine would; a quarter of the rounds its PostgreSQL is killed with it.</summary>
    private async Task<Blow> EndServeAsync(int place)
    {
        var blow = place % 4 == 0 ? Blow.BothKilled : Blow.ServeKilled;
        var orphan = served.DatabasePid ?? throw new InvalidOperationException("The database does not run.");
        await served.KillAsync();
        if (blow == Blow.BothKilled)
        {
            await Signal.Kill.SendAsync(orphan);
        }

        await Task.Delay(random.Next(300));
        await served.StartAsync();
        if (blow == Blow.ServeKilled && served.DatabasePid != orphan)
        {
            throw new InvalidOperationException("serve did not adopt the database that was left running.");
        }

        return blow;
    }
}
