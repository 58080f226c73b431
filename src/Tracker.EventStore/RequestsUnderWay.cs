using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Tracker.Domain.Requests;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore;

/// <summary>An event as it was read, not yet understood.</summary>
/// <param name="Events">How many events its stream has; said with the first, else 0.</param>
/// <param name="Position">Its place in the global order.</param>
internal readonly record struct StoredEvent(string Office, Guid Stream, long Version, Guid Id, string Type, byte[] Data, long Events, long Position);

/// <summary>
/// The requests of which a pass in global order has seen some events, and not yet the last. Their events are kept as they were read
/// and understood all at once with the last: half-folded states would outlive many garbage collections, and cost more than all the
/// rest of the pass.
/// </summary>
internal sealed class RequestsUnderWay
{
    private const int HeadBytes = sizeof(int) + 16 + sizeof(int) + sizeof(long);
    private static readonly ImmutableArray<string> Names = [.. StoredNames.All.Select(pair => pair.Name)];

    private readonly Dictionary<(string Office, Guid Id), Gathered> requests = [];
    private readonly Dictionary<string, string> offices = new(StringComparer.Ordinal);

    /// <summary>Those whose last event has not come: they go on after the place the pass ends at.</summary>
    public IEnumerable<FoldedRequest> Rest => requests.Select(request => Fold(new(request.Key.Office, request.Key.Id), request.Value));

    /// <summary>The request, if this was its last event.</summary>
    /// <exception cref="BookException">A version is missing, or an event cannot be read.</exception>
    public FoldedRequest? Add(StoredEvent stored)
    {
        if (!typeof(RequestEvent).IsAssignableFrom(StoredNames.TypeOf(stored.Type)))
        {
            return null; // an office's or a year's
        }

        var key = (Known(stored.Office), stored.Stream);
        ref var request = ref CollectionsMarshal.GetValueRefOrAddDefault(requests, key, out var isUnderWay);
        request.Events = isUnderWay ? request.Events : stored.Events;
        if (stored.Version != ++request.Version)
        {
            throw new BookException(
                $"账簿中 {stored.Office} {stored.Stream} 的第 {request.Version} 号事件缺失或者次序不对；请先运行 tracker verify。");
        }

        request.Append(stored);
        if (request.Version < request.Events)
        {
            return null;
        }

        var folded = Fold(new(key.Item1, key.Stream), request);
        ArrayPool<byte>.Shared.Return(request.Bytes!);
        requests.Remove(key);
        return folded;
    }

    private static FoldedRequest Fold(StreamKey key, Gathered gathered)
    {
        var (state, endedAt) = (RequestState.None, (long?)null);
        for (var rest = gathered.Bytes.AsMemory(0, gathered.Length); !rest.IsEmpty;)
        {
            var head = rest.Span;
            var length = BinaryPrimitives.ReadInt32LittleEndian(head[20..]);
            var scope = new SealingScope(key, new Guid(head[4..20]));
            var name = Names[BinaryPrimitives.ReadInt32LittleEndian(head)];
            var happened = (RequestEvent)EventCodec.Read(name, rest.Slice(HeadBytes, length), scope);
            state = state.Evolve(happened);
            endedAt = state.HasEnded ? endedAt ?? BinaryPrimitives.ReadInt64LittleEndian(head[24..]) : null;
            rest = rest[(HeadBytes + length)..];
        }

        return new(key, gathered.Version, state, endedAt);
    }

    /// <summary>One string per office instead of one per event.</summary>
    private string Known(string office)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(offices, office, out _);
        return known ??= office;
    }

    /// <summary>The events of one request so far, one after the other: name, id, length, place, text.</summary>
    private struct Gathered
    {
        public byte[]? Bytes;
        public int Length;
        public long Version;
        public long Events;

        public void Append(StoredEvent stored)
        {
            var needed = Length + HeadBytes + stored.Data.Length;
            if (Bytes is null || Bytes.Length < needed)
            {
                var larger = ArrayPool<byte>.Shared.Rent(needed);
                if (Bytes is not null)
                {
                    Bytes.AsSpan(0, Length).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(Bytes);
                }

                Bytes = larger;
            }

            var place = Bytes.AsSpan(Length);
            BinaryPrimitives.WriteInt32LittleEndian(place, Names.IndexOf(stored.Type));
            stored.Id.TryWriteBytes(place[4..]);
            BinaryPrimitives.WriteInt32LittleEndian(place[20..], stored.Data.Length);
            BinaryPrimitives.WriteInt64LittleEndian(place[24..], stored.Position);
            stored.Data.CopyTo(place[HeadBytes..]);
            Length = needed;
        }
    }
}
