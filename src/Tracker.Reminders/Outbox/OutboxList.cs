using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using Tracker.EventStore;

namespace Tracker.Reminders.Outbox;

/// <summary>A message as its office sees it.</summary>
/// <param name="Message">Which.</param>
/// <param name="State">Where it stands.</param>
/// <param name="NextAt">When it is tried next, if it waits.</param>
/// <param name="Result">What came of the last attempt; none before the first has ended.</param>
/// <param name="Answer">What the other side answered to it.</param>
/// <param name="EndedAt">When it was sent, dropped or parked.</param>
/// <param name="Attempts">Every attempt, in order.</param>
public sealed record OutboxEntry(
    OutgoingMessage Message,
    MessageState State,
    DateTimeOffset NextAt,
    SendResult? Result,
    int? Answer,
    DateTimeOffset? EndedAt,
    ImmutableArray<OutboxAttempt> Attempts);

/// <summary>One attempt.</summary>
/// <param name="BeganAt">When.</param>
/// <param name="Result">What came of it; none while it goes on, or if whoever made it was cut off.</param>
/// <param name="Took">How long it took.</param>
public sealed record OutboxAttempt(DateTimeOffset BeganAt, SendResult? Result, int? Answer, TimeSpan? Took);

/// <summary>待发箱 of an office, to look at and to send again what was parked.</summary>
public sealed class OutboxList(Book book)
{
    public const int PageSize = 50;

    private const string Page =
        """
        select m.id, m.channel, m.kind, m.recipient, m.idempotency_key, m.about, m.due_at, m.state, m.next_at, m.result, m.answer, m.ended_at,
          a.began_at, a.result, a.answer, a.milliseconds
        from (
          select p.*, row_number() over (order by p.rest, p.planned_at, p.id desc) as place from (
            (select *, false as rest, next_at as planned_at from outbox_messages
             where tenant_id = $1 and state = 'Waiting' and ($2::varchar is null or state = $2) and $5::uuid is null
             order by next_at, id desc limit $3 + $4)
            union all
            (select *, true, null from outbox_messages
             where tenant_id = $1 and (state <> 'Waiting' or $5 is not null) and ($2 is null or state = $2) and ($5 is null or (recipient = $5 and kind = 'Test'))
             order by id desc limit $3 + $4)) p
          order by place limit $3 offset $4) m
        left join outbox_attempts a on a.message_id = m.id
        order by m.place, a.number
        """;

    private const string Planned =
        """
        select m.id, m.channel, m.kind, m.recipient, m.idempotency_key, m.about, m.due_at, m.state, m.next_at, m.result, m.answer, m.ended_at
        from outbox_messages m where m.tenant_id = $1 and m.enqueued_at = any($2) order by m.id
        """;

    private const string Again =
        """
        update outbox_messages set state = 'Waiting', next_at = $3, tries = 0, claimed_until = null, ended_at = null
        where tenant_id = $1 and id = $2 and state = 'Parked'
        """;

    /// <summary>One page: what waits, by when it is tried next, then the rest, the latest first.</summary>
    /// <param name="office">Office code.</param>
    /// <param name="state">Only those that stand so; none for all.</param>
    /// <param name="page">From 1 on.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<ImmutableArray<OutboxEntry>> ReadAsync(string office, MessageState? state, int page, CancellationToken cancellationToken) =>
        ReadAsync(office, state, testsOf: null, PageSize, page, cancellationToken);

    /// <summary>What a sweep planned in the moment in which it recorded what is told; without the attempts.</summary>
    public async Task<ImmutableArray<OutboxEntry>> PlannedAsync(
        string office, IEnumerable<DateTimeOffset> recordedAt, CancellationToken cancellationToken)
    {
        var select = new NpgsqlBatchCommand(Planned)
        {
            Parameters = { new() { Value = office }, new() { Value = recordedAt.Select(at => at.ToUniversalTime()).Distinct().ToArray() } },
        };
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Book.ForOffice(office), select } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var entries = ImmutableArray.CreateBuilder<OutboxEntry>();
        while (await reader.ReadAsync(cancellationToken))
        {
            entries.Add(Entry(reader, office));
        }

        return entries.ToImmutable();
    }

    /// <summary>The last test sent to a recipient, or none.</summary>
    public async Task<OutboxEntry?> LastTestAsync(string office, Guid recipient, CancellationToken cancellationToken) =>
        (await ReadAsync(office, state: null, recipient, 1, 1, cancellationToken)).FirstOrDefault();

    private async Task<ImmutableArray<OutboxEntry>> ReadAsync(
        string office, MessageState? state, Guid? testsOf, int size, int page, CancellationToken cancellationToken)
    {
        var select = new NpgsqlBatchCommand(Page)
        {
            Parameters =
            {
                new() { Value = office },
                new() { Value = (object?)state?.ToString() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar },
                new() { Value = (long)size },
                new() { Value = (long)(page - 1) * size },
                new() { Value = (object?)testsOf ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
            },
        };
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Book.ForOffice(office), select } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var entries = new List<OutboxEntry>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var entry = Entry(reader, office);
            if (entries is not [.., var last] || last.Message.Id != entry.Message.Id)
            {
                entries.Add(entry);
            }

            if (!reader.IsDBNull(12))
            {
                entries[^1] = entries[^1] with { Attempts = entries[^1].Attempts.Add(Attempt(reader)) };
            }
        }

        return [.. entries];
    }

    /// <summary>重新发送: a parked message is tried anew, as often as a new one. False if it is not parked, or not this office's.</summary>
    public async Task<bool> SendAgainAsync(string office, Guid message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var update = new NpgsqlBatchCommand(Again)
        {
            Parameters = { new() { Value = office }, new() { Value = message }, new() { Value = now.ToUniversalTime() } },
        };
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Book.ForOffice(office), update, new($"notify {Enqueuing.Signal}") } };
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return update.RecordsAffected == 1;
    }

    /// <summary>Enqueues a message that is no consequence of anything else, such as a test. False if one of its key was there.</summary>
    public async Task<bool> AddAsync(OutgoingMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var own = new NpgsqlBatch(connection, transaction) { BatchCommands = { Book.ForOffice(message.Office) } })
        {
            await own.ExecuteNonQueryAsync(cancellationToken);
        }

        var added = await Enqueuing.AddAsync(connection, [message], now, cancellationToken);
        await Committing.RunAsync(() => transaction.CommitAsync(cancellationToken));
        return added == 1;
    }

    private static OutboxEntry Entry(NpgsqlDataReader reader, string office) => new(
        new(
            reader.GetGuid(0),
            office,
            Enum.Parse<MessageChannel>(reader.GetString(1)),
            Enum.Parse<MessageKind>(reader.GetString(2)),
            reader.GetGuid(3),
            reader.GetString(4),
            [.. reader.GetFieldValue<Guid[]>(5)],
            reader.GetFieldValue<DateTimeOffset>(6)),
        Enum.Parse<MessageState>(reader.GetString(7)),
        reader.GetFieldValue<DateTimeOffset>(8),
        Result(reader, 9),
        reader.GetFieldValue<int?>(10),
        reader.GetFieldValue<DateTimeOffset?>(11),
        []);

    private static OutboxAttempt Attempt(NpgsqlDataReader reader) => new(
        reader.GetFieldValue<DateTimeOffset>(12),
        Result(reader, 13),
        reader.GetFieldValue<int?>(14),
        reader.GetFieldValue<int?>(15) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null);

    private static SendResult? Result(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : Enum.Parse<SendResult>(reader.GetString(column));
}
