using Npgsql;
using Tracker.Domain.RecordCorrections;
using Tracker.EventStore;

namespace Tracker.ReadModels.Corrections;

/// <summary>
/// Keeps <c>correction_rows</c> in step with the book. An office has few 更正申请, so they are rebuilt in one transaction behind which acts
/// wait, and compared in memory.
/// </summary>
public static class CorrectionRows
{
    private const int Chunk = 500;

    /// <summary>Adds the row's change to an append's own batch, so that a clerk sees the act at once.</summary>
    public static void Write(NpgsqlBatch batch, StreamKey key, VersionStep step, RecordCorrectionState state) =>
        batch.BatchCommands.Add(CorrectionRowColumns.Command(
            step.Begins ? CorrectionRowColumns.Insert : CorrectionRowColumns.Update, CorrectionRow.From(key, step.To, state)));

    /// <summary>Reads the book anew and puts what it comes to in the place of the rows; readers see the old ones until then. Answers how many.</summary>
    /// <exception cref="BookException">An event cannot be read; the old rows stay.</exception>
    public static async Task<long> RebuildAsync(Book book, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var alone = new NpgsqlBatch(connection, transaction) { Timeout = 0 })
        {
            alone.BatchCommands.Add(Book.SeeingEverything());
            alone.BatchCommands.Add(Book.AloneWithAppends());
            alone.BatchCommands.Add(new("delete from correction_rows"));
            await alone.ExecuteNonQueryAsync(cancellationToken);
        }

        var folded = await RecordCorrectionReader.AllAsync(connection, cancellationToken).ToListAsync(cancellationToken);
        foreach (var some in folded.Chunk(Chunk))
        {
            await using var batch = new NpgsqlBatch(connection, transaction) { Timeout = 0 };
            foreach (var row in some.Select(CorrectionRow.From))
            {
                batch.BatchCommands.Add(CorrectionRowColumns.Command(CorrectionRowColumns.Insert, row));
            }

            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await Committing.RunAsync(() => transaction.CommitAsync(cancellationToken));
        return folded.Count;
    }

    /// <summary>Names rows that are missing, left over, or unlike the row recomputed from the book. Answers how many were compared.</summary>
    public static async Task<long> VerifyAsync(BookSnapshot snapshot, BookFindings findings, CancellationToken cancellationToken)
    {
        var stored = await StoredAsync(snapshot.Connection, cancellationToken);
        var compared = 0L;
        await foreach (var folded in RecordCorrectionReader.AllAsync(snapshot.Connection, cancellationToken))
        {
            compared++;
            if (!stored.Remove(folded.Key, out var found) || found.Row != CorrectionRow.From(folded))
            {
                findings.Add(BookFault.ReadModelRow, folded.Key, folded.Version);
            }
        }

        foreach (var (key, (version, _)) in stored)
        {
            findings.Add(BookFault.ReadModelRow, key, version);
        }

        return compared;
    }

    private static async Task<Dictionary<StreamKey, (long Version, CorrectionRow? Row)>> StoredAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"select {CorrectionRowColumns.Names} from correction_rows order by tenant_id, id", connection)
        {
            CommandTimeout = 0,
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new Dictionary<StreamKey, (long Version, CorrectionRow? Row)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new(reader.GetString(0), reader.GetGuid(1)), (reader.GetInt64(2), CorrectionRowColumns.TryRead(reader)));
        }

        return rows;
    }
}
