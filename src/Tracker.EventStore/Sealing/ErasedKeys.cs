using Npgsql;

namespace Tracker.EventStore.Sealing;

/// <summary>
/// What a deleted data key and deleted hashes leave behind: they stay on their page, and a plain vacuum would only let them be overwritten some day.
/// The write-ahead log and backups keep them until they expire.
/// A message in the outbox names what it is about by ids alone, and is put into words only as it goes out: it has nothing to be destroyed.
/// </summary>
public static class ErasedKeys
{
    private const int Attempts = 60;
    private static readonly string[] Tables = ["data_keys", "case_index", "case_pairs"];
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(500);

    // Whoever looked at the book before the key was deleted may still want to see it, and its row is then kept; so it is while somebody
    // writes who began before, for whoever looks meanwhile.
    private const string SomebodyLooks =
        """
        select exists (
          select from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()
            and greatest(age(backend_xmin), age(backend_xid)) > age(($1::text)::xid))
        """;

    // A session that is only just being opened looks too, at every database, and stands in no list yet: what was kept for it has been counted.
    private const string NothingKept = "select n_dead_tup = 0 from pg_stat_all_tables where relid = 'data_keys'::regclass";

    /// <summary>Writes the tables of data keys and hashes anew. Answers false if it was never free, or somebody kept looking at the book of before.</summary>
    /// <param name="book">Opened as its owner; the keys are deleted and committed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<bool> ForgetAsync(Book book, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        var since = (string)(await ScalarAsync(connection, "select pg_current_xact_id()::xid::text", [], cancellationToken))!;
        for (var attempt = 0; attempt < Attempts; attempt++, await Task.Delay(Turn, cancellationToken))
        {
            if (await ScalarAsync(connection, SomebodyLooks, [since], cancellationToken) is false
                && await TryWriteAnewAsync(connection, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Acts wait behind it, so it does not wait long itself.</summary>
    private static async Task<bool> TryWriteAnewAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await ScalarAsync(connection, $"set lock_timeout = {(int)Turn.TotalMilliseconds}", [], cancellationToken);
        try
        {
            foreach (var table in Tables)
            {
                await ScalarAsync(connection, $"vacuum (full, analyze) {table}", [], cancellationToken);
            }

            // Content without its key says nothing; only its room is given back.
            await ScalarAsync(connection, "vacuum document_chunks", [], cancellationToken);
            return await ScalarAsync(connection, NothingKept, [], cancellationToken) is true;
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
        finally
        {
            await ScalarAsync(connection, "reset lock_timeout", [], CancellationToken.None);
        }
    }

    private static async Task<object?> ScalarAsync(
        NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
