using Npgsql;

namespace Tracker.EventStore;

/// <summary>What a durable reader makes of the next events; whatever it writes on the connection commits with the new position.</summary>
public delegate Task EventsHandler(NpgsqlConnection connection, IReadOnlyList<PlacedEvent> events, CancellationToken cancellationToken);

/// <summary>
/// A reader of the global order that keeps its place in the book's database, advanced in the same transaction as whatever it
/// writes: each event reaches it once, whatever breaks in between, and also where two processes read under one name.
/// </summary>
/// <param name="book">Not the pages'.</param>
/// <param name="name">The reader's own name, for ever.</param>
public sealed class DurableReader(Book book, string name)
{
    private const string Position = "select coalesce(max(last_seq_id), 0) from mt_event_progression where name = $1";

    // Inserting under a name another reader has just inserted waits for it, like locking its row.
    private const string Lock =
        """
        insert into mt_event_progression as reader (name, last_seq_id) values ($1, 0)
        on conflict (name) do update set last_seq_id = reader.last_seq_id
        returning last_seq_id
        """;

    private const string Advance = "update mt_event_progression set last_seq_id = $2, last_updated = now() where name = $1";

    private readonly GlobalOrder order = new(book);

    /// <summary>
    /// Hands over the next events, at most <paramref name="atMost"/>, in order. Answers how many; none when there is nothing new that
    /// is safe to read.
    /// </summary>
    public async Task<int> AdvanceAsync(int atMost, EventsHandler handle, CancellationToken cancellationToken)
    {
        // Before the transaction: its own id would hold the safe place back.
        var safe = await order.SafePositionAsync(cancellationToken);
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await PlaceAsync(connection, Position, cancellationToken) >= safe)
        {
            return 0;
        }

        var place = await PlaceAsync(connection, Lock, cancellationToken);
        var events = await GlobalOrder.ReadAsync(connection, place, safe, atMost, cancellationToken).ToListAsync(cancellationToken);
        if (events.Count > 0)
        {
            await handle(connection, events, cancellationToken);
        }

        await using var advance = new NpgsqlCommand(Advance, connection, transaction)
        {
            Parameters =
            {
                new() { Value = name },
                new() { Value = events.Count == atMost ? events[^1].Recorded.Position : Math.Max(place, safe) },
            },
        };
        await advance.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return events.Count;
    }

    private async Task<long> PlaceAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.SeeingEverything());
        batch.BatchCommands.Add(new(statement) { Parameters = { new() { Value = name } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetInt64(0);
    }
}
