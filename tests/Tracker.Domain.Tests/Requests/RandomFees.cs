using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Requests.RandomHistory;

namespace Tracker.Domain.Tests.Requests;

/// <summary>What is tried about fees.</summary>
internal static class RandomFees
{
    public static readonly Func<RequestState, DateOnly, int, Decision<RequestEvent>>[] Acts =
    [
        (state, on, size) => IssueFeeNotice.Decide(
            state, new((FeeScale)(size % 2), size * 3, size * 3, on, size % 3 == 0 ? on.AddDays(size / 3) : null, CountReason: null), FarAhead),
        (state, on, size) => ServeFeeNotice.Decide(state, new(on), FarAhead),
        (state, on, _) => PayFee.Decide(state, new(on), FarAhead),
        (state, on, _) => PayFee.Decide(state, new(on), FarAhead),
        (state, on, _) => WaiveFee.Decide(state, new(on, Reason: null), FarAhead),
        Rarely((state, on) => CloseAsFeeOverdue.Decide(
            state, new(on.AddDays(30), DocumentNumber: null, Statement: null), WorkingCalendar.Embedded, FarAhead)),
    ];
}
