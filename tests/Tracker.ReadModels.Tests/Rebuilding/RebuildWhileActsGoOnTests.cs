using System.Collections.Concurrent;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.Tests;

namespace Tracker.ReadModels.Tests.Rebuilding;

/// <summary>Clerks register, act and import while everything is rebuilt: nothing is lost, refused or shown wrongly.</summary>
public sealed class RebuildWhileActsGoOnTests(PrivateClusterFixture cluster)
{
    private const int Imported = 4000;
    private const string Other = "other-office";

    [Fact]
    public async Task No_act_is_lost_or_refused_and_acts_go_on_while_the_book_is_read()
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        await using var owner = await Book.OpenAsync(database, key, BookRole.Owner, default);
        await using var pages = await Book.OpenAsync(database, key, BookRole.Web, default);
        await using var worker = await Book.OpenAsync(database, key, BookRole.Worker, default);
        await Registers.ImportAsync(worker, Imported);
        var touched = (await RandomHistories.WriteAsync(pages, seed: 1, count: 40)).Keys.ToList();
        var before = await RowsAsText.OfAsync(owner);
        using var end = new CancellationTokenSource();
        var (acts, registered, imports, seen) = (new ConcurrentBag<bool>(), 0, 0, 0);

        var rebuilding = CaseRows.RebuildAsync(owner, default);
        async Task<bool> DuringAsync(Func<Task> act)
        {
            await act();
            acts.Add(!rebuilding.IsCompleted);
            return !end.IsCancellationRequested;
        }

        var clerks = new[]
        {
            Task.Run(async () =>
            {
                while (await DuringAsync(() => RandomHistories.WriteAsync(pages, seed: 100 + registered, count: 1, Other)))
                {
                    registered++;
                }
            }),
            Task.Run(async () =>
            {
                for (var place = 0; await DuringAsync(() => ActAsync(pages, touched[place])); place = (place + 1) % touched.Count)
                {
                }
            }),
            Task.Run(async () =>
            {
                while (await DuringAsync(() => Registers.ImportAsync(worker, 20, Other)))
                {
                    imports++;
                }
            }),
            Task.Run(async () =>
            {
                while (!end.IsCancellationRequested)
                {
                    // Never an empty or a half-filled register, whatever the pages' prepared statements refer to.
                    Assert.Equal(Imported + touched.Count, await CountAsync(pages));
                    seen++;
                }
            }),
        };
        var rebuilt = await rebuilding;
        await Task.Delay(300);
        await end.CancelAsync();
        await Task.WhenAll(clerks);

        Assert.True(acts.Count(during => during) > 10, $"{acts.Count(during => during)} of {acts.Count}, {seen}");
        Assert.InRange(rebuilt, Imported + touched.Count, Imported + touched.Count + registered + 1 + ((imports + 1) * 20));
        await RowsAsText.AssertVerifiedAsync(owner, Imported + touched.Count + registered + 1 + ((imports + 1) * 20));
        var after = await RowsAsText.OfAsync(owner);
        Assert.All(before.Where(row => !touched.Contains(row.Key)), row => Assert.Equal(row.Value, after[row.Key]));
    }

    /// <summary>All cases of the office; a list would stop counting.</summary>
    private static async Task<long> CountAsync(Book pages)
    {
        await using var connection = await pages.Database.OpenConnectionAsync();
        return (await CaseFacts.OfAsync(connection, RandomHistories.Office, year: 9998, default)).Sum(group => group.Requests);
    }

    /// <summary>One act on a request that is there; which one does not matter, as long as the rules take it.</summary>
    private static async Task ActAsync(Book pages, Guid id)
    {
        var store = RandomHistories.Store(pages);
        var result = await store.ChangeAsync(
            id,
            seenVersion: null,
            RandomHistories.Act(),
            state => state switch
            {
                { IsClosed: true } => new Domain.Accepted<RequestEvent>([]),
                { OpenSupplement: null } => IssueSupplementNotice.Decide(state, new(state.LastFactOn, null, null), RandomHistories.Today),
                _ => ReceiveSupplement.Decide(state, new(state.LastFactOn, null), RandomHistories.Today),
            },
            default);
        Assert.IsType<Changed<RequestState, RequestEvent>>(result);
    }
}
