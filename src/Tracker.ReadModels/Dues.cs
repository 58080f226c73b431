using System.Collections.Immutable;
using System.Globalization;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Reminding;
using Tracker.Domain.Requests;

namespace Tracker.ReadModels;

/// <summary>The one rule for what of a case has a day by which it is due. Where the clock stands still nothing is due but what ends the standing.</summary>
public static class Dues
{
    /// <summary>审批、寄出: so many working days the office gives itself, and never beyond the term; no law gives them.</summary>
    public const int InsideWorkingDays = 2;

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>What is due, in the order of the matters; nothing of a case that has ended or is void.</summary>
    /// <param name="state">The case.</param>
    /// <param name="clock">Its clock, read with the calendar.</param>
    /// <param name="calendar">The working days of its office.</param>
    public static ImmutableArray<DueItem> Of(RequestState state, ClockReading clock, WorkingCalendar calendar) =>
        state.IsClosed ? [] : [.. Look(state, clock, calendar).OrderBy(item => item.Matter).ThenBy(item => item.Part, StringComparer.Ordinal)];

    /// <summary>As it stands in a row: matter, part, last day, first day.</summary>
    public static string Spelled(DueItem item) =>
        $"{Beginning(item.Matter, item.Part, item.DueOn)}{item.Since.ToString(DayFormat, CultureInfo.InvariantCulture)}";

    /// <summary>The same up to the first day, which is no part of what a deadline is known by.</summary>
    public static string Beginning(DueMatter matter, string part, DateOnly dueOn) =>
        $"{matter}|{part}|{dueOn.ToString(DayFormat, CultureInfo.InvariantCulture)}|";

    /// <exception cref="FormatException">It is not spelled so.</exception>
    public static DueItem Read(string spelled) => spelled.Split('|') is [var matter, var part, var dueOn, var since]
        ? new(Enum.Parse<DueMatter>(matter), part, Day(dueOn), Day(since))
        : throw new FormatException("Not a due item.");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture);

    private static IEnumerable<DueItem> Look(RequestState state, ClockReading clock, WorkingCalendar calendar)
    {
        var standsStill = clock.State is ClockState.WaitingForSupplement or ClockState.WaitingForPayment;
        if (clock.DueOn is { } due)
        {
            yield return new(DueMatter.Answer, "", due, AnswerSince(state, calendar));
        }

        foreach (var deadline in state.HasEnded ? [] : clock.Deadlines)
        {
            if (Of(state, clock, deadline) is { } item)
            {
                yield return item;
            }
        }

        if (!standsStill && state is { HasEnded: false, ProposedExtension.ProposedOn: var proposed })
        {
            yield return Inside(DueMatter.ExtensionApproval, proposed, clock, calendar);
        }

        if (!standsStill && Drafted(state.Draft) is var (matter, on))
        {
            yield return Inside(matter, on, clock, calendar);
        }
    }

    private static DueItem? Of(RequestState state, ClockReading clock, ClockDeadline deadline) => deadline.Kind switch
    {
        DeadlineKind.SupplementNotice => clock.State == ClockState.Running && IdleSince.Of(state).Untouched is { } arrived
            ? new(DueMatter.SupplementNotice, "", deadline.On, arrived)
            : null,
        DeadlineKind.SupplementPeriod => state.OpenSupplement is { } notice ? new(DueMatter.Supplement, "", deadline.On, notice.IssuedOn) : null,
        DeadlineKind.PartyOpinion or DeadlineKind.OtherAgencyOpinion => new(DueMatter.Opinion, deadline.Id!, deadline.On, AskedOn(state, deadline.Id!)),
        DeadlineKind.Payment => state.OpenFeeNotice is { } notice ? new(DueMatter.Payment, "", deadline.On, notice.ReceivedOn ?? notice.IssuedOn) : null,
        DeadlineKind.ExtensionNotice => state.UntoldExtension is { } untold && untold == state.CurrentExtension
            ? new(DueMatter.ExtensionNotice, "", deadline.On, untold.ApprovedOn)
            : null,
    };

    /// <summary>
    /// From the last fact that moved the term on. While a party is asked the time is not counted, and nobody is pressed: the term stands from
    /// the day after the party's last one, whether anybody has recorded by then that it said nothing.
    /// </summary>
    private static DateOnly AnswerSince(RequestState state, WorkingCalendar calendar)
    {
        var since = ClockFacts.Of(state).Where(fact => fact is not EndFact).Max(fact => fact.On);
        since = Later(since, state.Registration!.SplitOn ?? since);
        foreach (var asked in state.IsReopened ? [] : state.Consultations.Where(asked => asked.IsOpen))
        {
            since = asked.Limit(calendar) is { } limit ? Later(since, limit.AddDays(1)) : since;
        }

        return since;
    }

    private static DateOnly AskedOn(RequestState state, string id)
    {
        var asked = state.Consultations.First(asked => ClockFacts.Id(asked.Number) == id);
        return asked.PartyReceivedOn ?? asked.SentOn;
    }

    private static (DueMatter Matter, DateOnly On)? Drafted(AnswerDraft? draft) => draft?.Stage switch
    {
        DraftStage.Submitted => (DueMatter.AnswerApproval, draft.On),
        DraftStage.Approved or DraftStage.Issued => (DueMatter.Dispatch, draft.On),
        null or DraftStage.Drafted or DraftStage.Returned => null,
    };

    // The last day of the term is the last to approve an extension and to answer as well (art 33).
    private static DueItem Inside(DueMatter matter, DateOnly on, ClockReading clock, WorkingCalendar calendar)
    {
        var own = calendar.AddWorkingDays(on, InsideWorkingDays);
        return new(matter, "", clock.DueOn < own ? clock.DueOn.Value : own, on);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
