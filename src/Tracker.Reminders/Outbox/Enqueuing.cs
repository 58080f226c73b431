using System.Collections.Immutable;
using Npgsql;

namespace Tracker.Reminders.Outbox;

/// <summary>Puts messages into the outbox.</summary>
public static class Enqueuing
{
    /// <summary>On what a sender of this database listens.</summary>
    public const string Signal = "tracker_outbox";

    private const string Insert =
        """
        insert into outbox_messages
          (id, tenant_id, channel, kind, recipient, idempotency_key, about, due_at, enqueued_at, state, next_at, attempts, tries)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'Waiting', $8, 0, 0)
        on conflict (idempotency_key) do nothing
        """;

    /// <summary>
    /// Within the caller's transaction, which has named its office: they are sent if that commits, and only then. Who sends is woken by the
    /// same commit; a notice takes a lock on the whole database, so an append to the book must not do this.
    /// </summary>
    /// <returns>How many were not there before.</returns>
    public static async Task<int> AddAsync(
        NpgsqlConnection connection, ImmutableArray<OutgoingMessage> messages, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (messages.IsEmpty)
        {
            return 0;
        }

        await using var batch = new NpgsqlBatch(connection);
        foreach (var message in messages)
        {
            batch.BatchCommands.Add(new(Insert)
            {
                Parameters =
                {
                    new() { Value = message.Id },
                    new() { Value = message.Office },
                    new() { Value = message.Channel.ToString() },
                    new() { Value = message.Kind.ToString() },
                    new() { Value = message.Recipient },
                    new() { Value = message.IdempotencyKey },
                    new() { Value = message.About.ToArray() },
                    new() { Value = message.DueAt.ToUniversalTime() },
                    new() { Value = now.ToUniversalTime() },
                },
            });
        }

        var added = await batch.ExecuteNonQueryAsync(cancellationToken);
        await using var notify = new NpgsqlCommand($"notify {Signal}", connection);
        await notify.ExecuteNonQueryAsync(cancellationToken);
        return added;
    }
}
