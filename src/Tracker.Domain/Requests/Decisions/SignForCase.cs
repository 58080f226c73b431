using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>签收: the unit takes over what was assigned to it, once.</summary>
public sealed record SignForCase(DateOnly SignedForOn)
{
    public static Decision<RequestEvent> Decide(RequestState state, SignForCase command, DateOnly today) => Unless(
        AwaitsAnswer(state) ?? state.Holder switch
        {
            null => new NotAssigned(),
            { SignedForOn: { } signed } => new AlreadySignedFor(signed),
            var held => Since(held.Since, FactDate.AssignmentSignature, command.SignedForOn, today),
        },
        new CaseSignedFor(command.SignedForOn));
}
