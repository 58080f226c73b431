using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>关联: decided for each of the two requests by itself, also after they were closed. It moves no clock and no table.</summary>
/// <param name="Own">The request it is decided for.</param>
/// <param name="Other">The other one.</param>
public sealed record LinkCase(Guid Own, OtherCase Other, DateOnly LinkedOn, Sealed<string>? Reason)
{
    public static Decision<RequestEvent> Decide(RequestState state, LinkCase command, DateOnly today) => Unless(
        Valid(state)
            ?? (command.Other.Id == command.Own ? new LinkedToItself() : null)
            ?? (state.LinkWith(command.Other.Id) is { } link ? new AlreadyLinked(link.OtherNumber, link.LinkedOn) : null)
            ?? Since(state.Registration!.Dates.FiledOn, FactDate.Linking, command.LinkedOn, today),
        new CaseLinked(command.Other.Id, command.Other.Number, command.LinkedOn, command.Reason));
}
