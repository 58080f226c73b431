using System.Text.Json;
using Npgsql;
using Tracker.Endurance;
using Tracker.LocalPostgres;
using Tracker.ReadModels;
using Tracker.Web.Pages;

namespace Tracker.Benchmarks;

/// <summary>A page beside the floor, at so many connections; times in milliseconds.</summary>
internal sealed record PageResult(
    string Page, int Connections, double Median, double FloorMedian, double Ratio, double P99, double FloorP99, double P99Ratio, string Commit);

/// <summary>
/// 今日待办, 台账 with each filter, searches and a case of an office of 100,000 requests, at 1 and at 16 connections, against a signed-in page of
/// the same layout that asks for no case. At most 6 times its median and 10 times its 99th percentile are allowed.
/// </summary>
internal static class PagesBench
{
    private const string Office = "bench-office";
    private const string Floor = "/password";
    private const int Requests = 100_000;
    private const int Seconds = 4;
    private static readonly int[] AtOnce = [1, 16];

    private static readonly (string Name, CaseFilter Filter)[] Filters =
    [
        ("all", new()),
        ("state", new() { State = CaseState.Open }),
        ("due", new() { Due = Urgency.Late }),
        ("closed", new() { Due = Urgency.Closed }),
        ("waits", new() { Waits = Awaited.Supplement }),
        ("idle", new() { Idle = Idle.Untouched }),
        ("ground", new() { Ground = Domain.Requests.Grounds.Find("partial") }),
        ("kind", new() { Kind = Domain.Requests.ApplicantKind.CommercialEnterprise }),
        ("channel", new() { Channel = Domain.Requests.Channel.SignedMail }),
        ("year", new() { ReceivedIn = 2023 }),
        ("missing", new() { Missing = true }),
        ("number", new() { Number = "S0123" }),
    ];

    public static async Task<List<PageResult>> RunAsync()
    {
        await using var tracker = new ServedTracker();
        await FillAsync(tracker);
        await tracker.StartAsync();
        await VacuumAsync(tracker.DataFolder);
        using var browser = await SignedIn.AsAsync(await tracker.NewClerkAsync(), tracker.Address);
        var results = new List<PageResult>();
        var pages = await PagesAsync(browser);
        foreach (var connections in AtOnce)
        {
            await Wrk.AskAsync(browser.At(Floor), browser.Cookie, connections, 2 * Seconds); // warm-up
            foreach (var (name, path) in pages)
            {
                await Wrk.AskAsync(browser.At(path), browser.Cookie, connections, 1);
                var floor = await Wrk.AskAsync(browser.At(Floor), browser.Cookie, connections, Seconds);
                var ours = await Wrk.AskAsync(browser.At(path), browser.Cookie, connections, Seconds);
                results.Add(new(
                    name, connections, ours.Median, floor.Median, Math.Round(ours.Median / floor.Median, 1), ours.P99, floor.P99, Math.Round(ours.P99 / floor.P99, 1), Report.Commit));
                Console.WriteLine($"{name,-20} {connections,3} {ours.Median,7:F2} ms / {floor.Median,6:F2} ms {results[^1].Ratio,5:F1}   99%: {ours.P99,7:F2} ms / {floor.P99,6:F2} ms {results[^1].P99Ratio,5:F1}");
            }
        }

        await tracker.StopAsync();
        return results;
    }

    public static string JsonLine(PageResult result) => JsonSerializer.Serialize(result, JsonSerializerOptions.Web);

    private static async Task FillAsync(ServedTracker tracker)
    {
        var file = Path.Combine(tracker.Folder, "register.csv");
        await File.WriteAllTextAsync(file, DeskRegister.Csv(Requests, Domain.LegalTime.LegalDay.Of(DateTimeOffset.UtcNow)));
        string[][] commands = [["office", "add", Office, "样例机关"], ["import-register", file, "--office", Office]];
        foreach (var command in commands)
        {
            if (await tracker.RunAsync(command) is (not 0, var said, var faults))
            {
                throw new InvalidOperationException(said + faults);
            }
        }
    }

    /// <summary>The planner knows the tables, as it does a minute after any import.</summary>
    private static async Task VacuumAsync(string dataFolder)
    {
        await using var cluster = await PrivateCluster.OpenAsync(dataFolder);
        await using var database = NpgsqlDataSource.Create(cluster.ConnectionString("tracker"));
        await using var vacuum = database.CreateCommand("vacuum analyze");
        vacuum.CommandTimeout = 0;
        await vacuum.ExecuteNonQueryAsync();
    }

    private static async Task<List<(string Name, string Path)>> PagesAsync(SignedIn browser)
    {
        var register = Addresses.Register(Office);
        return
        [
            ("today", Addresses.Today(Office)),
            .. Filters.Select(filter => ($"register, {filter.Name}", Addresses.Register(Office, filter.Filter))),
            ("register, sorted", Addresses.Register(Office, new(), new(CaseSort.Due, Down: false))),
            ("search, rare", await browser.SearchAsync(register, DeskRegister.RareWord)),
            ("search, common", await browser.SearchAsync(register, DeskRegister.CommonWord)),
            ("case", await browser.LinkAsync(Addresses.Register(Office, Urgency.Late), register)),
        ];
    }
}
