using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>收到补正 (art 30): the clock restarts with a fresh term from that day.</summary>
public sealed record ReceiveSupplement(DateOnly ReceivedOn, Sealed<string>? Supplement)
{
    public static Decision<RequestEvent> Decide(RequestState state, ReceiveSupplement command, DateOnly today)
    {
        var reason = Open(state)
            ?? (state.OpenSupplement is null ? new NoSupplementAsked() : null)
            ?? Follows(state, FactDate.Supplement, command.ReceivedOn, today);

        return reason is not null ? Refuse(reason) : Accept(new SupplementReceived(command.ReceivedOn, command.Supplement));
    }
}
