using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>当场答复 (art 33): what can be answered on the spot is; on the day of receipt, before anything else is done about it.</summary>
public sealed record AnswerOnTheSpot(AnswerRequest Answer)
{
    public static Decision<RequestEvent> Decide(RequestState state, AnswerOnTheSpot command, DateOnly today) =>
        (Open(state) ?? AtOnce(state, command.Answer.LeftOn)) is { } reason
            ? Refuse(reason)
            : AnswerRequest.Decide(state, command.Answer with { OnTheSpot = true }, today);

    private static RequestRefusal? AtOnce(RequestState state, DateOnly on) =>
        state.Receipt.On != on ? new NotTheDayOfReceipt(state.Receipt.On)
        : state.HasSteps ? new StepsAlreadyTaken()
        : null;
}
