using Tracker.Domain.LegalTime;
using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>
/// 更正收到的事实: the channel or a date of the arrival was recorded wrongly. The day of receipt follows anew (art 31), and with it the due
/// date and the year in which the request is counted as new. What happened since must still be possible.
/// </summary>
public sealed record CorrectReceipt(DateOnly CorrectedOn, Channel Channel, ReceiptDates Dates, Sealed<string>? Reason)
{
    public static Decision<RequestEvent> Decide(RequestState state, CorrectReceipt command, WorkingCalendar calendar, DateOnly today)
    {
        var corrected = new ReceiptFactsCorrected(command.CorrectedOn, command.Channel, command.Dates, command.Reason);
        return Unless(
            Valid(state)
                ?? (state.Registration is { } known && known.Channel == command.Channel && known.Dates == command.Dates ? new NothingCorrected() : null)
                ?? Arrival(command.Channel, command.Dates, calendar, today)
                ?? Contradiction(state, corrected, calendar, today),
            corrected);
    }
}
