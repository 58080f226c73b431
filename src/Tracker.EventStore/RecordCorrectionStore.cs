using System.Collections.Immutable;
using System.Diagnostics;
using Npgsql;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.RecordCorrections;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore;

/// <summary>The streams of 更正申请 (art 41). Starting one draws a number of its own series and makes its data key in the same transaction.</summary>
public sealed class RecordCorrectionStore(Book book, RowWriter<RecordCorrectionState> rows)
    : StreamStore<RecordCorrectionState, RecordCorrectionEvent>(book, Kind, rows)
{
    public static StreamKind<RecordCorrectionState, RecordCorrectionEvent> Kind { get; } =
        new("record_correction", RecordCorrectionState.None, (state, happened) => state.Evolve(happened), state => state.HasEnded);

    private readonly Book book = book;

    /// <summary>
    /// Registers one under the id its form carried. A second post of the form meets the stream that is there and is told so; a stream of
    /// another kind under that id is none of this office's corrections.
    /// </summary>
    /// <param name="id">The case's.</param>
    /// <param name="act">Whose act.</param>
    /// <param name="decide">With the number it would have.</param>
    public async Task<ChangeResult<RecordCorrectionState, RecordCorrectionEvent>> StartAsync(
        Guid id, Act act, Func<string, Decision<RecordCorrectionEvent>> decide, CancellationToken cancellationToken)
    {
        while (true)
        {
            var calendars = book.Calendars.Current;
            try
            {
                return await TryStartAsync(new(act.Office, id), act, decide, calendars, cancellationToken);
            }
            catch (PostgresException fault) when (Calendars.IsOutdated(fault))
            {
                await book.Calendars.FollowPastAsync(calendars, cancellationToken);
            }
            catch (PostgresException fault) when (RequestStore.IsReplacedMasterKey(fault))
            {
                await book.FollowMasterKeyAsync(cancellationToken);
            }
            catch (PostgresException fault) when (IsConflict(fault))
            {
                var there = await LoadAsync(new StreamKey(act.Office, id), cancellationToken);
                return there.Version == 0
                    ? new NoSuchStream<RecordCorrectionState, RecordCorrectionEvent>()
                    : new Changed<RecordCorrectionState, RecordCorrectionEvent>(there.State, there.Version, Repeated: true);
            }
        }
    }

    /// <summary>Erasing destroys the data keys in the transaction that says so; only the owner of the tables may.</summary>
    private protected override void AddConsequences(
        NpgsqlBatch batch,
        LoadedStream<RecordCorrectionState, RecordCorrectionEvent> stream,
        ImmutableArray<RecordCorrectionEvent> facts,
        RecordCorrectionState state)
    {
        if (facts.Any(fact => fact is RecordCorrectionErased))
        {
            batch.BatchCommands.Add(RequestStore.WithoutDataKeys(stream.Key));
        }
    }

    /// <summary>Two round trips: the number, and everything else with the commit. The counter's row is locked between them.</summary>
    private async Task<ChangeResult<RecordCorrectionState, RecordCorrectionEvent>> TryStartAsync(
        StreamKey key, Act act, Func<string, Decision<RecordCorrectionEvent>> decide, CalendarHistory calendars, CancellationToken cancellationToken)
    {
        var dataKey = DataKey.New();
        var stream = new LoadedStream<RecordCorrectionState, RecordCorrectionEvent>(key, Kind.None, [], new Unsealer(new StreamKeys(key)))
        {
            Keys = new StreamKeys(key, dataKey),
        };
        var year = LegalDay.Of(act.RecordedAt).Year;
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken); // given back, it ends what was begun
        var place = await NumberCounter.BeginAsync(connection, act.Office, Kind.Name, year, calendars, cancellationToken);
        switch (decide(RecordCorrectionNumber.FromCounter(year, place)))
        {
            case Refused<RecordCorrectionEvent>(var reason):
                return new NotChanged<RecordCorrectionState, RecordCorrectionEvent>(reason, Kind.None); // the number goes back with the transaction
            case Accepted<RecordCorrectionEvent>(var facts):
                await using (var batch = new NpgsqlBatch(connection))
                {
                    var changed = Append(batch, stream, facts, act, calendars);
                    batch.BatchCommands.Add(RequestStore.DataKeyRow(book.MasterKey, key, dataKey, act));
                    batch.BatchCommands.Add(new("commit"));
                    await Committing.RunAsync(() => batch.ExecuteNonQueryAsync(cancellationToken));
                    return changed;
                }

            default:
                throw new UnreachableException();
        }
    }
}
