using System.Diagnostics;
using Npgsql;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.EventStore;

namespace Tracker.ReadModels.Adopting;

/// <summary>
/// 采用放假安排: shows first which open cases a notice moves; then, in one transaction and with every append waiting, the fact enters
/// the book and the rows of the open cases are written anew.
/// </summary>
/// <param name="worker">Not the pages': a notice concerns every office.</param>
public sealed class CalendarAdoption(Book worker)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly CalendarStore store = new(worker);

    /// <summary>How long acts may have to wait behind an adoption that does not get its turn, because an import or the like is under way.</summary>
    public TimeSpan Turn { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long it asks for its turn before it gives up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What adopting a notice would change. Nothing is written, and nobody waits.</summary>
    public async Task<AdoptionResult> ForeseeAsync(AdoptNotice command, CancellationToken cancellationToken)
    {
        await using var snapshot = await BookSnapshot.TakeAsync(worker, cancellationToken);
        var now = await CalendarStore.HistoryAsync(snapshot.Connection, cancellationToken);
        switch (AdoptNotice.Decide(now.State, command))
        {
            case Refused<CalendarEvent>(var reason):
                return new AdoptionRefused(reason);
            case Accepted<CalendarEvent>(var facts):
                var change = new CalendarChange(now, facts, command.Office);
                return new AdoptionForeseen(now.Version, change.Days, await change.CompareAsync(snapshot.Connection, write: false, cancellationToken));
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Adopts it, if the calendar is still the one that was seen.</summary>
    /// <param name="command">The notice.</param>
    /// <param name="seen">The version of the calendar whose consequences were seen; none when they were not looked at.</param>
    /// <param name="act">Who, and when; it stands under the system's own office.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="BookException">Appends never paused.</exception>
    public async Task<AdoptionResult> AdoptAsync(AdoptNotice command, long? seen, Act act, CancellationToken cancellationToken)
    {
        await using var connection = await worker.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await AloneAsync(connection, cancellationToken);
        var held = Stopwatch.StartNew();
        var now = await worker.Calendars.RefreshAsync(cancellationToken); // nobody can adopt anything until this ends
        if (now.Adopted.Any(recorded => recorded.CommandId == act.CommandId))
        {
            return new AdoptedBefore(now.Version);
        }

        if (seen is { } version && version != now.Version)
        {
            await transaction.RollbackAsync(cancellationToken);
            return new CalendarMovedOn(await ForeseeAsync(command, cancellationToken));
        }

        switch (AdoptNotice.Decide(now.State, command))
        {
            case Refused<CalendarEvent>(var reason):
                return new AdoptionRefused(reason);
            case Accepted<CalendarEvent>(var facts):
                var change = new CalendarChange(now, facts, command.Office);
                await store.ChangeWithinAsync(
                    connection, CalendarStore.Stream.Id, act, state => AdoptNotice.Decide(state, command), cancellationToken);
                var effect = await change.CompareAsync(connection, write: true, cancellationToken);
                await Committing.RunAsync(() => transaction.CommitAsync(cancellationToken));
                held.Stop();
                await worker.Calendars.RefreshAsync(CancellationToken.None);
                return new NoticeAdopted(now.Version + facts.Length, change.Days, effect, held.Elapsed);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>
    /// A transaction that holds the appends alone and sees every office. It waits for its turn a short while at a time, for whoever
    /// comes meanwhile waits behind it.
    /// </summary>
    private async Task<NpgsqlTransaction> AloneAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var (asked, pause) = (Stopwatch.StartNew(), Turn);
        while (true)
        {
            var transaction = await connection.BeginTransactionAsync(cancellationToken);
            try
            {
                await using var batch = new NpgsqlBatch(connection, transaction)
                {
                    BatchCommands =
                    {
                        Book.SeeingEverything(),
                        new($"set local lock_timeout = {(int)Turn.TotalMilliseconds}"),
                        Book.AloneWithAppends(),
                        new("set local lock_timeout = 0"),
                    },
                };
                await batch.ExecuteNonQueryAsync(cancellationToken);
                return transaction;
            }
            catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                await transaction.DisposeAsync();
                if (asked.Elapsed > Patience)
                {
                    throw new BookException("一直有导入或者封账在进行，没有采用；请等它结束后再试。");
                }

                await Task.Delay(pause, cancellationToken);
                pause = 2 * pause < LongestPause ? 2 * pause : LongestPause;
            }
        }
    }
}
