using System.Collections.Immutable;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Hints;
using Tracker.EventStore.Indexing;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore;

/// <summary>A request of a register ready to be copied: its stream, its data key, its events sealed and chained, what they come to, and by what it can be found.</summary>
internal sealed record NewRequest(FoldedRequest Folded, WrappedKey Key, List<EventRow> Rows, CaseTerms Terms)
{
    public const string CopyKeys = "copy data_keys (tenant_id, stream_id, id, wrapped, created_at, master_key_id) from stdin (format binary)";

    public static NewRequest Of(StreamKey key, ImmutableArray<RequestEvent> events, Act act, MasterKey masterKey, Func<CaseTexts, CaseTerms> terms)
    {
        var dataKey = DataKey.New();
        var state = events.Aggregate(RequestState.None, (before, happened) => before.Evolve(happened));
        return new(
            new(key, events.Length, state),
            new(dataKey.Id, masterKey.Id, dataKey.Wrap(masterKey, key)),
            EventRow.Prepare(key, 0, HashChain.Beginning, events, act, new StreamKeys(key, dataKey)),
            terms(CaseTexts.Of(state, new Unsealer(new StreamKeys(key)).Open)));
    }

    public void WriteStream(BinaryCopy copy)
    {
        copy.Text(Folded.Key.Office);
        copy.Uuid(Folded.Key.Id);
        copy.Text(RequestStore.Kind.Name);
        copy.Bigint(Folded.Version);
    }

    public void WriteKey(BinaryCopy copy, Act act)
    {
        copy.Text(Folded.Key.Office);
        copy.Uuid(Folded.Key.Id);
        copy.Uuid(Key.Id);
        copy.Bytes(Key.Wrapped);
        copy.Instant(act.RecordedAt);
        copy.Uuid(Key.MasterKeyId);
    }
}
