using System.Collections.Immutable;
using System.Diagnostics;
using Npgsql;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Hints;
using Tracker.EventStore.CaseDocuments;
using Tracker.EventStore.Indexing;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore;

/// <summary>The streams of requests. Starting one draws its number and makes its data key in the same transaction.</summary>
public sealed class RequestStore(Book book, RowWriter<RequestState> rows)
    : StreamStore<RequestState, RequestEvent>(book, Kind, rows)
{
    public static StreamKind<RequestState, RequestEvent> Kind { get; } =
        new("request", RequestState.None, (state, happened) => state.Evolve(happened), state => state.HasEnded);

    private readonly Book book = book;

    /// <summary>
    /// Registers a request under the id its form carried. A second post of the form meets the stream that is there and is told so.
    /// </summary>
    public async Task<ChangeResult<RequestState, RequestEvent>> StartAsync(
        Guid id, Act act, Func<RequestNumber, Decision<RequestEvent>> decide, CancellationToken cancellationToken)
    {
        await PrepareAsync(act.Office, cancellationToken);
        while (true)
        {
            var calendars = book.Calendars.Current; // before anything is decided or computed with them
            try
            {
                return await TryStartAsync(new(act.Office, id), act, decide, calendars, cancellationToken);
            }
            catch (PostgresException fault) when (Calendars.IsOutdated(fault))
            {
                await book.Calendars.FollowPastAsync(calendars, cancellationToken);
            }
            catch (PostgresException fault) when (IsReplacedMasterKey(fault))
            {
                await book.FollowMasterKeyAsync(cancellationToken); // nothing was written; under the new key it is the same act
            }
            catch (PostgresException fault) when (IsConflict(fault))
            {
                var there = await LoadAsync(new StreamKey(act.Office, id), cancellationToken);
                return new Changed<RequestState, RequestEvent>(there.State, there.Version, Repeated: true);
            }
        }
    }

    /// <summary>
    /// Splits a part off: the request and the new one, with its number and its data key, in one transaction. Answers the state of the
    /// request that was split.
    /// </summary>
    /// <param name="id">The request.</param>
    /// <param name="seenVersion">The version the person saw.</param>
    /// <param name="act">Whose act.</param>
    /// <param name="decide">The split, with the number the part would have.</param>
    /// <param name="partOf">The first events of the part.</param>
    public async Task<ChangeResult<RequestState, RequestEvent>> SplitAsync(
        Guid id,
        long seenVersion,
        Act act,
        Func<RequestState, RequestNumber, Decision<RequestEvent>> decide,
        Func<RequestState, PartSplitOff, ImmutableArray<RequestEvent>> partOf,
        CancellationToken cancellationToken)
    {
        await PrepareAsync(act.Office, cancellationToken);
        while (true)
        {
            var calendars = book.Calendars.Current;
            try
            {
                return await TrySplitAsync(new(act.Office, id), seenVersion, act, decide, partOf, calendars, cancellationToken);
            }
            catch (PostgresException fault) when (Calendars.IsOutdated(fault))
            {
                await book.Calendars.FollowPastAsync(calendars, cancellationToken);
            }
            catch (PostgresException fault) when (IsReplacedMasterKey(fault))
            {
                await book.FollowMasterKeyAsync(cancellationToken);
            }
            catch (PostgresException fault) when (IsConflict(fault))
            {
                var now = await LoadAsync(new StreamKey(act.Office, id), cancellationToken);
                return AlreadyDone(now, act, state => decide(state, new("", NumberOrigin.Counter))) ?? Conflict(now, seenVersion);
            }
        }
    }

    private async Task<ChangeResult<RequestState, RequestEvent>> TrySplitAsync(
        StreamKey key,
        long seenVersion,
        Act act,
        Func<RequestState, RequestNumber, Decision<RequestEvent>> decide,
        Func<RequestState, PartSplitOff, ImmutableArray<RequestEvent>> partOf,
        CalendarHistory calendars,
        CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken); // given back, it ends what was begun
        var number = await NumberCounter.BeginAsync(connection, act.Office, LegalDay.Of(act.RecordedAt).Year, calendars, cancellationToken);
        var whole = await LoadAsync(connection, key, cancellationToken);
        if (Answer(whole, seenVersion, act, state => decide(state, number), out var accepted) is { } answer)
        {
            return answer;
        }

        var split = (PartSplitOff)accepted.Single();
        var (part, dataKey) = (new StreamKey(key.Office, split.Part), DataKey.New());
        var begun = new LoadedStream<RequestState, RequestEvent>(part, RequestState.None, [], new Unsealer(new StreamKeys(part)))
        {
            Keys = new StreamKeys(part, dataKey),
        };
        await using var batch = new NpgsqlBatch(connection);
        var changed = Append(batch, whole, accepted, act, calendars);
        Append(batch, begun, partOf(whole.State, split), act, calendars);
        batch.BatchCommands.Add(DataKeyRow(book.MasterKey, part, dataKey, act));
        batch.BatchCommands.Add(new("commit"));
        await Committing.RunAsync(() => batch.ExecuteNonQueryAsync(cancellationToken));
        return changed;
    }

    /// <summary>
    /// By what a request can be found changes with its names and numbers. Erasing destroys it, the request's data keys and the content of
    /// its documents, in the transaction that says so; keys only the owner of the tables may, the pages and the worker cannot delete one whatever they append.
    /// </summary>
    private protected override void AddConsequences(
        NpgsqlBatch batch, LoadedStream<RequestState, RequestEvent> stream, ImmutableArray<RequestEvent> facts, RequestState state)
    {
        foreach (var removed in facts.OfType<DocumentRemoved>())
        {
            batch.BatchCommands.Add(DocumentChunks.Delete(stream.Key, removed.Document));
        }

        var erases = facts.Any(fact => fact is PersonalDataErased);
        if (!erases && !facts.Any(HoldsTerms))
        {
            return;
        }

        if (stream.Version > 0)
        {
            CaseIndex.Remove(batch, stream.Key);
        }

        if (!erases)
        {
            CaseIndex.Add(batch, stream.Key, CaseTerms.Of(CaseTexts.Of(state, stream.Unsealer.Open), book.IndexKeys.Known(stream.Key.Office)));
            return;
        }

        batch.BatchCommands.Add(WithoutDataKeys(stream.Key));
        batch.BatchCommands.Add(DocumentChunks.Delete(stream.Key));
    }

    private protected override async ValueTask PrepareAsync(string office, CancellationToken cancellationToken) =>
        await book.IndexKeys.OfAsync(office, cancellationToken);

    /// <summary>What is indexed stands in it, or it takes such a fact back.</summary>
    private static bool HoldsTerms(RequestEvent fact) =>
        fact is RequestReceived or ApplicantCorrected or ApplicantJoined or IdentityProofReceived or EntryTakenBack;

    /// <summary>Destroys every data key of a stream.</summary>
    internal static NpgsqlBatchCommand WithoutDataKeys(StreamKey stream) => new("delete from data_keys where tenant_id = $1 and stream_id = $2")
    {
        Parameters = { new NpgsqlParameter<string> { TypedValue = stream.Office }, new NpgsqlParameter<Guid> { TypedValue = stream.Id } },
    };

    /// <summary>The data key names no master key: the one it was wrapped by is no longer the database's.</summary>
    internal static bool IsReplacedMasterKey(PostgresException fault) =>
        fault is { SqlState: PostgresErrorCodes.NotNullViolation, ColumnName: "master_key_id" };

    /// <summary>Two round trips: the number, and everything else with the commit. The counter's row is locked between them.</summary>
    private async Task<ChangeResult<RequestState, RequestEvent>> TryStartAsync(
        StreamKey key, Act act, Func<RequestNumber, Decision<RequestEvent>> decide, CalendarHistory calendars, CancellationToken cancellationToken)
    {
        var dataKey = DataKey.New();
        var stream = new LoadedStream<RequestState, RequestEvent>(key, RequestState.None, [], new Unsealer(new StreamKeys(key)))
        {
            Keys = new StreamKeys(key, dataKey),
        };
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken); // given back, it ends what was begun
        var number = await NumberCounter.BeginAsync(connection, act.Office, LegalDay.Of(act.RecordedAt).Year, calendars, cancellationToken);
        switch (decide(number))
        {
            case Refused<RequestEvent>(var reason):
                return new NotChanged<RequestState, RequestEvent>(reason, RequestState.None); // the number goes back with the transaction
            case Accepted<RequestEvent>(var facts):
                await using (var batch = new NpgsqlBatch(connection))
                {
                    var changed = Append(batch, stream, facts, act, calendars);
                    batch.BatchCommands.Add(DataKeyRow(book.MasterKey, key, dataKey, act));
                    batch.BatchCommands.Add(new("commit"));
                    await Committing.RunAsync(() => batch.ExecuteNonQueryAsync(cancellationToken));
                    return changed;
                }

            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The row of a stream's data key, written with its first events.</summary>
    internal static NpgsqlBatchCommand DataKeyRow(MasterKey master, StreamKey key, DataKey dataKey, Act act)
    {
        return new(
            """
            insert into data_keys (tenant_id, stream_id, id, wrapped, created_at, master_key_id)
            values ($1, $2, $3, $4, $5, (select id from master_keys where id = $6))
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = key.Office },
                new NpgsqlParameter<Guid> { TypedValue = key.Id },
                new NpgsqlParameter<Guid> { TypedValue = dataKey.Id },
                new NpgsqlParameter<byte[]> { TypedValue = dataKey.Wrap(master, key) },
                new NpgsqlParameter<DateTime> { TypedValue = act.RecordedAt.UtcDateTime },
                new NpgsqlParameter<Guid> { TypedValue = master.Id },
            },
        };
    }
}
