using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;

namespace Tracker.ReadModels.Tests;

/// <summary>What a filter leaves, asked of each state itself with nothing but a wall calendar: the oracle of the register's SQL.</summary>
internal static class SlowFilter
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Embedded;

    public static bool Leaves(CaseFilter filter, RequestState state, DateOnly today) =>
        (filter.Number is not { } number || state.Registration!.Number.Contains(number, StringComparison.Ordinal))
        && (filter.State is not { } asked || Is(asked, state))
        && (filter.Due is not { } due || IsDue(due, state, today))
        && (filter.Waits is not { } awaited || Waits(awaited, state))
        && (filter.Idle is not { } idle || IsIdle(idle, state, today))
        && (filter.Ground is not { } ground || state.Result?.Ground == ground)
        && (filter.Kind is not { } kind || state.Registration!.ApplicantKind == kind)
        && (filter.Channel is not { } channel || state.Registration!.Channel == channel)
        && (filter.ReceivedIn is not { } year || state.Receipt.On.Year == year)
        && (filter.Unit is not { } unit || (state.Holdings.LastOrDefault() is { Until: null } last && last.Unit == unit))
        && (!filter.Missing || (state.Voiding is null && !MissingFacts.Of(state).IsEmpty));

    private static bool Is(CaseState asked, RequestState state) => asked switch
    {
        CaseState.Open => IsOpen(state),
        CaseState.Ended => !IsOpen(state) && state.Voiding is null,
        CaseState.Voided => state.Voiding is not null,
    };

    public static bool IsDue(Urgency urgency, RequestState state, DateOnly today)
    {
        var due = RequestClock.Read(state, Calendar).DueOn;
        var open = IsOpen(state);
        return urgency switch
        {
            Urgency.Closed => !open,
            Urgency.Paused => open && due is null,
            Urgency.Late => open && due < today,
            Urgency.Today => open && due == today,
            Urgency.Soon => open && due > today && DaysAfter(today, due.Value) <= 5,
            Urgency.Calm => open && due > today && DaysAfter(today, due.Value) > 5,
        };
    }

    public static bool Waits(Awaited awaited, RequestState state)
    {
        var (open, first) = (IsOpen(state), state is { Result: null, Voiding: null });
        return awaited switch
        {
            Awaited.Supplement => first && state.TermFacts.LastOrDefault(fact => fact is SupplementNoticeIssued or SupplementReceived) is SupplementNoticeIssued,
            Awaited.Payment => first && state.TermFacts.LastOrDefault(fact => fact is FeeNoticeIssued or FeePaid or FeeWaived) is FeeNoticeIssued,
            Awaited.Opinion => first && state.Consultations.Any(asked => asked.ClosedOn is null),
            Awaited.ExtensionApproval => first && state.ProposedExtension is not null,
            Awaited.Signature => first && state.Holdings.LastOrDefault() is { Until: null, SignedForOn: null },
            Awaited.AnswerApproval => open && state.Draft?.Stage == DraftStage.Submitted,
            Awaited.Issue => open && state.Draft?.Stage == DraftStage.Approved,
            Awaited.Dispatch => open && state.Draft?.Stage == DraftStage.Issued,
        };
    }

    public static bool IsIdle(Idle idle, RequestState state, DateOnly today)
    {
        var (open, first) = (IsOpen(state), state is { Result: null, Voiding: null });
        return idle switch
        {
            Idle.Untouched => first && state.Draft is null && !state.HasSteps && DayAfter(state.Receipt.On, 7) < today,
            Idle.SilentParty => first && state.Consultations.Any(asked => asked.ClosedOn is null && asked.Limit(Calendar) < today),
            Idle.Unsent => open && state.Draft is { Stage: DraftStage.Approved or DraftStage.Issued, On: var on } && DayAfter(on, 2) < today,
        };
    }

    private static bool IsOpen(RequestState state) =>
        state.Voiding is null && (state.Result is null || state.Reopenings.LastOrDefault() is { AnsweredOn: null });

    private static int DaysAfter(DateOnly from, DateOnly to)
    {
        var days = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            days += Calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return days;
    }

    private static DateOnly DayAfter(DateOnly from, int count)
    {
        var day = from;
        while (DaysAfter(from, day) < count)
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
