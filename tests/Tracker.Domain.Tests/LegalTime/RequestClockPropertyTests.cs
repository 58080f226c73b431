using FsCheck;
using FsCheck.Fluent;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Domain.Tests.Requests;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.LegalTime;

/// <summary>What holds in every history the decisions allow.</summary>
public class RequestClockPropertyTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Embedded;
    private static readonly Config Thoroughly = Config.QuickThrowOnFailure.WithMaxTest(1000);

    [Fact]
    public void The_due_date_is_the_one_a_slow_count_from_day_to_day_finds() => InTheEnd(state => Read(state).DueOn == Slow(state).DueOn);

    [Fact]
    public void A_due_date_is_a_working_day_after_the_last_restart() => InTheEnd(state =>
        Read(state).DueOn is not { } due
        || Slow(state).Set is not null // as it was told, on whatever day
        || (Calendar.IsWorkingDay(due) && Calendar.WorkingDaysBetween(Slow(state).StartsOn, due) >= AnswerTerm.WorkingDays(state.Receipt.On)));

    [Fact]
    public void The_clock_stands_still_exactly_while_a_notice_is_open() => Always(state =>
        state.IsClosed || (Read(state).State is ClockState.WaitingForSupplement or ClockState.WaitingForPayment) == (state.OpenSupplement is not null || state.OpenFeeNotice is not null));

    [Fact]
    public void Where_nobody_is_asked_the_due_date_is_the_fresh_term_and_the_extension_of_that_term() => InTheEnd(state =>
        Read(state).DueOn is not { } due
        || state.Consultations.Length > 0
        || Slow(state).Set is not null
        || Calendar.WorkingDaysBetween(Slow(state).StartsOn, due) == AnswerTerm.WorkingDays(state.Receipt.On) + (state.CurrentExtension?.WorkingDays ?? 0));

    [Fact]
    public void An_extension_moves_the_due_date_later_by_at_least_as_many_working_days_and_never_earlier() => Always(state =>
    {
        var extend = new ExtendAnswerTerm(state.LastStepOn, WorkingDays: 15, NotifiedOn: null, Reason: null);
        return ExtendAnswerTerm.Decide(state, extend, On("2030-01-01")) is not Accepted<RequestEvent> accepted
            || (Read(state).DueOn, Read(state.Evolve(accepted.Events[0])).DueOn) switch
            {
                (_, null) => true, // the clock stands still, or its days now reach into another agency's
                ({ } before, { } after) => Calendar.WorkingDaysBetween(before, after) is var days && (days == 15 || (days > 15 && state.Consultations.Length > 0)),
                _ => false,
            };
    });

    /// <summary>What the decisions let happen, the clock never calls impossible; of a file of facts it would.</summary>
    [Fact]
    public void Nothing_the_decisions_allow_is_impossible() => InTheEnd(state =>
        ImpossibleFacts.FirstOf(ClockFacts.Of(state), Calendar, RandomHistory.FarAhead)?.Why is null
            or Impossibility.ArrivedBeforeFiling or Impossibility.ArrivalOutOfOrder or Impossibility.BeforeReceipt // the arrivals are made up
            or Impossibility.DelayNotLater); // it was later when it was told; a consultation entered afterwards may have lengthened the term since

    [Fact]
    public void A_warning_date_has_a_reason_and_never_lies_after_the_due_date_of_an_unstopped_request() => Always(state =>
    {
        var reading = Read(state);
        return (reading.WarningDueOn is null) == (reading.WarningReason is null)
            && (state.TermFacts.OfType<SupplementNoticeIssued>().Any() || reading.WarningDueOn is null || !(reading.WarningDueOn > reading.DueOn));
    });

    [Fact]
    public void Closing_changes_neither_due_nor_warning_date() => Always(state =>
    {
        var closed = state.Evolve(Given.Answer("2029-12-31"));
        return (Read(state).DueOn, Read(state).WarningDueOn) == (Read(closed).DueOn, Read(closed).WarningDueOn);
    });

    [Fact]
    public void The_facts_stand_in_the_order_in_which_a_file_of_them_is_put() => Always(state =>
        ClockFacts.Of(state).SequenceEqual(ClockFacts.InOrder(ClockFacts.Of(state))));

    /// <summary>Of one day the order counts, whatever is recorded first: an extension of the day of a notice has no effect.</summary>
    [Fact]
    public void Departures_of_earlier_days_are_only_ever_added() => Prop.ForAll(RandomHistory.Any, history =>
        history.States().ToList() is var seen && seen.Zip(seen.Skip(1)).All(pair =>
            pair.Second.Registration != pair.First.Registration
            || pair.Second.TakenBack != pair.First.TakenBack
            || !IsInItsFirstCourse(pair.Second)
            || pair.Second.Consultations != pair.First.Consultations // an opinion may find its place among earlier facts
            || Before(pair.First, pair.Second.LastFactOn).SequenceEqual(Before(pair.Second, pair.Second.LastFactOn)))).Check(Thoroughly);

    [Fact]
    public void The_histories_reach_what_the_properties_are_about()
    {
        var states = Gen.Sample(RandomHistory.Any.Generator, 4000).SelectMany(history => history.States()).ToList();

        Assert.Contains(states, state => state.OpenSupplement is not null && state.CurrentExtension is not null);
        Assert.Contains(states, state => state.TermFacts.OfType<SupplementReceived>().Count() > 1);
        Assert.Contains(states, state => state.Result?.Ground == Grounds.Withdrawn);
        Assert.Contains(states, state => state.Consultations.Count(asked => asked.IsOpen) > 1);
        Assert.Contains(states, state => state.Consultations.Any(asked => asked.HasLapsed));
        Assert.Contains(states, state => state.Consultations.Any(asked => asked.ThirdPartyToldOn is not null));
        Assert.Contains(states, state => state.Result?.Ground == Grounds.FeeOverdue);
        Assert.Contains(states, state => state.Result?.Ground == Grounds.SupplementOverdue);
        Assert.Contains(states, state => state.Notes > 0 && state.Receipt.Basis == ReceiptBasis.Confirmed);
        Assert.Equal(Enum.GetValues<Departure>(), states.SelectMany(state => Read(state).Departures).Distinct().Order());
        Assert.Equal(Enum.GetValues<WarningReason>(), states.Select(state => Read(state).WarningReason).OfType<WarningReason>().Distinct().Order());
    }

    /// <summary>The terms of the law end with the result; what may follow is in <see cref="Requests.Decisions.ReopeningTests"/>.</summary>
    private static bool IsInItsFirstCourse(RequestState state) => state.Reopenings.IsEmpty && state.Voiding is null;

    private static void Always(Func<RequestState, bool> holds) =>
        Prop.ForAll(RandomHistory.Any, history => history.States().Where(IsInItsFirstCourse).All(holds)).Check(Thoroughly);

    private static void InTheEnd(Func<RequestState, bool> holds) =>
        Prop.ForAll(RandomHistory.Any, history => holds(history.States().Last(IsInItsFirstCourse))).Check(Thoroughly);

    private static SlowClock Slow(RequestState state) => new(ClockFacts.Of(state), PublishedHolidays.IsWorkingDay);

    private static IEnumerable<ClockFlag> Before(RequestState state, DateOnly day) => Read(state).Flags.Where(flag => flag.On < day);

    private static ClockReading Read(RequestState state) => RequestClock.Read(state, Calendar);
}
