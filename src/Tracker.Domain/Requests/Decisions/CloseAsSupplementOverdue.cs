using Tracker.Domain.LegalTime;
using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>
/// 逾期不补正 (art 30): the notice's period is over, nothing came and there is no good reason; the application counts as given up. The
/// system proposes it, a person decides; counted in the year in which it was decided.
/// </summary>
public sealed record CloseAsSupplementOverdue(DateOnly ConfirmedOn, string? DocumentNumber, Sealed<string>? Statement)
{
    public static Decision<RequestEvent> Decide(
        RequestState state, CloseAsSupplementOverdue command, WorkingCalendar calendar, DateOnly today) => Unless(
        Open(state)
            ?? (state.OpenSupplement is null ? new NoSupplementAwaited() : null)
            ?? (LastDay(state.OpenSupplement!, calendar) is { } last && command.ConfirmedOn <= last ? new SupplementStillAwaited(last) : null)
            ?? Ends(state, FactDate.Closing, command.ConfirmedOn, today),
        new RequestClosedUnanswered(Grounds.SupplementOverdue, command.ConfirmedOn, command.DocumentNumber, command.Statement));

    /// <summary>
    /// The last day to supplement, itself included: as the notice says, but a day off moves to the next working day (民法典 203). None
    /// where an old register did not record it, which is shown as missing.
    /// </summary>
    public static DateOnly? LastDay(SupplementNoticeIssued notice, WorkingCalendar calendar) =>
        notice.PeriodEndsOn is { } ends && !calendar.IsWorkingDay(ends) ? calendar.AddWorkingDays(ends, 1) : notice.PeriodEndsOn;
}
