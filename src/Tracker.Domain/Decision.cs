using System.Collections.Immutable;

namespace Tracker.Domain;

/// <summary>What a decision answers: facts for the book, or the one named reason why not.</summary>
public abstract record Decision<TEvent>
{
    private protected Decision() { }
}

/// <summary>The act is possible; these are its facts. No events: it has been done before and nothing is added.</summary>
public sealed record Accepted<TEvent>(ImmutableArray<TEvent> Events) : Decision<TEvent>;

/// <summary>The act is not possible. A refusal is an ordinary answer, never an exception.</summary>
public sealed record Refused<TEvent>(Refusal Reason) : Decision<TEvent>;

/// <summary>The root of the named refusals; each stream's family is closed.</summary>
public abstract record Refusal
{
    private protected Refusal() { }
}
