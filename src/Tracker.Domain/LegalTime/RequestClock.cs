using System.Collections.Immutable;
using Tracker.Domain.Requests;

namespace Tracker.Domain.LegalTime;

/// <summary>
/// 办理期限: one pure function of facts, calendar and day. The term counts from the day after receipt (art 33), stops with a
/// supplement notice or a fee notice and starts afresh with the supplement (art 30) or the payment, leaves out consultations
/// (art 33), and is lengthened by an extension (art 33). List, filter, page, reminder, letter and report all use it.
/// </summary>
public static class RequestClock
{
    /// <summary>The clock of a request.</summary>
    public static ClockReading Read(RequestState state, WorkingCalendar calendar) => Read(ClockFacts.Of(state), calendar);

    /// <summary>The clock of a request as it stood on a day.</summary>
    public static ClockReading ReadAsOf(RequestState state, WorkingCalendar calendar, DateOnly day) =>
        Read(ClockFacts.AsOf(ClockFacts.Of(state), day), calendar);

    /// <param name="facts">In the order in which they happened, the receipt first.</param>
    /// <param name="calendar">The working days.</param>
    public static ClockReading Read(ImmutableArray<ClockFact> facts, WorkingCalendar calendar)
    {
        if (facts is not [ReceiptFact receipt, .. var rest])
        {
            return new(ClockState.NotReceived, ReceivedOn: null, DueOn: null, Provisional: false, WarningDueOn: null, WarningReason: null, [], []);
        }

        var reckoning = new Reckoning(receipt, calendar);
        foreach (var fact in rest)
        {
            reckoning.Count(fact);
        }

        return reckoning.Read();
    }
}
