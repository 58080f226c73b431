using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>缴费: the clock starts afresh (国办函〔2020〕109号). After the 20 working days it is recorded and flagged.</summary>
public sealed record PayFee(DateOnly PaidOn)
{
    public static Decision<RequestEvent> Decide(RequestState state, PayFee command, DateOnly today) => Unless(
        FeeAsked(state, out _) ?? Follows(state, FactDate.Payment, command.PaidOn, today),
        new FeePaid(command.PaidOn));
}
