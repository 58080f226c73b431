using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>
/// 认定理由 (art 35): found unreasonable, the request may be answered as 不予处理; found reasonable, a later date may be set.
/// </summary>
public sealed record JudgeReasons(DateOnly JudgedOn, ReasonsJudgement Judgement, Sealed<string>? Text)
{
    public static Decision<RequestEvent> Decide(RequestState state, JudgeReasons command, DateOnly today) => Unless(
        Open(state)
            ?? (state.Reasons is not { } demand ? new ReasonsNotDemanded()
                : demand.JudgedOn is { } judged ? new ReasonsAlreadyJudged(judged)
                : Since(demand.DemandedOn, FactDate.ReasonsJudgement, command.JudgedOn, today)),
        new ReasonsJudged(command.JudgedOn, command.Judgement, command.Text));
}
