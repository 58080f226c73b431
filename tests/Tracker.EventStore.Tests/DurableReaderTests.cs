using System.Collections.Concurrent;
using Npgsql;
using Tracker.Tests;

namespace Tracker.EventStore.Tests;

/// <summary>A reader's place and what it writes change together: each event reaches it once.</summary>
public sealed class DurableReaderTests(PrivateClusterFixture cluster)
{
    private const string Name = "test-reader";

    [Fact]
    public async Task It_goes_on_where_it_stopped_and_takes_no_more_than_it_is_asked_for()
    {
        await using var book = await BookWithEventsAsync(5);

        Assert.Equal([1, 2, 3], await NextAsync(new DurableReader(book, Name), atMost: 3));
        Assert.Equal([4, 5], await NextAsync(new DurableReader(book, Name), atMost: 3));
        Assert.Equal(0, await new DurableReader(book, Name).AdvanceAsync(3, (_, _, _) => throw new InvalidOperationException(), default));
        Assert.Equal([1, 2, 3, 4, 5], await NextAsync(new DurableReader(book, "another"), atMost: 100));
    }

    [Fact]
    public async Task What_it_wrote_before_it_broke_is_gone_and_the_events_come_again()
    {
        await using var book = await BookWithEventsAsync(2);

        await Assert.ThrowsAsync<TimeoutException>(() => NextAsync(new DurableReader(book, Name), 10, async (connection, _, cancellationToken) =>
        {
            await using var command = new NpgsqlCommand("insert into offices values ('half', 'done', '2026-03-02')", connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
            throw new TimeoutException();
        }));

        await using var left = book.Database.CreateCommand("select count(*) from offices where code = 'half'");
        Assert.Equal(0L, await left.ExecuteScalarAsync());
        Assert.Equal([1, 2], await NextAsync(new DurableReader(book, Name), atMost: 10));
    }

    [Fact]
    public async Task Two_readers_under_one_name_share_the_events_between_them()
    {
        await using var book = await BookWithEventsAsync(40);
        var seen = new ConcurrentQueue<long>();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            var reader = new DurableReader(book, Name);
            while (seen.Count < 40)
            {
                await reader.AdvanceAsync(3, (_, events, _) => TakeAsync(events), default);
            }
        }));

        Assert.Equal(Enumerable.Range(1, 40).Select(place => (long)place), seen);

        Task TakeAsync(IReadOnlyList<PlacedEvent> events)
        {
            foreach (var placed in events)
            {
                seen.Enqueue(placed.Recorded.Position);
            }

            return Task.CompletedTask;
        }
    }

    private async Task<Book> BookWithEventsAsync(int count)
    {
        var book = await cluster.NewBookAsync(BookRole.Worker);
        for (var place = 0; place < count; place++)
        {
            await Given.RegisteredAsync(book);
        }

        return book;
    }

    /// <summary>What the reader hands over next. Tests on other databases of the cluster write meanwhile, which may delay it a little.</summary>
    private static async Task<List<long>> NextAsync(DurableReader reader, int atMost, EventsHandler? also = null)
    {
        var seen = new List<long>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var count = await reader.AdvanceAsync(
                atMost,
                async (connection, events, cancellationToken) =>
                {
                    seen.AddRange(events.Select(placed => placed.Recorded.Position));
                    await (also?.Invoke(connection, events, cancellationToken) ?? Task.CompletedTask);
                },
                patience.Token);
            Assert.Equal(seen.Count, count);
            if (count > 0)
            {
                return seen;
            }
        }
    }
}
