using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using Tracker.EventStore;

namespace Tracker.Reminders.Outbox;

/// <summary>A message somebody has taken up to send it.</summary>
/// <param name="Message">Which.</param>
/// <param name="Attempt">The number under which it was taken up; whoever takes it up later has a higher one.</param>
/// <param name="Try">How often since it was enqueued, or sent again by hand.</param>
internal sealed record Claim(OutgoingMessage Message, int Attempt, int Try);

/// <summary>
/// Takes messages up and says what came of them. A claim is committed before anything is sent, and lasts for a while: of a sender that was
/// killed its messages come up again after that, and are sent once more under the same key. Who comes back late with a result changes nothing.
/// </summary>
internal sealed class Claims(Book worker, TimeSpan lease)
{
    private const string Take =
        """
        with due as (
          select id from outbox_messages
          where channel = $1 and state = 'Waiting' and next_at <= $2 and (claimed_until is null or claimed_until <= $2)
          order by next_at, id limit $4 for update skip locked),
        taken as (
          update outbox_messages m set claimed_until = $3, attempts = m.attempts + 1, tries = m.tries + 1
          from due where m.id = due.id returning m.*),
        begun as (
          insert into outbox_attempts (tenant_id, message_id, number, began_at) select tenant_id, id, attempts, $2 from taken)
        select id, tenant_id, kind, recipient, idempotency_key, about, due_at, attempts, tries from taken order by next_at, id
        """;

    private const string End =
        """
        with ended as (
          update outbox_messages
          set state = $3, next_at = coalesce($4, next_at), claimed_until = null, result = $5, answer = $6, ended_at = $7, tries = $8
          where id = $1 and attempts = $2 and state = 'Waiting' returning id, attempts)
        update outbox_attempts a set result = $5, answer = $6, milliseconds = $9
        from ended where a.message_id = ended.id and a.number = ended.attempts
        """;

    /// <summary>Messages whose time has come and which nobody else is sending, as many as asked for at most.</summary>
    public async Task<ImmutableArray<Claim>> TakeAsync(MessageChannel channel, int most, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = worker.Database.CreateCommand(Take);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new() { Value = channel.ToString() }, Instant(now), Instant(now + lease), new() { Value = (long)most },
        });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var claims = ImmutableArray.CreateBuilder<Claim>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var message = new OutgoingMessage(
                reader.GetGuid(0),
                reader.GetString(1),
                channel,
                Enum.Parse<MessageKind>(reader.GetString(2)),
                reader.GetGuid(3),
                reader.GetString(4),
                [.. reader.GetFieldValue<Guid[]>(5)],
                reader.GetFieldValue<DateTimeOffset>(6));
            claims.Add(new(message, reader.GetInt32(7), reader.GetInt32(8)));
        }

        return claims.ToImmutable();
    }

    /// <summary>Says what came of an attempt; false if the message is somebody else's by now.</summary>
    public async Task<bool> EndAsync(Claim claim, SendOutcome outcome, TimeSpan took, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var verdict = outcome.Verdict == Verdict.Retried && claim.Try >= Tries.Most ? Verdict.Parked : outcome.Verdict;
        var (state, next) = verdict switch
        {
            Verdict.Sent => (MessageState.Sent, (DateTimeOffset?)null),
            Verdict.Dropped => (MessageState.Dropped, null),
            Verdict.Postponed => (MessageState.Waiting, outcome.Until ?? now),
            Verdict.Retried => (MessageState.Waiting, now + Tries.Pauses[claim.Try - 1]),
            Verdict.Parked => (MessageState.Parked, null),
        };
        await using var command = worker.Database.CreateCommand(End);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new() { Value = claim.Message.Id },
            new() { Value = claim.Attempt },
            new() { Value = state.ToString() },
            Instant(next),
            new() { Value = outcome.Result.ToString() },
            new() { Value = (object?)outcome.Answer ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer },
            Instant(state == MessageState.Waiting ? null : now),
            new() { Value = verdict == Verdict.Postponed ? claim.Try - 1 : claim.Try },
            new() { Value = (int)took.TotalMilliseconds },
        });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private static NpgsqlParameter Instant(DateTimeOffset? at) =>
        new() { Value = (object?)at?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
