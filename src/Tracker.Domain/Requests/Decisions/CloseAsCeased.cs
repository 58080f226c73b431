using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>申请人死亡或者终止，无人承受: nobody is left to answer. Counted under 其他处理 with its own ground.</summary>
public sealed record CloseAsCeased(DateOnly ConfirmedOn, string? DocumentNumber, Sealed<string>? Statement)
{
    public static Decision<RequestEvent> Decide(RequestState state, CloseAsCeased command, DateOnly today) => Unless(
        AwaitsAnswer(state) ?? Ends(state, FactDate.Closing, command.ConfirmedOn, today),
        new RequestClosedUnanswered(Grounds.ApplicantCeased, command.ConfirmedOn, command.DocumentNumber, command.Statement));
}
