using System.Diagnostics;
using Npgsql;
using Tracker.EventStore;

namespace Tracker.ReadModels.Rebuilding;

/// <summary>
/// 重新生成台账: the book is read once into a table beside <c>case_rows</c> while acts go on; what was touched meanwhile is read
/// again; and only for the last of it and the exchange of the two tables do acts wait. Whatever breaks, the old rows stay.
/// </summary>
public sealed class CaseRowsRebuild
{
    private const string Table = "case_rows";
    private const int Chunk = 500;

    /// <summary>So many touched requests may be left for the time in which acts wait; after so many rounds, more.</summary>
    private const int Few = 50;
    private const int Rounds = 20;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly Book owner;

    /// <param name="owner">Opened as the owner of the tables; the book itself is read as the worker.</param>
    public CaseRowsRebuild(Book owner) => this.owner = owner.Role == BookRole.Owner
        ? owner
        : throw new ArgumentException("Only the owner of the tables can exchange them.", nameof(owner));

    /// <summary>How long acts and readers may have to wait behind an exchange that does not get its turn.</summary>
    public TimeSpan Turn { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How long it asks for its turn before it gives up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Answers how many rows there are now.</summary>
    /// <exception cref="BookException">Another rebuild runs, the book is damaged, or the old table was never free.</exception>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        await using var only = await OnlyRebuild.BeginAsync(owner, cancellationToken);
        await using var connection = await owner.Database.OpenConnectionAsync(cancellationToken);
        var shadow = new ShadowTable(connection, Table);
        try
        {
            while (true)
            {
                var order = new GlobalOrder(owner);
                var calendars = await owner.Calendars.RefreshAsync(cancellationToken);
                var place = await order.WaitAsync(cancellationToken);
                var count = await FillAsync(connection, shadow, calendars, place, cancellationToken);
                if (await ExchangeAsync(connection, shadow, calendars, order, place, count, cancellationToken) is { } rows)
                {
                    return rows;
                }
            }
        }
        catch when (connection.State == System.Data.ConnectionState.Open)
        {
            await shadow.DropAsync(CancellationToken.None);
            throw;
        }
    }

    /// <summary>Every request up to a place. One transaction: until it ends nobody sees the table.</summary>
    private async Task<long> FillAsync(
        NpgsqlConnection connection, ShadowTable shadow, CalendarHistory calendars, long upTo, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await shadow.CreateAsync(cancellationToken);
        var count = 0L;
        await using (var copy = await CaseRows.BeginCopyAsync(connection, shadow.Name, freeze: true, cancellationToken))
        {
            await foreach (var requests in RequestPass.RunAsync(owner, upTo, cancellationToken))
            {
                await CaseRows.CopyAsync(copy, requests, calendars, cancellationToken);
                count += requests.Count;
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await shadow.BuildIndexesAsync(cancellationToken);
        await shadow.AnalyzeAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return count;
    }

    /// <summary>Answers how many rows there are; none if a notice was adopted meanwhile, and everything must be counted anew.</summary>
    private async Task<long?> ExchangeAsync(
        NpgsqlConnection connection,
        ShadowTable shadow,
        CalendarHistory calendars,
        GlobalOrder order,
        long place,
        long count,
        CancellationToken cancellationToken)
    {
        var (asked, pause) = (Stopwatch.StartNew(), Turn);
        for (var round = 0; ; round++)
        {
            var safe = await order.SafePositionAsync(cancellationToken);
            var (added, touched) = await CatchUpAsync(connection, shadow, calendars, place, safe, cancellationToken);
            (place, count) = (Math.Max(place, safe), count + added);
            if (touched > Few && round < Rounds)
            {
                continue; // more may have come while so many were read
            }

            var turn = await TryExchangeAsync(connection, shadow, calendars, place, cancellationToken);
            if (turn is { HadItsTurn: true })
            {
                return turn.Added is { } last ? count + last : null;
            }

            if (asked.Elapsed > Patience)
            {
                throw new BookException("台账一直有人在读取，或者有导入在进行，新台账没能换上；旧台账未受影响，请稍后再试。");
            }

            await Task.Delay(pause, cancellationToken);
            pause = 2 * pause < LongestPause ? 2 * pause : LongestPause;
        }
    }

    /// <summary>
    /// The last of the catching up and the exchange, with every act and every reader waiting. Answers how many rows that added; none
    /// where the calendar is another by now.
    /// </summary>
    private async Task<(bool HadItsTurn, long? Added)> TryExchangeAsync(
        NpgsqlConnection connection, ShadowTable shadow, CalendarHistory calendars, long place, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await using var alone = new NpgsqlBatch(connection, transaction)
            {
                BatchCommands =
                {
                    new($"set local lock_timeout = {(int)Turn.TotalMilliseconds}"),
                    Book.AloneWithAppends(),
                    new($"lock table {Table} in access exclusive mode"),
                },
            };
            await alone.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return (HadItsTurn: false, null);
        }

        if ((await owner.Calendars.RefreshAsync(cancellationToken)).Version != calendars.Version)
        {
            return (HadItsTurn: true, null);
        }

        var (added, _) = await CatchUpWithinAsync(connection, shadow, calendars, place, long.MaxValue, cancellationToken);
        await shadow.TakePlaceAsync(cancellationToken);
        await Committing.RunAsync(() => transaction.CommitAsync(cancellationToken));
        return (HadItsTurn: true, added);
    }

    private async Task<(long Added, long Touched)> CatchUpAsync(
        NpgsqlConnection connection, ShadowTable shadow, CalendarHistory calendars, long after, long upTo, CancellationToken cancellationToken)
    {
        if (upTo <= after)
        {
            return (0, 0);
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var done = await CatchUpWithinAsync(connection, shadow, calendars, after, upTo, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return done;
    }

    /// <summary>Replaces the rows of what was touched after a place, as it stands now.</summary>
    private async Task<(long Added, long Touched)> CatchUpWithinAsync(
        NpgsqlConnection connection, ShadowTable shadow, CalendarHistory calendars, long after, long upTo, CancellationToken cancellationToken)
    {
        var (added, touched) = (0L, 0L);
        await foreach (var requests in BookReader.RequestsTouchedAsync(owner, after, upTo, cancellationToken).Chunk(Chunk))
        {
            await using var delete = new NpgsqlCommand(
                $"delete from {shadow.Name} where (tenant_id, id) in (select * from unnest($1::varchar[], $2))", connection)
            {
                Parameters =
                {
                    new() { Value = requests.Select(request => request.Key.Office).ToArray() },
                    new() { Value = requests.Select(request => request.Key.Id).ToArray() },
                },
            };
            added += requests.Length - await delete.ExecuteNonQueryAsync(cancellationToken);
            touched += requests.Length;
            await using var copy = await CaseRows.BeginCopyAsync(connection, shadow.Name, freeze: false, cancellationToken);
            await CaseRows.CopyAsync(copy, requests, calendars, cancellationToken);
            await copy.CompleteAsync(cancellationToken);
        }

        return (added, touched);
    }
}
