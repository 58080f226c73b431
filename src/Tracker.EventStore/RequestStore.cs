using System.Diagnostics;
using Npgsql;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore;

/// <summary>The streams of requests. Starting one draws its number and makes its data key in the same transaction.</summary>
public sealed class RequestStore(Book book, RowWriter<RequestState> rows)
    : StreamStore<RequestState, RequestEvent>(book, Kind, rows)
{
    public static StreamKind<RequestState, RequestEvent> Kind { get; } =
        new("request", RequestState.None, (state, happened) => state.Evolve(happened));

    private readonly Book book = book;

    /// <summary>
    /// Registers a request under the id its form carried. A second post of the form meets the stream that is there and is told so.
    /// </summary>
    public async Task<ChangeResult<RequestState, RequestEvent>> StartAsync(
        Guid id, Act act, Func<RequestNumber, Decision<RequestEvent>> decide, CancellationToken cancellationToken)
    {
        try
        {
            return await TryStartAsync(new(act.Office, id), act, decide, cancellationToken);
        }
        catch (PostgresException fault) when (IsConflict(fault))
        {
            var there = await LoadAsync(new StreamKey(act.Office, id), cancellationToken);
            return new Changed<RequestState, RequestEvent>(there.State, there.Version, Repeated: true);
        }
    }

    private async Task<ChangeResult<RequestState, RequestEvent>> TryStartAsync(
        StreamKey key, Act act, Func<RequestNumber, Decision<RequestEvent>> decide, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var number = await NumberCounter.NextAsync(connection, act.Office, LegalDay.Of(act.RecordedAt).Year, cancellationToken);
        switch (decide(number))
        {
            case Refused<RequestEvent>(var reason):
                return new NotChanged<RequestState, RequestEvent>(reason, RequestState.None); // the number goes back with the transaction
            case Accepted<RequestEvent>(var facts):
                var stream = new LoadedStream<RequestState, RequestEvent>(key, RequestState.None, [], new Unsealer(new Dictionary<Guid, DataKey>()));
                var dataKey = DataKey.New();
                await using (var batch = new NpgsqlBatch(connection, transaction))
                {
                    batch.BatchCommands.Add(Book.ForOffice(act.Office));
                    batch.BatchCommands.Add(Book.SharedWithAppends());
                    var changed = Append(batch, stream, facts, act, dataKey);
                    batch.BatchCommands.Add(DataKeyRow(key, dataKey, act));
                    await batch.ExecuteNonQueryAsync(cancellationToken);
                    await transaction.CommitAsync(cancellationToken);
                    return changed;
                }

            default:
                throw new UnreachableException();
        }
    }

    private NpgsqlBatchCommand DataKeyRow(StreamKey key, DataKey dataKey, Act act) =>
        new("insert into data_keys (tenant_id, stream_id, id, wrapped, created_at) values ($1, $2, $3, $4, $5)")
        {
            Parameters =
            {
                new() { Value = key.Office },
                new() { Value = key.Id },
                new() { Value = dataKey.Id },
                new() { Value = dataKey.Wrap(book.MasterKey, key) },
                new() { Value = act.RecordedAt.UtcDateTime },
            },
        };
}
