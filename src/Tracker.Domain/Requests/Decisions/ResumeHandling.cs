using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;


/// <summary>恢复办理: the agency takes an answered request up again. The counted result is neither undone nor repeated.</summary>
public sealed record ResumeHandling(DateOnly ResumedOn, Sealed<string>? Reason)
{
    public static Decision<RequestEvent> Decide(RequestState state, ResumeHandling command, DateOnly today) => Unless(
        Answered(state)
            ?? (state.IsReopened ? new AlreadyReopened(state.Reopening!.On) : null)
            ?? Since(state.LastFactOn, FactDate.Reopening, command.ResumedOn, today),
        new HandlingResumed(command.ResumedOn, command.Reason));

    /// <summary>It has a result.</summary>
    internal static RequestRefusal? Answered(RequestState state) => Valid(state) ?? (state.Result is null ? new NoResultYet() : null);
}
