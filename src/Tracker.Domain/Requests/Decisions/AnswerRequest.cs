using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>
/// 答复: the answer left the agency. The day is that of posting, of signature or of sending, not the date printed on the
/// letter (国办公开办函〔2016〕235号).
/// </summary>
public sealed record AnswerRequest(Ground Ground, DateOnly LeftOn, string? DocumentNumber, Sealed<string>? Statement)
{
    public static Decision<RequestEvent> Decide(RequestState state, AnswerRequest command, DateOnly today)
    {
        var reason = Open(state)
            ?? (command.Ground == Grounds.Withdrawn ? new WithdrawalIsNoAnswer() : null)
            ?? (command.Ground.RetiredOn <= command.LeftOn ? new GroundRetired(command.Ground) : null)
            ?? Ends(state, FactDate.Answer, command.LeftOn, today);

        return reason is not null
            ? Refuse(reason)
            : Accept(new RequestAnswered(command.Ground, command.LeftOn, command.DocumentNumber, command.Statement));
    }
}
