using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>撤销不予提供的部分: it will be given after all, or was entered wrongly. Its number stays used.</summary>
public sealed record RemoveWithheldPart(int Number, DateOnly RemovedOn, Sealed<string>? Reason)
{
    public static Decision<RequestEvent> Decide(RequestState state, RemoveWithheldPart command, DateOnly today) => Unless(
        AwaitsAnswer(state)
            ?? (state.WithheldParts.FirstOrDefault(part => part.Number == command.Number) is { } part
                ? Since(part.DecidedOn, FactDate.WithheldPartRemoval, command.RemovedOn, today)
                : new NoSuchPart(command.Number)),
        new WithheldPartRemoved(command.Number, command.RemovedOn, command.Reason));
}
