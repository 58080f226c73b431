using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Requests.RandomHistory;

namespace Tracker.Domain.Tests.Requests;

/// <summary>What is tried about reasons and later dates.</summary>
internal static class RandomReasons
{
    public static readonly Func<RequestState, DateOnly, int, Decision<RequestEvent>>[] Acts =
    [
        (state, on, _) => DemandReasons.Decide(state, new(on, Text: null), FarAhead),
        (state, on, size) => JudgeReasons.Decide(
            state, new(on, size % 4 == 0 ? ReasonsJudgement.Unreasonable : ReasonsJudgement.Reasonable, Text: null), FarAhead),
        (state, on, size) => SetLaterDate.Decide(
            state, new(on, (RequestClock.Read(state, WorkingCalendar.Embedded).DueOn is { } due && due > on ? due : on).AddDays(size), Reason: null), WorkingCalendar.Embedded, FarAhead),
    ];
}
