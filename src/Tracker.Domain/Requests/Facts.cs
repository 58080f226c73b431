namespace Tracker.Domain.Requests;

/// <summary>The checks every act shares. Each answers the refusal, or null when all is well.</summary>
internal static class Facts
{
    /// <summary>The request exists and has no result yet.</summary>
    public static RequestRefusal? Open(RequestState state) => state switch
    {
        { IsRegistered: false } => new NotRegistered(),
        { Result: { } result } => new AlreadyClosed(result.Ground, result.On),
        _ => null,
    };

    /// <summary>The step happened no later than today and no earlier than the steps before it.</summary>
    public static RequestRefusal? Follows(RequestState state, FactDate date, DateOnly on, DateOnly today) =>
        NotAhead(date, on, today)
        ?? (on < state.LastFactOn ? new BeforeAnEarlierStep(date, on, state.LastFactOn) : null);

    public static RequestRefusal? NotAhead(FactDate date, DateOnly on, DateOnly today) =>
        on > today ? new InTheFuture(date, on, today) : null;

    public static Decision<RequestEvent> Accept(params ReadOnlySpan<RequestEvent> events) => new Accepted<RequestEvent>([.. events]);

    public static Decision<RequestEvent> Refuse(RequestRefusal reason) => new Refused<RequestEvent>(reason);
}
