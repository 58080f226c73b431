using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>退回修改: who approves says what is wrong; another draft may follow.</summary>
public sealed record ReturnAnswer(DateOnly ReturnedOn, Sealed<string>? Reason)
{
    public static Decision<RequestEvent> Decide(RequestState state, ReturnAnswer command, DateOnly today) => Unless(
        AwaitsAnswer(state) ?? ApproveAnswer.Awaited(state, FactDate.AnswerReturn, command.ReturnedOn, today),
        new AnswerReturned(command.ReturnedOn, command.Reason));
}
