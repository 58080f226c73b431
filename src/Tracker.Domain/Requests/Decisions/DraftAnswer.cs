using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>拟稿: drafts the answer, or drafts it anew until it is submitted and after it was returned.</summary>
public sealed record DraftAnswer(Ground Ground, DateOnly DraftedOn, Sealed<string>? Draft)
{
    public static Decision<RequestEvent> Decide(RequestState state, DraftAnswer command, DateOnly today) => Unless(
        AwaitsAnswer(state)
            ?? AnswerRequest.Answerable(command.Ground, command.DraftedOn)
            ?? (state.Draft is { Stage: DraftStage.Issued, On: var issued } ? new AnswerAlreadyIssued(issued) : null)
            ?? (state.Draft is { Stage: DraftStage.Submitted or DraftStage.Approved, On: var on } ? new AnswerAlreadySubmitted(on) : null)
            ?? Since(state.Draft?.On ?? state.Reopening?.On ?? state.FirstStepOn, FactDate.Draft, command.DraftedOn, today),
        new AnswerDrafted(command.Ground, command.DraftedOn, command.Draft));
}
