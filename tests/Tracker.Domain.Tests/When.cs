namespace Tracker.Domain.Tests;

/// <summary>Given events, when an act, then events: what a decision answered, compared with what it should.</summary>
internal sealed record When<TEvent>(Decision<TEvent> Decision)
{
    /// <summary>The act is accepted with exactly these facts.</summary>
    public void Then(params TEvent[] events) => Assert.Equal(events, Assert.IsType<Accepted<TEvent>>(Decision).Events);

    /// <summary>The act has been done before and adds nothing.</summary>
    public void ThenNothingNew() => Then();

    /// <summary>The act is refused for exactly this reason.</summary>
    public void ThenRefused(Refusal reason) => Assert.Equal(reason, Assert.IsType<Refused<TEvent>>(Decision).Reason);
}
