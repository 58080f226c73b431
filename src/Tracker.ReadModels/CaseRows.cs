using Npgsql;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.EventStore;

namespace Tracker.ReadModels;

/// <summary>Keeps <c>case_rows</c> in step with the book: with every append, with an import, and from the beginning.</summary>
public sealed class CaseRows(WorkingCalendar calendar)
{
    private const int RowsPerCopy = 5000;

    /// <summary>Adds the row's change to an append's own batch, so that a clerk sees the act at once.</summary>
    public void Write(NpgsqlBatch batch, StreamKey key, VersionStep step, RequestState state)
    {
        var command = new NpgsqlBatchCommand(step.Begins ? CaseRowColumns.Insert : CaseRowColumns.Update);
        foreach (var (value, type) in CaseRowColumns.Values(CaseRow.From(key, step.To, state, calendar)))
        {
            command.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        }

        batch.BatchCommands.Add(command);
    }

    /// <summary>Copies the rows of requests that have none yet.</summary>
    public async Task CopyAsync(NpgsqlConnection connection, IReadOnlyList<FoldedRequest> requests, CancellationToken cancellationToken)
    {
        await using var importer = await connection.BeginBinaryImportAsync(
            $"copy case_rows ({CaseRowColumns.Names}) from stdin (format binary)", cancellationToken);
        foreach (var request in requests)
        {
            await importer.StartRowAsync(cancellationToken);
            foreach (var (value, type) in CaseRowColumns.Values(CaseRow.From(request.Key, request.Version, request.State, calendar)))
            {
                if (value is null)
                {
                    await importer.WriteNullAsync(cancellationToken);
                }
                else
                {
                    await importer.WriteAsync(value, type, cancellationToken);
                }
            }
        }

        await importer.CompleteAsync(cancellationToken);
    }

    /// <summary>Reads the book once in order and writes every row anew, in one transaction. Answers how many.</summary>
    public async Task<long> RebuildAsync(Book book, CancellationToken cancellationToken)
    {
        await using var reading = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var writing = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await writing.BeginTransactionAsync(cancellationToken);
        await using var clearing = new NpgsqlBatch(writing, transaction)
        {
            BatchCommands = { Book.AloneWithAppends(), new("delete from case_rows") },
        };
        await clearing.ExecuteNonQueryAsync(cancellationToken);
        var (rebuilt, pending) = (0L, new List<FoldedRequest>(RowsPerCopy));
        await foreach (var request in BookReader.RequestsAsync(reading, cancellationToken))
        {
            pending.Add(request);
            if (pending.Count == RowsPerCopy)
            {
                await FlushAsync();
            }
        }

        await FlushAsync();
        await transaction.CommitAsync(cancellationToken);
        return rebuilt;

        async Task FlushAsync()
        {
            await CopyAsync(writing, pending, cancellationToken);
            rebuilt += pending.Count;
            pending.Clear();
        }
    }

    /// <summary>Names rows that are missing, left over, or unlike the row recomputed from the book. Answers how many were compared.</summary>
    public async Task<long> VerifyAsync(Book book, BookFindings findings, CancellationToken cancellationToken)
    {
        await using var snapshot = await BookSnapshot.TakeAsync(book, cancellationToken);
        return await VerifyAsync(snapshot, findings, cancellationToken);
    }

    /// <summary>The same at the moment of a snapshot.</summary>
    public async Task<long> VerifyAsync(BookSnapshot snapshot, BookFindings findings, CancellationToken cancellationToken)
    {
        var listing = await snapshot.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"select {CaseRowColumns.Names} from case_rows order by tenant_id, id", listing)
        {
            CommandTimeout = 0,
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var stored = await NextAsync();
        var compared = 0L;
        await foreach (var request in BookReader.RequestsAsync(snapshot.Connection, cancellationToken))
        {
            compared++;
            while (stored is not null && Order(stored, request.Key) < 0)
            {
                findings.Add(BookFault.ReadModelRow, new(stored.Office, stored.Id), stored.Version);
                stored = await NextAsync();
            }

            if (stored is not null && Order(stored, request.Key) == 0)
            {
                if (!stored.SameAs(CaseRow.From(request.Key, request.Version, request.State, calendar)))
                {
                    findings.Add(BookFault.ReadModelRow, request.Key, request.Version);
                }

                stored = await NextAsync();
            }
            else
            {
                findings.Add(BookFault.ReadModelRow, request.Key, request.Version);
            }
        }

        for (; stored is not null; stored = await NextAsync())
        {
            findings.Add(BookFault.ReadModelRow, new(stored.Office, stored.Id), stored.Version);
        }

        return compared;

        async Task<CaseRow?> NextAsync() => await rows.ReadAsync(cancellationToken) ? CaseRowColumns.Read(rows) : null;
    }

    /// <summary>The database's own order: offices as the collation C compares them, then uuids byte by byte.</summary>
    private static int Order(CaseRow row, StreamKey key) => string.CompareOrdinal(row.Office, key.Office) is not 0 and var byOffice
        ? byOffice
        : row.Id.ToByteArray(bigEndian: true).AsSpan().SequenceCompareTo(key.Id.ToByteArray(bigEndian: true));
}
