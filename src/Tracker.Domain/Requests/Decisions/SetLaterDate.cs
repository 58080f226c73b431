using Tracker.Domain.LegalTime;
using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>
/// 另行确定答复时间 (art 35): the reasons are reasonable, the request cannot be answered in time, and the applicant is told a later date.
/// Told after the due date it is recorded and flagged.
/// </summary>
public sealed record SetLaterDate(DateOnly ToldOn, DateOnly DueOn, Sealed<string>? Reason)
{
    public static Decision<RequestEvent> Decide(RequestState state, SetLaterDate command, WorkingCalendar calendar, DateOnly today) => Unless(
        Open(state)
            ?? (state.Reasons?.Judgement == ReasonsJudgement.Reasonable ? null : new ReasonsNotFoundReasonable())
            ?? Since(state.Reasons!.JudgedOn!.Value, FactDate.LaterDateNotice, command.ToldOn, today)
            ?? Follows(state, FactDate.LaterDateNotice, command.ToldOn, today)
            ?? NotTooFar(FactDate.LaterDate, command.DueOn, command.ToldOn)
            ?? Later(command, RequestClock.Read(state, calendar).DueOn),
        new LaterDateSet(command.ToldOn, command.DueOn, command.Reason));

    private static RequestRefusal? Later(SetLaterDate command, DateOnly? due) =>
        command.DueOn <= due ? new LaterDateNotLater(command.DueOn, due.Value)
        : command.DueOn < command.ToldOn ? new LaterDateNotLater(command.DueOn, command.ToldOn.AddDays(-1))
        : null;
}
