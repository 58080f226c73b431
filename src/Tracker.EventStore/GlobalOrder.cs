using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace Tracker.EventStore;

/// <summary>A fact at its place in the global order.</summary>
public sealed record PlacedEvent(StreamKey Stream, Recorded<object> Recorded);

/// <summary>
/// 全局顺序: up to which place the book can be read without ever missing a late commit. Places are drawn before the commit, so a
/// lower place may appear after a higher one; a place that was rolled back never appears and blocks nobody.
/// </summary>
/// <remarks>
/// Every append takes its transaction id (by touching its stream) before it draws a place. A look reads the last visible place and
/// then draws a transaction id of its own: whoever drew a lower place and has not committed has a smaller id. Once no smaller id is
/// running, everything up to that place has come or never will. The snapshot's own xmax would not do: it is the id after the last
/// <em>completed</em> one, and a running append may lie above it. An id is drawn only where there is something new.
/// One reader at a time uses an object; any writing transaction of the server that stays open holds the position back.
/// </remarks>
public sealed class GlobalOrder
{
    private const string Look =
        """
        select last, case when last > $1 then pg_current_xact_id() end
        from (select coalesce(max(seq_id), 0) as last from mt_events) as book
        """;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    private readonly Book book;
    private (long Position, ulong Before)? awaited;
    private long safe;

    /// <param name="book">Not the pages': a reader of the global order sees every office.</param>
    public GlobalOrder(Book book) => this.book = book.Role != BookRole.Web
        ? book
        : throw new ArgumentException("The pages see one office at a time.", nameof(book));

    /// <summary>The last place up to which nothing can still appear. Asks at most twice and never waits; each call may advance.</summary>
    public async Task<long> SafePositionAsync(CancellationToken cancellationToken)
    {
        awaited ??= await LookAsync(safe, cancellationToken);
        if (awaited is var (position, before) && await IsOverAsync(before, cancellationToken))
        {
            (safe, awaited) = (position, null);
        }

        return safe;
    }

    /// <summary>Waits until everything that is committed now, and everything before it, is safe. Answers the safe place.</summary>
    public async Task<long> WaitAsync(CancellationToken cancellationToken)
    {
        if (await LookAsync(safe, cancellationToken) is not var (position, before))
        {
            return safe;
        }

        for (var pause = FirstPause; !await IsOverAsync(before, cancellationToken); pause = Longer(pause))
        {
            await Task.Delay(pause, cancellationToken);
        }

        (safe, awaited) = (position, null);
        return safe;
    }

    /// <summary>The events in (<paramref name="after"/>, <paramref name="upTo"/>] in order; the caller knows the latter to be safe.</summary>
    /// <param name="atMost">The first of them only, or all.</param>
    public static async IAsyncEnumerable<PlacedEvent> ReadAsync(
        NpgsqlConnection connection, long after, long upTo, int? atMost, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        batch.BatchCommands.Add(Book.SeeingEverything());
        batch.BatchCommands.Add(new(
            $"""
            select {StreamReading.EventColumns}, e.tenant_id, e.stream_id from mt_events e
            where e.seq_id > $1 and e.seq_id <= $2 order by e.seq_id limit $3
            """)
        {
            Parameters =
            {
                new() { Value = after },
                new() { Value = upTo },
                new() { Value = (object?)atMost ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var stream = new StreamKey(reader.GetString(9), reader.GetGuid(10));
            yield return new(stream, StreamReading.Event<object>(reader, stream).Recorded);
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => 2 * pause < LongestPause ? 2 * pause : LongestPause;

    /// <summary>The last visible place, if it lies after a known one, and an id greater than that of every append before it.</summary>
    private async Task<(long Position, ulong Before)?> LookAsync(long known, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.SeeingEverything());
        batch.BatchCommands.Add(new(Look) { Parameters = { new() { Value = known } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.IsDBNull(1) ? null : (reader.GetInt64(0), reader.GetFieldValue<ulong>(1));
    }

    private async Task<bool> IsOverAsync(ulong before, CancellationToken cancellationToken)
    {
        await using var command = book.Database.CreateCommand("select pg_snapshot_xmin(pg_current_snapshot())");
        return (ulong)(await command.ExecuteScalarAsync(cancellationToken))! >= before;
    }
}
