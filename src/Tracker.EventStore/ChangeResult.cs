using System.Collections.Immutable;
using Tracker.Domain;

namespace Tracker.EventStore;

/// <summary>What became of an act. The family is closed.</summary>
public abstract record ChangeResult<TState, TEvent>
{
    private protected ChangeResult() { }
}

/// <summary>The facts stand in the book. <paramref name="Repeated"/>: they did already, by the same command.</summary>
public sealed record Changed<TState, TEvent>(TState State, long Version, bool Repeated) : ChangeResult<TState, TEvent>;

/// <summary>The rules refuse it; nothing was written.</summary>
public sealed record NotChanged<TState, TEvent>(Refusal Reason, TState State) : ChangeResult<TState, TEvent>;

/// <summary>Somebody else acted after the version that was seen; nothing was written.</summary>
/// <param name="Version">The version as it stands now.</param>
/// <param name="Meanwhile">What happened in between.</param>
/// <param name="State">The state as it stands now.</param>
public sealed record Conflicted<TState, TEvent>(long Version, ImmutableArray<Recorded<TEvent>> Meanwhile, TState State) : ChangeResult<TState, TEvent>;

/// <summary>There is no such stream in this office.</summary>
public sealed record NoSuchStream<TState, TEvent> : ChangeResult<TState, TEvent>;
