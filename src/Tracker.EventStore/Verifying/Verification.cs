using Npgsql;
using Tracker.EventStore.Indexing;
using Tracker.EventStore.Sealing;
using Tracker.EventStore.Seals;
using Tracker.EventStore.Verifying;

namespace Tracker.EventStore;

/// <summary>账簿核验: everything that can be checked of the book itself, and of the database that keeps it.</summary>
public static class Verification
{
    /// <summary>Reads the whole book. Answers the number of events; none if the tables are no longer such that they could be read.</summary>
    /// <param name="snapshot">The moment that is checked.</param>
    /// <param name="head">A head code from paper, or none.</param>
    /// <param name="findings">Receives what is wrong.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="contents">Whether the content of every document is opened.</param>
    public static async Task<long?> RunAsync(
        BookSnapshot snapshot, SealCode? head, BookFindings findings, CancellationToken cancellationToken, bool contents = false)
    {
        await GuardCheck.RunAsync(snapshot.Connection, findings, cancellationToken);
        try
        {
            var events = await new StreamCheck(snapshot.MasterKey, findings).RunAsync(snapshot.Connection, cancellationToken);
            await OrderCheck.RunAsync(snapshot.Connection, head, findings, cancellationToken);
            await RowChecks.RunAsync(snapshot.Connection, findings, cancellationToken);
            await new DocumentCheck(snapshot.Connection, snapshot.MasterKey, findings).RunAsync(contents, cancellationToken);
            await ProtectionKeys.CheckAsync(snapshot.Connection, snapshot.MasterKey, findings, cancellationToken);
            await IndexKeys.CheckAsync(snapshot.Connection, snapshot.MasterKey, findings, cancellationToken);
            await SealedSettings.CheckAsync(snapshot.Connection, snapshot.MasterKey, findings, cancellationToken);
            return events;
        }
        catch (Exception fault) when (findings.Has(BookFault.Guard) && IsOfStructure(fault))
        {
            return null; // the guard check has named what is missing
        }
    }

    /// <summary>A table or column that is gone or is of another type, or a row that must not be seen.</summary>
    private static bool IsOfStructure(Exception fault) =>
        fault is InvalidCastException
        || (fault is PostgresException answer && answer.SqlState.StartsWith("42", StringComparison.Ordinal));

    /// <summary>The same on the book as it stands now.</summary>
    public static async Task<long?> RunAsync(Book book, BookFindings findings, CancellationToken cancellationToken)
    {
        await using var snapshot = await BookSnapshot.TakeAsync(book, cancellationToken);
        return await RunAsync(snapshot, head: null, findings, cancellationToken);
    }
}
