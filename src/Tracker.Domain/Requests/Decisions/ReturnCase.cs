using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>退回: the unit gives the case back, signed for or not, and says why.</summary>
public sealed record ReturnCase(DateOnly ReturnedOn, Sealed<string>? Reason)
{
    public static Decision<RequestEvent> Decide(RequestState state, ReturnCase command, DateOnly today) => Unless(
        AwaitsAnswer(state)
            ?? (state.Holder is null
                ? new NotAssigned()
                : Since(AssignCase.LastRouted(state), FactDate.AssignmentReturn, command.ReturnedOn, today)),
        new CaseReturned(command.ReturnedOn, command.Reason));
}
