using System.Collections.Concurrent;
using Tracker.Tests;

namespace Tracker.EventStore.Tests;

/// <summary>A reader of the global order misses no late commit and waits for no place that was rolled back.</summary>
public sealed class GlobalOrderTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task While_a_lower_place_is_open_a_higher_one_that_is_committed_is_not_safe()
    {
        await using var book = await cluster.NewBookAsync(BookRole.Worker);
        var order = new GlobalOrder(book);
        await using var slow = await RawAppend.BeginAsync(book);
        await slow.TouchStreamAsync();
        Assert.Equal(1, await slow.InsertAsync());
        await using var quick = await RawAppend.BeginAsync(book);
        await quick.TouchStreamAsync();
        Assert.Equal(2, await quick.InsertAsync());
        await quick.CommitAsync();

        await using (var connection = await book.Database.OpenConnectionAsync())
        {
            Assert.Equal(2, await BookReader.LastPositionAsync(connection, default)); // who reads up to here now never sees 1
        }

        Assert.Equal(0, await order.SafePositionAsync(default));
        Assert.Equal(0, await order.SafePositionAsync(default));
        await slow.CommitAsync();
        Assert.Equal(2, await AdvancedAsync(order));
        Assert.Equal([1, 2], await ReadAsync(book, 0, 2));
    }

    [Fact]
    public async Task The_open_append_may_be_younger_than_the_one_that_overtook_it()
    {
        // Its transaction id is then not below the xmax of a snapshot taken now: that is the id after the last completed one.
        await using var book = await cluster.NewBookAsync(BookRole.Worker);
        var order = new GlobalOrder(book);
        await using var elder = await RawAppend.BeginAsync(book);
        await elder.TouchStreamAsync();
        await using var younger = await RawAppend.BeginAsync(book);
        await younger.TouchStreamAsync();
        Assert.Equal(1, await younger.InsertAsync());
        Assert.Equal(2, await elder.InsertAsync());
        await elder.CommitAsync();

        Assert.Equal(0, await order.SafePositionAsync(default));
        Assert.Equal(0, await order.SafePositionAsync(default));
        await younger.CommitAsync();
        Assert.Equal(2, await AdvancedAsync(order));
    }

    [Fact]
    public async Task A_place_that_was_rolled_back_blocks_nobody()
    {
        await using var book = await cluster.NewBookAsync(BookRole.Worker);
        var order = new GlobalOrder(book);
        await using (var lost = await RawAppend.BeginAsync(book))
        {
            await lost.TouchStreamAsync();
            await lost.InsertAsync();
            await lost.RollbackAsync();
        }

        await using (var kept = await RawAppend.BeginAsync(book))
        {
            await kept.TouchStreamAsync();
            await kept.InsertAsync();
            await kept.CommitAsync();
        }

        Assert.Equal(2, await AdvancedAsync(order));
        Assert.Equal([2], await ReadAsync(book, 0, 2));
        Assert.Equal(2, await order.SafePositionAsync(default));
    }

    [Fact]
    public async Task Waiting_ends_when_what_was_committed_is_safe_and_can_be_given_up()
    {
        await using var book = await cluster.NewBookAsync(BookRole.Worker);
        Assert.Equal(0, await new GlobalOrder(book).WaitAsync(default));
        await using var slow = await RawAppend.BeginAsync(book);
        await slow.TouchStreamAsync();
        await slow.InsertAsync();
        await Given.RegisteredAsync(book);

        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new GlobalOrder(book).WaitAsync(patience.Token));
        var waiting = new GlobalOrder(book).WaitAsync(default);
        await Task.Delay(50);
        Assert.False(waiting.IsCompleted);
        await slow.CommitAsync();
        Assert.Equal(2, await waiting);
    }

    [Fact]
    public async Task Under_32_writers_with_delays_and_rollbacks_every_event_is_seen_once_and_in_order()
    {
        await using var book = await cluster.NewBookAsync(BookRole.Worker);
        var committed = new ConcurrentBag<long>();
        var writing = Task.WhenAll(Enumerable.Range(0, 32).Select(seed => WriteAsync(book, new Random(seed), count: 30, committed)));

        var (order, seen, position) = (new GlobalOrder(book), new List<long>(), 0L);
        var (advances, heldBack) = (0, 0);
        while (!writing.IsCompleted || position < committed.Max())
        {
            var safe = await order.SafePositionAsync(default);
            Assert.True(safe >= position);
            heldBack += committed.Any(place => place > safe) ? 1 : 0;
            if (safe > position)
            {
                seen.AddRange(await ReadAsync(book, position, safe));
                (position, advances) = (safe, advances + 1);
            }
        }

        await writing;
        Assert.Equal(committed.Order(), seen); // exactly once, and in increasing order as they were read
        Assert.True(advances > 1 && heldBack > 0, $"{advances} {heldBack}");
        Assert.True(committed.Count < 32 * 30 && committed.Max() > committed.Count); // some were rolled back, leaving gaps
    }

    [Fact]
    public async Task The_pages_cannot_read_the_global_order()
    {
        await using var book = await cluster.NewBookAsync(BookRole.Web);

        Assert.Throws<ArgumentException>(() => new GlobalOrder(book));
    }

    /// <summary>The first safe place. Tests on other databases of the cluster write meanwhile, which may delay it a little.</summary>
    private static async Task<long> AdvancedAsync(GlobalOrder order)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (await order.SafePositionAsync(patience.Token) is > 0 and var position)
            {
                return position;
            }
        }
    }

    private static async Task WriteAsync(Book book, Random random, int count, ConcurrentBag<long> committed)
    {
        for (var place = 0; place < count; place++)
        {
            await using var append = await RawAppend.BeginAsync(book);
            await append.TouchStreamAsync();
            await Task.Delay(random.Next(3));
            var position = await append.InsertAsync();
            await Task.Delay(random.Next(12));
            if (random.Next(5) == 0)
            {
                await append.RollbackAsync();
            }
            else
            {
                await append.CommitAsync();
                committed.Add(position);
            }
        }
    }

    private static async Task<List<long>> ReadAsync(Book book, long after, long upTo)
    {
        await using var connection = await book.Database.OpenConnectionAsync();
        return await GlobalOrder.ReadAsync(connection, after, upTo, atMost: null, default)
            .Select(placed => placed.Recorded.Position)
            .ToListAsync();
    }
}
