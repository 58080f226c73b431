using Npgsql;

namespace Tracker.EventStore.Seals;

/// <summary>What the book was up to a place.</summary>
/// <param name="Code">The head code, to be printed.</param>
/// <param name="Events">How many events stand up to there.</param>
/// <param name="SealedAt">When it was sealed.</param>
public sealed record Seal(SealCode Code, long Events, DateTimeOffset SealedAt);

/// <summary>
/// 封存: works in the global order, behind every commit that may still come, and keeps the book's digest in a table of its own. A seal
/// makes a change evident to whoever holds the table; the code printed on paper proves it even against the table.
/// </summary>
/// <param name="book">Not the pages'.</param>
public sealed class Sealer(Book book)
{
    private readonly GlobalOrder order = new(book);

    /// <summary>Seals everything committed until now. Answers the head; none for an empty book.</summary>
    public async Task<Seal?> SealAllAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await SealAsync(await order.WaitAsync(cancellationToken), now, cancellationToken);

    /// <summary>Seals what is safe by now, without waiting for anybody.</summary>
    public async Task<Seal?> SealSafeAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await SealAsync(await order.SafePositionAsync(cancellationToken), now, cancellationToken);

    private async Task<Seal?> SealAsync(long upTo, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await BeginAsync(connection, cancellationToken);
        var (head, last, digest) = await LastAsync(connection, cancellationToken);
        var added = await AddAsync(connection, digest, last, upTo, cancellationToken);
        if (added == last)
        {
            return head;
        }

        await using var insert = new NpgsqlCommand(
            "insert into seals (last_position, events, digest, sealed_at) values ($1, $2, $3, $4)", connection, transaction)
        {
            Parameters =
            {
                new() { Value = added },
                new() { Value = digest.Events },
                new() { Value = digest.Value },
                new() { Value = now.UtcDateTime },
            },
        };
        await insert.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(SealCode.Of(added, digest.Value), digest.Events, now);
    }

    /// <summary>One sealer at a time, which sees every office.</summary>
    private static async Task BeginAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new($"select pg_advisory_xact_lock({AdvisoryLocks.Family}, {AdvisoryLocks.Seals})"),
                Book.SeeingEverything(),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<(Seal? Head, long Last, SealDigest Digest)> LastAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select last_position, events, digest, sealed_at from seals order by last_position desc limit 1", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return (null, 0, SealDigest.Beginning);
        }

        var (position, events, digest) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2));
        return (new(SealCode.Of(position, digest), events, reader.GetFieldValue<DateTimeOffset>(3)), position, new SealDigest(digest, events));
    }

    /// <summary>Answers the last place that was added, or <paramref name="after"/> if there was none.</summary>
    private static async Task<long> AddAsync(
        NpgsqlConnection connection, SealDigest digest, long after, long upTo, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(SealedPlace.InOrder, connection)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = after }, new() { Value = upTo } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var place = SealedPlace.Read(reader);
            digest.Add(place);
            after = place.Position;
        }

        return after;
    }
}
