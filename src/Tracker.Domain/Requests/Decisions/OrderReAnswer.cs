using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;


/// <summary>
/// 责令重新答复: entered with its source as the reconsideration decision or the judgment sets it; the agency is reminded of it like of any
/// other term. It takes the place of a resumption that was the agency's own, and of an order before it.
/// </summary>
public sealed record OrderReAnswer(
    ReAnswerAuthority By, DateOnly ServedOn, DateOnly DueOn, string? DocumentNumber, Sealed<string>? Source)
{
    public static Decision<RequestEvent> Decide(RequestState state, OrderReAnswer command, DateOnly today) => Unless(
        ResumeHandling.Answered(state)
            ?? NotTooFar(FactDate.OrderedTerm, command.DueOn, command.ServedOn)
            ?? Since(state.LastFactOn, FactDate.OrderService, command.ServedOn, today)
            ?? (command.DueOn < command.ServedOn ? new OrderedTermEndsBeforeService(command.DueOn, command.ServedOn) : null),
        new ReAnswerOrdered(command.By, command.ServedOn, command.DueOn, command.DocumentNumber, command.Source));
}
