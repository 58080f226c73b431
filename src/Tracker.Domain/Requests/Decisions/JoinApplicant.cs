using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>共同申请人: one more for the same request, which stays one 件 in the column of the first named.</summary>
/// <param name="IsAnother">Not the one of that kind who joined on the same day.</param>
public sealed record JoinApplicant(DateOnly JoinedOn, ApplicantKind Kind, Sealed<string>? Name, Sealed<string>? Contact, bool IsAnother)
{
    public static Decision<RequestEvent> Decide(RequestState state, JoinApplicant command, DateOnly today) => Unless(
        AwaitsAnswer(state)
            ?? Since(state.FirstStepOn, FactDate.Joining, command.JoinedOn, today)
            ?? (!command.IsAnother && state.JoinedApplicants.Any(joined => joined.Kind == command.Kind && joined.JoinedOn == command.JoinedOn)
                ? new ApplicantAlreadyJoined(command.Kind, command.JoinedOn)
                : null),
        new ApplicantJoined(command.JoinedOn, command.Kind, command.Name, command.Contact));
}
