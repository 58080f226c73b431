using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>撤回: the applicant withdraws in writing. Counted under 其他处理 with its own ground.</summary>
public sealed record WithdrawRequest(DateOnly WithdrawnOn, string? DocumentNumber, Sealed<string>? Statement)
{
    public static Decision<RequestEvent> Decide(RequestState state, WithdrawRequest command, DateOnly today)
    {
        var reason = AwaitsAnswer(state) ?? Ends(state, FactDate.Withdrawal, command.WithdrawnOn, today);

        return reason is not null ? Refuse(reason) : Accept(new RequestWithdrawn(command.WithdrawnOn, command.DocumentNumber, command.Statement));
    }
}
