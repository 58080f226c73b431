using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>退回延期 (art 33): the head of the disclosure office does not agree, and says why. Another may be proposed.</summary>
public sealed record ReturnExtension(DateOnly ReturnedOn, Sealed<string>? Reason)
{
    public static Decision<RequestEvent> Decide(RequestState state, ReturnExtension command, DateOnly today) => Unless(
        Open(state) ?? ApproveExtension.Proposed(state, FactDate.ExtensionReturn, command.ReturnedOn, today),
        new ExtensionReturned(command.ReturnedOn, command.Reason));
}
