using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;


/// <summary>作废: the registration was a mistake. It leaves every table; its number stays used and is shown as void.</summary>
public sealed record VoidRequest(DateOnly VoidedOn, Sealed<string>? Reason)
{
    public static Decision<RequestEvent> Decide(RequestState state, VoidRequest command, DateOnly today) => Unless(
        Valid(state)
            ?? Ends(state, FactDate.Voiding, command.VoidedOn, today),
        new RequestVoided(command.VoidedOn, command.Reason));
}
