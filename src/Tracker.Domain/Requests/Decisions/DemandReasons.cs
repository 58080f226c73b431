using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>要求说明理由 (art 35): the number or frequency of the applicant's requests is beyond reason. Once; the clock goes on.</summary>
public sealed record DemandReasons(DateOnly DemandedOn, Sealed<string>? Text)
{
    public static Decision<RequestEvent> Decide(RequestState state, DemandReasons command, DateOnly today) => Unless(
        Open(state)
            ?? (state.Reasons is { } demand ? new ReasonsAlreadyDemanded(demand.DemandedOn) : null)
            ?? Since(state.FirstStepOn, FactDate.ReasonsDemand, command.DemandedOn, today),
        new ReasonsDemanded(command.DemandedOn, command.Text));
}
