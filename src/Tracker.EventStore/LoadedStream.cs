using System.Collections.Immutable;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore;

/// <summary>A stream as it was read: its facts, what they come to, and what opens its sealed values.</summary>
public sealed record LoadedStream<TState, TEvent>(StreamKey Key, TState State, ImmutableArray<Recorded<TEvent>> Events, Unsealer Unsealer)
{
    public long Version => Events.IsEmpty ? 0 : Events[^1].Version;

    /// <summary>The place of the event that ended what the stream is about; none while it goes on.</summary>
    public long? EndedAt { get; init; }

    internal string LastHash { get; init; } = HashChain.Beginning;

    internal StreamKeys Keys { get; init; } = new(Key);
}
