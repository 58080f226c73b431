using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using Tracker.Domain.Requests;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore;

/// <summary>A request of an old register, ready to enter the book.</summary>
/// <param name="Row">Its row in the file.</param>
/// <param name="Number">登记编号</param>
/// <param name="FiledOn">提交日期</param>
/// <param name="Events">Its facts.</param>
public sealed record ImportedRequest(int Row, string Number, DateOnly FiledOn, ImmutableArray<RequestEvent> Events);

/// <summary>A request with the state its facts come to.</summary>
public sealed record FoldedRequest(StreamKey Key, long Version, RequestState State);

/// <summary>Copies the rows of many new requests, in the import's transaction.</summary>
public delegate Task RowCopier(NpgsqlConnection connection, IReadOnlyList<FoldedRequest> requests, CancellationToken cancellationToken);

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

    private BulkRegistration(Book book, Act act, RowCopier rows, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        this.book = book;
        this.act = act;
        this.rows = rows;
        this.connection = connection;
        this.transaction = transaction;
    }

    public static async Task<BulkRegistration> BeginAsync(Book book, Act act, RowCopier rows, CancellationToken cancellationToken)
    {
        var opened = await book.Database.OpenConnectionAsync(cancellationToken);
        var begun = await opened.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(opened, begun)
        {
            BatchCommands = { Book.ForAppend(act.Office) },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await book.FollowMasterKeyAsync(cancellationToken); // it cannot be replaced any more until this import has ended
        return new(book, act, rows, opened, begun);
    }

    /// <summary>How each of these requests stands to the book, in their order.</summary>
    public async Task<IReadOnlyList<RegisterRowStanding>> CompareAsync(
        IReadOnlyList<ImportedRequest> requests, CancellationToken cancellationToken)
    {
        var ids = requests.Select(request => KeyOf(request).Id).ToArray();
        var known = await ImportedFacts.ReadAsync(book, connection, act.Office, ids, cancellationToken);
        return
        [
            .. requests.Select((request, place) => !known.TryGetValue(ids[place], out var facts) ? RegisterRowStanding.New
                : facts.AreThese(KeyOf(request), request.Events) ? RegisterRowStanding.Same
                : RegisterRowStanding.Different),
        ];
    }

    /// <summary>Writes new requests; nothing can be seen of them until <see cref="CommitAsync"/>.</summary>
    /// <exception cref="BookException">One of them has come into the book meanwhile.</exception>
    public async Task WriteAsync(IReadOnlyList<ImportedRequest> requests, CancellationToken cancellationToken)
    {
        var streams = requests.Select(request => (Key: KeyOf(request), DataKey: DataKey.New(), request.Events)).ToList();
        try
        {
            await CopyStreamsAsync(streams, cancellationToken);
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new BookException("同一台账正在由别人导入，本次导入未写入任何内容。", fault);
        }

        await CopyKeysAsync(streams, cancellationToken);
        await CopyEventsAsync(streams, cancellationToken);
        await rows(
            connection,
            [.. streams.Select(stream => new FoldedRequest(
                stream.Key,
                stream.Events.Length,
                stream.Events.Aggregate(RequestState.None, (state, happened) => state.Evolve(happened))))],
            cancellationToken);
    }

    public Task CommitAsync(CancellationToken cancellationToken) => Committing.RunAsync(() => transaction.CommitAsync(cancellationToken));

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private StreamKey KeyOf(ImportedRequest request) =>
        new(act.Office, StreamIds.RegisterRow(act.Office, request.Number, request.FiledOn));

    private async Task CopyStreamsAsync(
        List<(StreamKey Key, DataKey DataKey, ImmutableArray<RequestEvent> Events)> streams, CancellationToken cancellationToken)
    {
        await using var importer = await connection.BeginBinaryImportAsync(StreamHead.Copy, cancellationToken);
        foreach (var (key, _, events) in streams)
        {
            await importer.StartRowAsync(cancellationToken);
            await importer.WriteAsync(key.Office, NpgsqlDbType.Varchar, cancellationToken);
            await importer.WriteAsync(key.Id, NpgsqlDbType.Uuid, cancellationToken);
            await importer.WriteAsync(RequestStore.Kind.Name, NpgsqlDbType.Varchar, cancellationToken);
            await importer.WriteAsync((long)events.Length, NpgsqlDbType.Bigint, cancellationToken);
        }

        await importer.CompleteAsync(cancellationToken);
    }

    private async Task CopyKeysAsync(
        List<(StreamKey Key, DataKey DataKey, ImmutableArray<RequestEvent> Events)> streams, CancellationToken cancellationToken)
    {
        await using var importer = await connection.BeginBinaryImportAsync(
            "copy data_keys (tenant_id, stream_id, id, wrapped, created_at, master_key_id) from stdin (format binary)", cancellationToken);
        foreach (var (key, dataKey, _) in streams)
        {
            await importer.StartRowAsync(cancellationToken);
            await importer.WriteAsync(key.Office, NpgsqlDbType.Varchar, cancellationToken);
            await importer.WriteAsync(key.Id, NpgsqlDbType.Uuid, cancellationToken);
            await importer.WriteAsync(dataKey.Id, NpgsqlDbType.Uuid, cancellationToken);
            await importer.WriteAsync(dataKey.Wrap(book.MasterKey, key), NpgsqlDbType.Bytea, cancellationToken);
            await importer.WriteAsync(act.RecordedAt.UtcDateTime, NpgsqlDbType.TimestampTz, cancellationToken);
            await importer.WriteAsync(book.MasterKey.Id, NpgsqlDbType.Uuid, cancellationToken);
        }

        await importer.CompleteAsync(cancellationToken);
    }

    private async Task CopyEventsAsync(
        List<(StreamKey Key, DataKey DataKey, ImmutableArray<RequestEvent> Events)> streams, CancellationToken cancellationToken)
    {
        var prepared = streams
            .SelectMany(stream => EventRow.Prepare(stream.Key, 0, HashChain.Beginning, stream.Events, act, new StreamKeys(stream.Key, stream.DataKey)))
            .ToList();
        var positions = await DrawPositionsAsync(prepared.Count, cancellationToken);
        await using var importer = await connection.BeginBinaryImportAsync(EventRow.Copy, cancellationToken);
        for (var place = 0; place < prepared.Count; place++)
        {
            await prepared[place].CopyAsync(importer, positions[place], cancellationToken);
        }

        await importer.CompleteAsync(cancellationToken);
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
