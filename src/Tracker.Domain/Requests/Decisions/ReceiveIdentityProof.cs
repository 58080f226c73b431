using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>收到身份证明 (art 29): it came after the request. More than one may come.</summary>
public sealed record ReceiveIdentityProof(DateOnly ReceivedOn, IdentityDocument Document, Sealed<string>? Number)
{
    public static Decision<RequestEvent> Decide(RequestState state, ReceiveIdentityProof command, DateOnly today) => Unless(
        AwaitsAnswer(state)
            ?? Since(state.FirstStepOn, FactDate.IdentityProof, command.ReceivedOn, today)
            ?? (state.IdentityProofs.Any(proof => proof.Document == command.Document && proof.ReceivedOn == command.ReceivedOn)
                ? new IdentityProofAlreadyReceived(command.Document, command.ReceivedOn)
                : null),
        new IdentityProofReceived(command.ReceivedOn, command.Document, command.Number));
}
