using System.Collections.Immutable;
using Tracker.EventStore;
using Tracker.Reminders.Outbox;
using Tracker.Tests;

namespace Tracker.Reminders.Tests.Outbox;

/// <summary>A database with messages in its outbox, and what became of them.</summary>
internal sealed class Enqueued : IAsyncDisposable
{
    public const string Office = "test-office";

    private Enqueued(FilledDatabase database, Book book)
    {
        Database = database;
        Book = book;
    }

    public FilledDatabase Database { get; }

    public Book Book { get; }

    public ImmutableArray<OutgoingMessage> Messages { get; private set; } = [];

    public static async Task<Enqueued> NewAsync(PrivateClusterFixture cluster)
    {
        var database = new FilledDatabase(await cluster.NewMigratedDatabaseAsync(), cluster.NewFolder());
        return new(database, await Book.OpenAsync(database.ConnectionString, database.Key, BookRole.Worker, default));
    }

    /// <summary>Enqueues so many, all due at once.</summary>
    public async Task<ImmutableArray<OutgoingMessage>> AddAsync(int count, DateTimeOffset dueAt, MessageChannel channel = MessageChannel.Webhook)
    {
        ImmutableArray<OutgoingMessage> added =
        [
            .. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).Select(id =>
                new OutgoingMessage(id, Office, channel, MessageKind.Notice, Guid.CreateVersion7(), $"test-{id}", [id], dueAt)),
        ];
        await using var connection = await Book.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        Assert.Equal(count, await Enqueuing.AddAsync(connection, added, dueAt, default));
        await transaction.CommitAsync();
        Messages = [.. Messages, .. added];
        return added;
    }

    /// <summary>The messages and their attempts, as their office sees them.</summary>
    public async Task<ImmutableArray<OutboxEntry>> EntriesAsync()
    {
        await using var pages = Book.As(BookRole.Web);
        return await new OutboxList(pages).ReadAsync(Office, state: null, 1, default);
    }

    /// <summary>Every message is sent, and says so in exactly one attempt.</summary>
    public async Task AssertEachSentOnceAsync()
    {
        Assert.Equal(Messages.Length, await CountAsync("select count(*) from outbox_messages where state = 'Sent'"));
        Assert.Equal(0, await CountAsync("select count(*) from outbox_messages where state <> 'Sent'"));
        Assert.Equal(
            Messages.Length,
            await CountAsync("select count(*) from (select from outbox_attempts where result = 'Delivered' group by message_id having count(*) = 1) as once"));
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var command = Book.Database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => Book.DisposeAsync();
}
