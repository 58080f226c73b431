using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>印发: the letter is made out. The request ends when the letter leaves, not on the day printed on it (国办公开办函〔2016〕235号).</summary>
public sealed record IssueAnswer(DateOnly IssuedOn, string? DocumentNumber)
{
    public static Decision<RequestEvent> Decide(RequestState state, IssueAnswer command, DateOnly today) => Unless(
        AwaitsAnswer(state)
            ?? (state.Draft switch
            {
                { Stage: DraftStage.Approved, On: var approved } => Since(approved, FactDate.AnswerIssue, command.IssuedOn, today),
                { Stage: DraftStage.Issued, On: var issued } => new AnswerAlreadyIssued(issued),
                null or { Stage: DraftStage.Drafted or DraftStage.Submitted or DraftStage.Returned } => new AnswerNotApproved(),
                _ => throw new System.Diagnostics.UnreachableException(),
            }),
        new AnswerIssued(command.IssuedOn, command.DocumentNumber));
}
