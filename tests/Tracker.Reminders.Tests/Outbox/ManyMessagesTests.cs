using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Tracker.EventStore;
using Tracker.Reminders.Outbox;
using Tracker.Tests;

namespace Tracker.Reminders.Tests.Outbox;

/// <summary>Several who send at the same time, and what ends one of them, or the database, in the middle.</summary>
public sealed class ManyMessagesTests(PrivateClusterFixture cluster, ITestOutputHelper output)
{
    [Fact]
    public async Task Two_nodes_send_ten_thousand_messages_each_exactly_once()
    {
        await using var box = await Enqueued.NewAsync(cluster);
        await box.AddAsync(10_000, DateTimeOffset.UtcNow);
        await using var other = await Book.OpenAsync(box.Database.ConnectionString, box.Database.Key, BookRole.Worker, default);
        var sent = new ConcurrentBag<(Book Node, string Key)>();
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(new[] { box.Book, other }.Select(node => new OutboxWorker(
            node,
            (message, _, _) =>
            {
                sent.Add((node, message.IdempotencyKey));
                return Task.FromResult(new SendOutcome(SendResult.Delivered));
            },
            () => DateTimeOffset.UtcNow).SendDueAsync(MessageChannel.Webhook, default)));

        output.WriteLine($"10,000 messages in {watch.ElapsedMilliseconds} ms, {sent.Count(each => each.Node == other)} by the second node");
        Assert.Equal(10_000, sent.Count);
        Assert.Equal(10_000, sent.Select(each => each.Key).Distinct().Count());
        Assert.Equal(2, sent.Select(each => each.Node).Distinct().Count());
        await box.AssertEachSentOnceAsync();
    }

    [Fact]
    public async Task A_sender_killed_in_the_middle_loses_nothing_and_what_it_repeats_it_repeats_under_the_same_key()
    {
        await using var box = await Enqueued.NewAsync(cluster);
        await box.AddAsync(3_000, DateTimeOffset.UtcNow);
        var record = Path.Combine(box.Database.Folder, "sent");
        using (var killed = OtherSender.Start(box.Database, record))
        {
            await UntilAsync(() => File.Exists(record) && File.ReadLines(record).Count() > 100);
            await killed.KillAsync();
        }

        var before = File.ReadLines(record).Count();
        var worker = OtherSender.Worker(box.Book, record);
        await UntilAsync(async () =>
        {
            await worker.SendDueAsync(MessageChannel.Webhook, default);
            return await box.CountAsync("select count(*) from outbox_messages where state <> 'Sent'") == 0;
        });

        var keys = await File.ReadAllLinesAsync(record);
        output.WriteLine($"killed after {before} of 3,000; sent again: {keys.Length - 3_000}");
        Assert.InRange(before, 100, 2_999);
        Assert.Equal(box.Messages.Select(message => message.IdempotencyKey).Order(), keys.Distinct().Order());
        Assert.InRange(keys.Length - 3_000, 0, 40); // no more than it had taken up
        await box.AssertEachSentOnceAsync();
    }

    [Fact]
    public async Task The_database_killed_in_the_middle_loses_nothing()
    {
        await using var apart = new PrivateClusterFixture();
        await apart.InitializeAsync();
        await using var box = await Enqueued.NewAsync(apart);
        await box.AddAsync(2_000, DateTimeOffset.UtcNow);
        var record = Path.Combine(box.Database.Folder, "sent");
        var worker = OtherSender.Worker(box.Book, record);
        var sending = worker.SendDueAsync(MessageChannel.Webhook, default);
        await UntilAsync(() => File.Exists(record) && File.ReadLines(record).Count() > 100);
        var pidFile = Directory.GetFiles(apart.Folder, "postmaster.pid", SearchOption.AllDirectories).Single();
        using (var server = Process.GetProcessById(int.Parse((await File.ReadAllLinesAsync(pidFile))[0], CultureInfo.InvariantCulture)))
        {
            server.Kill();
        }

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => sending);
        await apart.Cluster.EnsureRunningAsync();
        box.Book.Reconnect(apart.Cluster.SocketFolder);
        await UntilAsync(async () =>
        {
            await worker.SendDueAsync(MessageChannel.Webhook, default);
            return await box.CountAsync("select count(*) from outbox_messages where state <> 'Sent'") == 0;
        });

        var keys = await File.ReadAllLinesAsync(record);
        output.WriteLine($"sent again: {keys.Length - 2_000}");
        Assert.Equal(box.Messages.Select(message => message.IdempotencyKey).Order(), keys.Distinct().Order());
        await box.AssertEachSentOnceAsync();
    }

    private static Task UntilAsync(Func<bool> done) => UntilAsync(() => Task.FromResult(done()));

    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        for (var waited = Stopwatch.StartNew(); !await done(); await Task.Delay(50))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(60));
        }
    }
}
