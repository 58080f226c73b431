using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Requests.RandomHistory;

namespace Tracker.Domain.Tests.Requests;

/// <summary>What is tried about the arrival, and notes.</summary>
internal static class RandomReceipts
{
    public static readonly Func<RequestState, DateOnly, int, Decision<RequestEvent>>[] Acts =
    [
        (state, on, size) => ConfirmReceipt.Decide(state, new(state.Registration!.Dates.FiledOn.AddDays(size / 4)), WorkingCalendar.Embedded, FarAhead),
        (state, on, size) => CorrectReceipt.Decide(state, new(on, (Channel)(size % 6), Dates(state, size), Reason: null), WorkingCalendar.Embedded, FarAhead),
        (state, on, _) => AddNote.Decide(state, new(on, Text: null), FarAhead),
    ];

    private static ReceiptDates Dates(RequestState state, int size)
    {
        var filed = state.Registration!.Dates.FiledOn.AddDays((size % 7) - 3);
        return new(filed, SignedForOn: filed.AddDays(size % 3), ConfirmedOn: size % 2 == 0 ? filed.AddDays(size % 5) : null);
    }
}
