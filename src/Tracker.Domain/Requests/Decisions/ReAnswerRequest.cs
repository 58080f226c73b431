using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;


/// <summary>重新答复: the new answer left the agency, after an order or after the agency took the request up again.</summary>
public sealed record ReAnswerRequest(Ground Ground, DateOnly LeftOn, string? DocumentNumber, Sealed<string>? Statement)
{
    public static Decision<RequestEvent> Decide(RequestState state, ReAnswerRequest command, DateOnly today) => Unless(
        Valid(state)
            ?? (state.Reopening is { AnsweredOn: null } ? null : new NotReopened())
            ?? (command.Ground == Grounds.Withdrawn ? new WithdrawalIsNoAnswer() : null)
            ?? (command.Ground.RetiredOn <= command.LeftOn ? new GroundRetired(command.Ground) : null)
            ?? Ends(state, FactDate.Answer, command.LeftOn, today),
        new RequestReAnswered(command.Ground, command.LeftOn, command.DocumentNumber, command.Statement));
}
