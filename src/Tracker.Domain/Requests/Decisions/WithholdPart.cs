using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>不予提供的部分 (art 37): what can be separated is given, the rest withheld part by part, each on its own ground.</summary>
public sealed record WithholdPart(Ground Ground, DateOnly DecidedOn, Sealed<string>? Part, Sealed<string>? Reasons)
{
    public static Decision<RequestEvent> Decide(RequestState state, WithholdPart command, DateOnly today) => Unless(
        AwaitsAnswer(state)
            ?? (IsForPart(command.Ground) ? null : new GroundNotForPart(command.Ground))
            ?? (command.Ground.RetiredOn <= command.DecidedOn ? new GroundRetired(command.Ground) : null)
            ?? Since(state.FirstStepOn, FactDate.WithheldPart, command.DecidedOn, today),
        new PartWithheld(state.PartsEver.Length + 1, command.Ground, command.DecidedOn, command.Part, command.Reasons));

    /// <summary>Any ground of the list but 部分公开 itself and those without an answer.</summary>
    public static bool IsForPart(Ground ground) => ground != Grounds.Partial && !Grounds.WithoutAnswer.Contains(ground);
}
