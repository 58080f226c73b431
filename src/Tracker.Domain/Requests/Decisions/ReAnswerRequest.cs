using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>重新答复: the new answer left the agency, after an order or after the agency took the request up again.</summary>
public sealed record ReAnswerRequest(AnswerRequest Answer)
{
    public static Decision<RequestEvent> Decide(RequestState state, ReAnswerRequest command, DateOnly today) => Unless(
        Valid(state)
            ?? (state.IsReopened ? null : new NotReopened())
            ?? AnswerRequest.WhyNot(state, command.Answer, today),
        new RequestReAnswered(command.Answer.Ground, command.Answer.LeftOn, command.Answer.DocumentNumber, command.Answer.Statement)
        {
            Stated = command.Answer.Stated,
            Delivery = command.Answer.Delivery,
            Evidence = command.Answer.Evidence,
            GivenForm = command.Answer.GivenForm,
            GivenFormReason = command.Answer.GivenFormReason,
        });
}
