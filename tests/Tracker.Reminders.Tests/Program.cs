using Tracker.EventStore;
using Tracker.EventStore.Sealing;
using Tracker.Reminders.Tests.Outbox;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Tracker.Reminders.Tests;

/// <summary>The test runner, or with a verb a stand-in for another machine that sweeps, or sends, until it is killed.</summary>
internal static class Program
{
    public const string SweepVerb = "sweep";

    public static async Task<int> Main(string[] args) => args switch
    {
        [SweepVerb, var database, var key] => await SweepAsync(database, key),
        [OtherSender.Verb, var database, var key, var record] => await OtherSender.RunAsync(database, key, record),
        _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
            await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => await ConsoleRunner.Run(args),
    };

    /// <summary>The tests run as a program of their own or under dotnet, depending on who runs them.</summary>
    public static string[] HostArguments() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Program).Assembly.Location] : [];

    private static async Task<int> SweepAsync(string database, string key)
    {
        await using var worker = await Book.OpenAsync(database, new MasterKeySource(Variable: null, key), BookRole.Worker, default);
        await worker.Calendars.RefreshAsync(default);
        var handedOn = 0;
        var sweep = new ReminderSweep(
            worker,
            (_, _) => Task.FromResult(System.Collections.Immutable.ImmutableArray.Create(new ReminderPerson(SweptOfficeBook.Handler, [ReminderPost.Handler], []))),
            async (_, _, _, _, _) =>
            {
                if (++handedOn == 2)
                {
                    Console.WriteLine("in the middle");
                    await Task.Delay(TimeSpan.FromMinutes(5), CancellationToken.None); // killed long before; an end of its own if the test died
                }
            });
        await sweep.RunAsync(SweptOfficeBook.Office, ManyDue.Now, default);
        return 0;
    }
}
