using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>审批通过: the draft may be issued.</summary>
public sealed record ApproveAnswer(DateOnly ApprovedOn)
{
    public static Decision<RequestEvent> Decide(RequestState state, ApproveAnswer command, DateOnly today) => Unless(
        AwaitsAnswer(state) ?? Awaited(state, FactDate.AnswerApproval, command.ApprovedOn, today),
        new AnswerApproved(command.ApprovedOn));

    /// <summary>A draft waits for approval, and it is decided no earlier.</summary>
    internal static RequestRefusal? Awaited(RequestState state, FactDate date, DateOnly on, DateOnly today) => state.Draft switch
    {
        { Stage: DraftStage.Submitted, On: var submitted } => Since(submitted, date, on, today),
        { Stage: DraftStage.Approved or DraftStage.Issued, On: var approved } => new AnswerAlreadyApproved(approved),
        null or { Stage: DraftStage.Drafted or DraftStage.Returned } => new NoAnswerSubmitted(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
