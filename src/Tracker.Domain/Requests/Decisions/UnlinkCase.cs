using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>取消关联: decided for each of the two requests by itself, also after they were closed.</summary>
/// <param name="Other">The other one.</param>
public sealed record UnlinkCase(OtherCase Other, DateOnly UnlinkedOn, Sealed<string>? Reason)
{
    public static Decision<RequestEvent> Decide(RequestState state, UnlinkCase command, DateOnly today)
    {
        var link = state.LinkWith(command.Other.Id);
        return Unless(
            Valid(state)
                ?? (link is null ? new NotLinked() : null)
                ?? Since(link!.LinkedOn, FactDate.Unlinking, command.UnlinkedOn, today),
            new CaseUnlinked(command.Other.Id, command.Other.Number, command.UnlinkedOn, command.Reason));
    }
}
