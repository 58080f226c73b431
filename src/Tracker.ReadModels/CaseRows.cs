using Npgsql;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.ReadModels.Rebuilding;

namespace Tracker.ReadModels;

/// <summary>Keeps <c>case_rows</c> in step with the book: with every append, with an import, and from the beginning.</summary>
public static class CaseRows
{
    /// <summary>Adds the row's change to an append's own batch, so that a clerk sees the act at once.</summary>
    public static void Write(NpgsqlBatch batch, StreamKey key, VersionStep step, RequestState state)
    {
        var command = new NpgsqlBatchCommand(step.Begins ? CaseRowColumns.Insert : CaseRowColumns.Update);
        CaseRowColumns.Write(new ParameterRow(command), CaseRow.From(new(key, step.To, state, step.EndedAt), step.Calendars));
        batch.BatchCommands.Add(command);
    }

    /// <summary>Copies the rows of requests that have none yet.</summary>
    public static async Task CopyAsync(
        NpgsqlConnection connection, IReadOnlyList<FoldedRequest> requests, CalendarHistory calendars, CancellationToken cancellationToken)
    {
        await using var copy = await BeginCopyAsync(connection, "case_rows", freeze: false, cancellationToken);
        await CopyAsync(copy, requests, calendars, cancellationToken);
        await copy.CompleteAsync(cancellationToken);
    }

    /// <summary>Reads the book anew and puts what it comes to in the place of the rows, while acts go on. Answers how many rows.</summary>
    /// <param name="owner">Opened as <see cref="BookRole.Owner"/>.</param>
    public static Task<long> RebuildAsync(Book owner, CancellationToken cancellationToken) => new CaseRowsRebuild(owner).RunAsync(cancellationToken);

    /// <param name="freeze">The table was made in this transaction: its rows need no vacuum later.</param>
    internal static Task<BinaryCopy> BeginCopyAsync(
        NpgsqlConnection connection, string table, bool freeze, CancellationToken cancellationToken) =>
        BinaryCopy.BeginAsync(
            connection, $"copy {table} ({CaseRowColumns.Names}) from stdin (format binary, freeze {freeze})", cancellationToken);

    internal static async Task CopyAsync(
        BinaryCopy copy, IReadOnlyList<FoldedRequest> requests, CalendarHistory calendars, CancellationToken cancellationToken)
    {
        foreach (var request in requests)
        {
            copy.BeginRow(CaseRowColumns.Count);
            CaseRowColumns.Write(copy, CaseRow.From(request, calendars));
            await copy.EndRowAsync(cancellationToken);
        }
    }

    /// <summary>Names rows that are missing, left over, or unlike the row recomputed from the book. Answers how many were compared.</summary>
    public static async Task<long> VerifyAsync(Book book, BookFindings findings, CancellationToken cancellationToken)
    {
        await using var snapshot = await BookSnapshot.TakeAsync(book, cancellationToken);
        return await VerifyAsync(snapshot, findings, cancellationToken);
    }

    /// <summary>The same at the moment of a snapshot.</summary>
    public static async Task<long> VerifyAsync(BookSnapshot snapshot, BookFindings findings, CancellationToken cancellationToken)
    {
        var order = await OfficeOrder.ReadAsync(snapshot.Connection, cancellationToken);
        await using var stored = await StoredCaseRows.OpenAsync(snapshot, cancellationToken);
        var calendars = await CalendarStore.VerifiedHistoryAsync(snapshot.Connection, findings, cancellationToken);
        var row = await stored.NextAsync(cancellationToken);
        var compared = 0L;
        await foreach (var request in BookReader.RequestsAsync(snapshot.Connection, cancellationToken))
        {
            compared++;
            for (; row is not null && order.Compare(row.Key, request.Key) < 0; row = await stored.NextAsync(cancellationToken))
            {
                findings.Add(BookFault.ReadModelRow, row.Key, row.Version);
            }

            if (row is null || row.Key != request.Key)
            {
                findings.Add(BookFault.ReadModelRow, request.Key, request.Version);
                continue;
            }

            if (row.Row is null || !row.Row.SameAs(CaseRow.From(request, calendars)))
            {
                findings.Add(BookFault.ReadModelRow, request.Key, request.Version);
            }

            row = await stored.NextAsync(cancellationToken);
        }

        for (; row is not null; row = await stored.NextAsync(cancellationToken))
        {
            findings.Add(BookFault.ReadModelRow, row.Key, row.Version);
        }

        return compared;
    }
}
