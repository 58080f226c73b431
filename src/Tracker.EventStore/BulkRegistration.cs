using System.Collections.Concurrent;
using System.Collections.Immutable;
using Npgsql;
using Tracker.Domain.Requests;
using Tracker.EventStore.Indexing;

namespace Tracker.EventStore;

/// <summary>A request of an old register, ready to enter the book.</summary>
/// <param name="Row">Its row in the file.</param>
/// <param name="Number">登记编号</param>
/// <param name="FiledOn">提交日期</param>
/// <param name="Events">Its facts.</param>
public sealed record ImportedRequest(int Row, string Number, DateOnly FiledOn, ImmutableArray<RequestEvent> Events);

/// <summary>A request with the state its facts come to.</summary>
/// <param name="Key">Its stream.</param>
/// <param name="Version">The stream's version.</param>
/// <param name="State">What the facts come to.</param>
/// <param name="EndedAt">The place of the event that ended it; none while it is open, or when it is just being written.</param>
public sealed record FoldedRequest(StreamKey Key, long Version, RequestState State, long? EndedAt = null);

/// <summary>Copies the rows of many new requests, in the import's transaction and with the calendars that count then.</summary>
public delegate Task RowCopier(
    NpgsqlConnection connection, IReadOnlyList<FoldedRequest> requests, CalendarHistory calendars, CancellationToken cancellationToken);

/// <summary>How a request of a file stands to the book.</summary>
public enum RegisterRowStanding
{
    /// <summary>Not in the book yet.</summary>
    New,

    /// <summary>In the book, imported with the same facts.</summary>
    Same,

    /// <summary>In the book with other facts.</summary>
    Different,
}

/// <summary>
/// Import of an old register: all of its new requests in one transaction, by binary COPY. A request that is there with the same
/// imported facts adds nothing; what happened to it since does not matter.
/// </summary>
public sealed class BulkRegistration : IAsyncDisposable
{
    private readonly Book book;
    private readonly Act act;
    private readonly RowCopier rows;
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private readonly IndexKey indexKey;
    private readonly ConcurrentDictionary<(int, int), long> pairs = [];
    private Task copying = Task.CompletedTask;

    private BulkRegistration(
        Book book, Act act, RowCopier rows, CalendarHistory calendars, IndexKey indexKey, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        this.indexKey = indexKey;
        Calendars = calendars;
        this.book = book;
        this.act = act;
        this.rows = rows;
        this.connection = connection;
        this.transaction = transaction;
    }

    /// <summary>The calendars that count, from the beginning of this import to its end.</summary>
    public CalendarHistory Calendars { get; }

    public static async Task<BulkRegistration> BeginAsync(Book book, Act act, RowCopier rows, CancellationToken cancellationToken)
    {
        var key = await book.IndexKeys.OfAsync(act.Office, cancellationToken);
        while (true)
        {
            var calendars = book.Calendars.Current;
            var opened = await book.Database.OpenConnectionAsync(cancellationToken);
            var begun = await opened.BeginTransactionAsync(cancellationToken);
            try
            {
                await using var batch = new NpgsqlBatch(opened, begun) { BatchCommands = { Book.ForAppend(act.Office, calendars) } };
                await batch.ExecuteNonQueryAsync(cancellationToken);
            }
            catch (PostgresException fault) when (EventStore.Calendars.IsOutdated(fault))
            {
                await opened.DisposeAsync();
                await book.Calendars.FollowPastAsync(calendars, cancellationToken);
                continue;
            }

            await book.FollowMasterKeyAsync(cancellationToken); // it cannot be replaced any more until this import has ended
            return new(book, act, rows, calendars, key, opened, begun);
        }
    }

    /// <summary>How each of these requests stands to the book, in their order.</summary>
    public async Task<IReadOnlyList<RegisterRowStanding>> CompareAsync(
        IReadOnlyList<ImportedRequest> requests, CancellationToken cancellationToken)
    {
        await copying;
        var ids = requests.Select(request => KeyOf(request).Id).ToArray();
        var known = await ImportedFacts.ReadAsync(book, connection, act.Office, ids, cancellationToken);
        return
        [
            .. requests.Select((request, place) => !known.TryGetValue(ids[place], out var facts) ? RegisterRowStanding.New
                : facts.AreThese(KeyOf(request), request.Events) ? RegisterRowStanding.Same
                : RegisterRowStanding.Different),
        ];
    }

    /// <summary>
    /// Writes new requests; nothing can be seen of them until <see cref="CommitAsync"/>. They are copied while the caller prepares the
    /// next, so what is wrong with them may only come out there, or with the commit.
    /// </summary>
    /// <exception cref="BookException">One of them has come into the book meanwhile.</exception>
    public async Task WriteAsync(IReadOnlyList<ImportedRequest> requests, CancellationToken cancellationToken)
    {
        var prepared = requests.Select(request => NewRequest.Of(
            KeyOf(request), request.Events, act, book.MasterKey, texts => CaseTerms.Of(texts, indexKey, pairs))).ToList();
        await copying;
        copying = Task.Run(() => CopyAsync(prepared, cancellationToken), cancellationToken);
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await copying;
        await Committing.RunAsync(() => transaction.CommitAsync(cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await copying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // told to whoever wrote or committed
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private StreamKey KeyOf(ImportedRequest request) =>
        new(act.Office, StreamIds.RegisterRow(act.Office, request.Number, request.FiledOn));

    private async Task CopyAsync(List<NewRequest> prepared, CancellationToken cancellationToken)
    {
        try
        {
            await CopyAsync(StreamHead.Copy, columns: 4, prepared, (copy, request) => request.WriteStream(copy), cancellationToken);
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new BookException("同一台账正在由别人导入，本次导入未写入任何内容。", fault);
        }

        await CopyAsync(NewRequest.CopyKeys, columns: 6, prepared, (copy, request) => request.WriteKey(copy, act), cancellationToken);
        var positions = new Queue<long>(await DrawPositionsAsync(prepared.Sum(request => request.Rows.Count), cancellationToken));
        await CopyAsync(
            EventRow.Copy,
            EventRow.CopyColumns,
            prepared.SelectMany(request => request.Rows),
            (copy, row) => row.Write(copy, positions.Dequeue()),
            cancellationToken);
        await CaseIndex.CopyAsync(connection, prepared.Select(request => (request.Folded.Key, request.Terms)), cancellationToken);
        await rows(connection, [.. prepared.Select(request => request.Folded)], Calendars, cancellationToken);
    }

    private async Task CopyAsync<T>(
        string statement, short columns, IEnumerable<T> items, Action<BinaryCopy, T> write, CancellationToken cancellationToken)
    {
        await using var copy = await BinaryCopy.BeginAsync(connection, statement, cancellationToken);
        foreach (var item in items)
        {
            copy.BeginRow(columns);
            write(copy, item);
            await copy.EndRowAsync(cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    /// <summary>Explicit places in the global order, drawn after the streams were touched; never <c>setval</c>.</summary>
    private async Task<List<long>> DrawPositionsAsync(int count, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select nextval('mt_events_sequence') from generate_series(1, $1)", connection, transaction)
        {
            Parameters = { new() { Value = count } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var positions = new List<long>(count);
        while (await reader.ReadAsync(cancellationToken))
        {
            positions.Add(reader.GetInt64(0));
        }

        return positions;
    }
}
