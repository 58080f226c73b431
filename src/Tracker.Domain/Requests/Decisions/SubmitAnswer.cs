using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>送审: hands the draft to who approves it.</summary>
public sealed record SubmitAnswer(DateOnly SubmittedOn)
{
    public static Decision<RequestEvent> Decide(RequestState state, SubmitAnswer command, DateOnly today) => Unless(
        AwaitsAnswer(state)
            ?? (state.Draft is { Stage: DraftStage.Issued, On: var issued } ? new AnswerAlreadyIssued(issued) : null)
            ?? (state.Draft is { Stage: DraftStage.Submitted or DraftStage.Approved, On: var on } ? new AnswerAlreadySubmitted(on) : null)
            ?? (state.Draft is { Stage: DraftStage.Drafted, On: var drafted }
                ? Since(drafted, FactDate.Submission, command.SubmittedOn, today)
                : new NoAnswerDrafted()),
        new AnswerSubmitted(command.SubmittedOn));
}
