using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>减免: the fee asked for is waived, and nothing is awaited any more.</summary>
public sealed record WaiveFee(DateOnly WaivedOn, Sealed<string>? Reason)
{
    public static Decision<RequestEvent> Decide(RequestState state, WaiveFee command, DateOnly today) => Unless(
        FeeAsked(state, out _) ?? Follows(state, FactDate.Waiver, command.WaivedOn, today),
        new FeeWaived(command.WaivedOn, command.Reason));
}
