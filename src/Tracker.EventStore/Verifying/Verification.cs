using Tracker.EventStore.Seals;
using Tracker.EventStore.Verifying;

namespace Tracker.EventStore;

/// <summary>账簿核验: everything that can be checked of the book itself, and of the database that keeps it.</summary>
public static class Verification
{
    /// <summary>Reads the whole book. Answers the number of events.</summary>
    /// <param name="snapshot">The moment that is checked.</param>
    /// <param name="head">A head code from paper, or none.</param>
    /// <param name="findings">Receives what is wrong.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<long> RunAsync(
        BookSnapshot snapshot, SealCode? head, BookFindings findings, CancellationToken cancellationToken)
    {
        var events = await StreamCheck.RunAsync(snapshot.Connection, findings, cancellationToken);
        await OrderCheck.RunAsync(snapshot.Connection, head, findings, cancellationToken);
        await RowChecks.RunAsync(snapshot.Connection, findings, cancellationToken);
        await GuardCheck.RunAsync(snapshot.Connection, findings, cancellationToken);
        return events;
    }

    /// <summary>The same on the book as it stands now.</summary>
    public static async Task<long> RunAsync(Book book, BookFindings findings, CancellationToken cancellationToken)
    {
        await using var snapshot = await BookSnapshot.TakeAsync(book, cancellationToken);
        return await RunAsync(snapshot, head: null, findings, cancellationToken);
    }
}
