using System.Collections.Concurrent;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Tests;

namespace Tracker.EventStore.Tests;

/// <summary>Many writers on one stream: each version has one winner, and everybody else is told.</summary>
public sealed class OneStreamTests(PrivateClusterFixture cluster)
{
    private const int Writers = 32;

    [Fact]
    public async Task Of_32_writers_on_one_stream_each_version_has_one_winner_and_every_loser_a_conflict()
    {
        const int LastVersion = 33;
        await using var book = await cluster.NewBookAsync(BookRole.Web);
        await Given.OfficeAsync(book);
        var id = await Given.RegisteredAsync(book);
        var results = new ConcurrentBag<ChangeResult<RequestState, RequestEvent>>();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
        {
            var store = Given.Store(book);
            for (var seen = 1L; seen < LastVersion;)
            {
                var result = await store.ChangeAsync(id, seen, Given.Act(), NoticeOrSupplement, default);
                results.Add(result);
                seen = result switch
                {
                    Changed<RequestState, RequestEvent> won => won.Version,
                    Conflicted<RequestState, RequestEvent> lost => lost.Version,
                    _ => throw new InvalidOperationException($"{result}"),
                };
            }
        }));

        var won = results.OfType<Changed<RequestState, RequestEvent>>().ToList();
        Assert.All(won, changed => Assert.False(changed.Repeated));
        Assert.Equal(Enumerable.Range(2, LastVersion - 1).Select(version => (long)version), won.Select(changed => changed.Version).Order());
        Assert.All(results.OfType<Conflicted<RequestState, RequestEvent>>(), conflict => Assert.NotEmpty(conflict.Meanwhile));
        Assert.True(results.Count > won.Count + Writers, $"{results.Count}"); // they did meet
        await VerifyAsync(book, events: LastVersion);
    }

    [Fact]
    public async Task Of_32_posts_under_one_version_one_wins_round_after_round()
    {
        await using var book = await cluster.NewBookAsync(BookRole.Web);
        await Given.OfficeAsync(book);
        var id = await Given.RegisteredAsync(book);
        for (var version = 1; version <= 5; version++)
        {
            var results = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ =>
                Given.Store(book).ChangeAsync(id, version, Given.Act(), NoticeOrSupplement, default)));

            Assert.Equal(version + 1, Assert.Single(results.OfType<Changed<RequestState, RequestEvent>>()).Version);
            Assert.Equal(Writers - 1, results.OfType<Conflicted<RequestState, RequestEvent>>().Count(conflict => conflict.Version == version + 1));
        }

        await VerifyAsync(book, events: 6);
    }

    private static Decision<RequestEvent> NoticeOrSupplement(RequestState state) => state.OpenSupplement is null
        ? IssueSupplementNotice.Decide(state, new(new(2026, 3, 4), new(2026, 3, 20), Sealed.Text("请补充")), Given.Today)
        : ReceiveSupplement.Decide(state, new(new(2026, 3, 4), Sealed.Text("补充")), Given.Today);

    /// <param name="events">Beside the opening of the office.</param>
    private static async Task VerifyAsync(Book book, long events)
    {
        var findings = new BookFindings();
        Assert.Equal(events + 1, await Verification.RunAsync(book, findings, default));
        Assert.Empty(findings.All);
    }
}
