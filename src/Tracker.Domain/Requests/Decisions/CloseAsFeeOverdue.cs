using Tracker.Domain.LegalTime;
using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>
/// 逾期未缴费: the 20 working days to pay are over, the application counts as given up (国办函〔2020〕109号). The system proposes it, a
/// person decides; counted in the year in which it was decided.
/// </summary>
public sealed record CloseAsFeeOverdue(DateOnly ConfirmedOn, string? DocumentNumber, Sealed<string>? Statement)
{
    public static Decision<RequestEvent> Decide(RequestState state, CloseAsFeeOverdue command, WorkingCalendar calendar, DateOnly today) => Unless(
        FeeAsked(state, out var notice) ?? Term(notice, command, calendar) ?? Ends(state, FactDate.Closing, command.ConfirmedOn, today),
        new RequestClosedUnanswered(Grounds.FeeOverdue, command.ConfirmedOn, command.DocumentNumber, command.Statement));

    private static RequestRefusal? Term(FeeNoticeIssued notice, CloseAsFeeOverdue command, WorkingCalendar calendar) =>
        notice.ReceivedOn is not { } received ? new FeeNoticeNotServed()
        : Fees.LastDayToPay(received, calendar) is var last && command.ConfirmedOn <= last ? new PaymentStillAwaited(last)
        : null;
}
