using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>交办: a unit is to work on the case; assigning again hands it over. Internal routing never stops the clock.</summary>
public sealed record AssignCase(DateOnly AssignedOn, string Unit, Sealed<string>? Person)
{
    public static Decision<RequestEvent> Decide(RequestState state, AssignCase command, DateOnly today) => Unless(
        AwaitsAnswer(state)
            ?? (state.Holder is { } held && held.Unit == command.Unit && command.Person is null ? new AlreadyAssigned(held.Unit, held.Since) : null)
            ?? Since(LastRouted(state), FactDate.Assignment, command.AssignedOn, today),
        new CaseAssigned(command.AssignedOn, command.Unit, command.Person));

    /// <summary>The case goes from hand to hand in order.</summary>
    internal static DateOnly LastRouted(RequestState state) => state.Holdings is [.., var last]
        ? last.Until ?? last.SignedForOn ?? last.Since
        : state.FirstStepOn;
}
