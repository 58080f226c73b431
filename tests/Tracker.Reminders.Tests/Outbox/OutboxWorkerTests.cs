using Npgsql;
using Tracker.EventStore;
using Tracker.Reminders.Outbox;
using Tracker.Tests;

namespace Tracker.Reminders.Tests.Outbox;

/// <summary>One message's way through the outbox.</summary>
public sealed class OutboxWorkerTests(PrivateClusterFixture cluster)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(8));

    private DateTimeOffset now = Start;

    [Fact]
    public async Task A_message_is_there_if_its_transaction_commits_and_is_enqueued_once()
    {
        await using var box = await Enqueued.NewAsync(cluster);
        var message = new OutgoingMessage(Guid.CreateVersion7(), Enqueued.Office, MessageChannel.Mail, MessageKind.Test, Guid.NewGuid(), "once", [], Start);
        await using var connection = await box.Book.Database.OpenConnectionAsync();
        await using (await connection.BeginTransactionAsync())
        {
            Assert.Equal(1, await Enqueuing.AddAsync(connection, [message], Start, default));
        }

        Assert.Empty(await box.EntriesAsync());
        var woken = new TaskCompletionSource();
        await using var listening = new NpgsqlConnection(box.Database.ConnectionString);
        await listening.OpenAsync();
        listening.Notification += (_, _) => woken.TrySetResult();
        await using (var listen = new NpgsqlCommand($"listen {Enqueuing.Signal}", listening))
        {
            await listen.ExecuteNonQueryAsync();
        }

        await new OutboxList(box.Book).AddAsync(message, Start, default);
        Assert.Equal(0, await Enqueuing.AddAsync(connection, [message with { Id = Guid.CreateVersion7() }], Start, default));
        await listening.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.True(woken.Task.IsCompleted);
        Assert.Single(await box.EntriesAsync());

        var later = (await box.AddAsync(1, Start.AddDays(1)))[0];
        var sooner = (await box.AddAsync(1, Start.AddHours(1)))[0];
        var last = (await box.AddAsync(1, Start, MessageChannel.Mail))[0];
        Assert.Equal(2, await Worker(box, _ => new(SendResult.Delivered)).SendDueAsync(MessageChannel.Mail, default));
        Assert.Equal(
            [sooner.Id, later.Id, last.Id, message.Id], // what waits by when it goes out, the rest by how new it is
            (await box.EntriesAsync()).Select(entry => entry.Message.Id));
    }

    [Fact]
    public async Task What_fails_is_tried_again_after_growing_pauses_then_parked_where_it_can_be_seen_and_sent_again_by_hand()
    {
        await using var box = await Enqueued.NewAsync(cluster);
        var sent = (await box.AddAsync(1, Start.AddHours(1)))[0];
        var outcome = new SendOutcome(SendResult.Busy, 451);
        var keys = new List<string>();
        var worker = Worker(box, message =>
        {
            keys.Add(message.IdempotencyKey);
            return outcome;
        });

        Assert.Equal(0, await worker.SendDueAsync(MessageChannel.Webhook, default)); // it is scheduled for later
        now = Start.AddHours(1);
        Assert.Equal(0, await worker.SendDueAsync(MessageChannel.Mail, default));
        foreach (var pause in Tries.Pauses)
        {
            Assert.Equal(1, await worker.SendDueAsync(MessageChannel.Webhook, default));
            var waiting = Assert.Single(await box.EntriesAsync());
            Assert.Equal((MessageState.Waiting, now + pause), (waiting.State, waiting.NextAt));
            now += pause - TimeSpan.FromSeconds(1);
            Assert.Equal(0, await worker.SendDueAsync(MessageChannel.Webhook, default));
            now += TimeSpan.FromSeconds(1);
        }

        Assert.Equal(1, await worker.SendDueAsync(MessageChannel.Webhook, default));
        var parked = Assert.Single(await box.EntriesAsync());
        Assert.Equal((MessageState.Parked, SendResult.Busy, 451, now), (parked.State, parked.Result, parked.Answer, parked.EndedAt));
        Assert.Equal(Tries.Most, parked.Attempts.Length);
        now += TimeSpan.FromDays(1);
        Assert.Equal(0, await worker.SendDueAsync(MessageChannel.Webhook, default));

        await using (var pages = box.Book.As(BookRole.Web))
        {
            var list = new OutboxList(pages);
            Assert.False(await list.SendAgainAsync("other-office", sent.Id, now, default));
            Assert.True(await list.SendAgainAsync(Enqueued.Office, sent.Id, now, default));
            Assert.False(await list.SendAgainAsync(Enqueued.Office, sent.Id, now, default));
        }

        outcome = new(SendResult.Delivered, 200);
        Assert.Equal(1, await worker.SendDueAsync(MessageChannel.Webhook, default));
        var done = Assert.Single(await box.EntriesAsync());
        Assert.Equal((MessageState.Sent, SendResult.Delivered, Tries.Most + 1), (done.State, done.Result, done.Attempts.Length));
        Assert.All(keys, key => Assert.Equal(sent.IdempotencyKey, key));
        await box.AssertEachSentOnceAsync();
    }

    [Fact]
    public async Task What_is_refused_is_parked_at_once_what_says_nothing_any_more_is_dropped_and_a_fault_of_one_is_not_the_others()
    {
        await using var box = await Enqueued.NewAsync(cluster);
        var messages = await box.AddAsync(5, Start);
        var later = Start.AddHours(15);
        var worker = Worker(box, message => messages.IndexOf(message with { About = messages.Single(each => each.Id == message.Id).About }) switch
        {
            0 => new(SendResult.Refused, 550),
            1 => new(SendResult.NothingStands),
            2 => throw new InvalidOperationException(),
            3 => new(SendResult.QuietHours, Until: later),
            _ => new(SendResult.Delivered),
        });

        Assert.Equal(5, await worker.SendDueAsync(MessageChannel.Webhook, default));

        var entries = (await box.EntriesAsync()).ToDictionary(entry => entry.Message.Id);
        Assert.Equal(
            [MessageState.Parked, MessageState.Dropped, MessageState.Waiting, MessageState.Waiting, MessageState.Sent],
            messages.Select(message => entries[message.Id].State));
        Assert.Equal(SendResult.Failed, entries[messages[2].Id].Result);
        Assert.Equal(later, entries[messages[3].Id].NextAt);
        Assert.Equal(2, await box.CountAsync("select count(*) from outbox_messages where state = 'Waiting' and tries = case result when 'QuietHours' then 0 else 1 end"));
    }

    [Fact]
    public async Task Who_was_cut_off_loses_its_claim_in_time_and_changes_nothing_when_it_comes_back()
    {
        await using var box = await Enqueued.NewAsync(cluster);
        await box.AddAsync(1, Start);
        var claims = new Claims(box.Book, TimeSpan.FromMinutes(10));
        var first = Assert.Single(await claims.TakeAsync(MessageChannel.Webhook, 10, Start, default));
        Assert.Empty(await claims.TakeAsync(MessageChannel.Webhook, 10, Start.AddMinutes(9), default));
        var second = Assert.Single(await claims.TakeAsync(MessageChannel.Webhook, 10, Start.AddMinutes(10), default));

        Assert.False(await claims.EndAsync(first, new(SendResult.Refused), TimeSpan.Zero, Start.AddMinutes(11), default));
        Assert.True(await claims.EndAsync(second, new(SendResult.Delivered), TimeSpan.FromSeconds(1), Start.AddMinutes(11), default));
        Assert.False(await claims.EndAsync(second, new(SendResult.Delivered), TimeSpan.FromSeconds(1), Start.AddMinutes(11), default));

        var entry = Assert.Single(await box.EntriesAsync());
        Assert.Equal([null, SendResult.Delivered], entry.Attempts.Select(attempt => attempt.Result));
        Assert.Equal((MessageState.Sent, first.Message.IdempotencyKey), (entry.State, second.Message.IdempotencyKey));
    }

    [Fact]
    public async Task A_message_that_ends_whoever_sends_it_is_parked_after_as_many_tries_as_any_other()
    {
        await using var box = await Enqueued.NewAsync(cluster);
        await box.AddAsync(1, Start);
        var claims = new Claims(box.Book, TimeSpan.FromMinutes(10));
        for (var cut = 0; cut < Tries.Most; cut++, now += TimeSpan.FromMinutes(10))
        {
            Assert.Single(await claims.TakeAsync(MessageChannel.Webhook, 10, now, default));
        }

        await Worker(box, _ => throw new InvalidOperationException()).SendDueAsync(MessageChannel.Webhook, default);

        var entry = Assert.Single(await box.EntriesAsync());
        Assert.Equal((MessageState.Parked, SendResult.Interrupted), (entry.State, entry.Result));
    }

    [Fact]
    public async Task Asked_to_stop_it_ends_what_it_is_at_and_puts_back_the_rest()
    {
        await using var box = await Enqueued.NewAsync(cluster);
        await box.AddAsync(20, Start);
        using var stop = new CancellationTokenSource();
        var worker = Worker(box, _ =>
        {
            stop.Cancel();
            return new(SendResult.Delivered);
        });

        await worker.SendDueAsync(MessageChannel.Webhook, stop.Token);

        var sent = await box.CountAsync("select count(*) from outbox_messages where state = 'Sent'");
        Assert.InRange(sent, 1, 4);
        Assert.Equal(20 - sent, await box.CountAsync("select count(*) from outbox_messages where state = 'Waiting' and claimed_until is null and tries = 0"));
        await Worker(box, _ => new(SendResult.Delivered)).SendDueAsync(MessageChannel.Webhook, default);
        await box.AssertEachSentOnceAsync();
    }

    [Fact]
    public async Task The_pages_see_their_own_office_s_messages_and_change_no_more_than_to_send_one_again()
    {
        await using var box = await Enqueued.NewAsync(cluster);
        await box.AddAsync(1, Start);
        await using var pages = box.Book.As(BookRole.Web);

        Assert.Empty(await new OutboxList(pages).ReadAsync("other-office", state: null, 1, default));
        Assert.Single(await new OutboxList(pages).ReadAsync(Enqueued.Office, MessageState.Waiting, 1, default));
        Assert.Empty(await new OutboxList(pages).ReadAsync(Enqueued.Office, MessageState.Parked, 1, default));
        foreach (var statement in new[] { "update outbox_messages set about = '{}'", "delete from outbox_messages", "update outbox_attempts set result = 'Delivered'" })
        {
            await using var command = pages.Database.CreateCommand(statement);
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
        }
    }

    private OutboxWorker Worker(Enqueued box, Func<OutgoingMessage, SendOutcome> send) =>
        new(box.Book, (message, _, _) => Task.FromResult(send(message)), () => now);
}
