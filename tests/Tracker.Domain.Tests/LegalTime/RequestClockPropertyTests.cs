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
    private static readonly Config Thoroughly = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Fact]
    public void A_due_date_is_a_working_day_after_the_last_restart() => Always(state =>
    {
        var startsOn = state.TermFacts.OfType<SupplementReceived>().LastOrDefault()?.ReceivedOn ?? state.Receipt.On;
        return Read(state).DueOn is not { } due
            || (Calendar.IsWorkingDay(due) && Calendar.WorkingDaysBetween(startsOn, due) >= AnswerTerm.WorkingDays(state.Receipt.On));
    });

    [Fact]
    public void The_clock_stands_still_exactly_while_a_notice_is_open() => Always(state =>
        (Read(state).DueOn is null) == (state.OpenSupplement is not null));

    [Fact]
    public void The_due_date_is_the_fresh_term_and_the_extension_of_that_term() => Always(state =>
    {
        var startsOn = state.TermFacts.OfType<SupplementReceived>().LastOrDefault()?.ReceivedOn ?? state.Receipt.On;
        var extended = state.CurrentExtension?.WorkingDays ?? 0;
        return Read(state).DueOn is not { } due
            || Calendar.WorkingDaysBetween(startsOn, due) == AnswerTerm.WorkingDays(state.Receipt.On) + extended;
    });

    [Fact]
    public void An_extension_moves_the_due_date_later_by_as_many_working_days_and_never_earlier() => Always(state =>
    {
        var extend = new ExtendAnswerTerm(state.LastFactOn, WorkingDays: 15, NotifiedOn: null, Reason: null);
        return ExtendAnswerTerm.Decide(state, extend, On("2030-01-01")) is not Accepted<RequestEvent> accepted
            || (Read(state).DueOn, Read(state.Evolve(accepted.Events[0])).DueOn) switch
            {
                (null, null) => true,
                ({ } before, { } after) => after > before && Calendar.WorkingDaysBetween(before, after) == 15,
                _ => false,
            };
    });

    [Fact]
    public void A_warning_date_has_a_reason_and_never_lies_after_the_due_date_of_an_unstopped_request() => Always(state =>
    {
        var reading = Read(state);
        return (reading.WarningDueOn is null) == (reading.WarningReason is null)
            && (state.TermFacts.OfType<SupplementNoticeIssued>().Any() || reading.WarningDueOn is null || reading.WarningDueOn <= reading.DueOn);
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
            Before(pair.First, pair.Second.LastFactOn).SequenceEqual(Before(pair.Second, pair.Second.LastFactOn)))).Check(Thoroughly);

    [Fact]
    public void The_histories_reach_what_the_properties_are_about()
    {
        var states = Gen.Sample(RandomHistory.Any.Generator, 500).SelectMany(history => history.States()).ToList();

        Assert.Contains(states, state => state.OpenSupplement is not null && state.CurrentExtension is not null);
        Assert.Contains(states, state => state.TermFacts.OfType<SupplementReceived>().Count() > 1);
        Assert.Contains(states, state => state.Result?.Ground == Grounds.Withdrawn);
        // Consultations, fees and dates under art 35 are facts of the clock that no decision makes yet.
        Assert.Equal(
            Enum.GetValues<Departure>().Except([Departure.OtherAgencySlow, Departure.FeeNoticeLate, Departure.PaidLate, Departure.DelayToldLate, Departure.DelayedWhileStopped]),
            states.SelectMany(state => Read(state).Departures).Distinct().Order());
        Assert.Equal(Enum.GetValues<WarningReason>(), states.Select(state => Read(state).WarningReason).OfType<WarningReason>().Distinct().Order());
    }

    private static void Always(Func<RequestState, bool> holds) =>
        Prop.ForAll(RandomHistory.Any, history => history.States().All(holds)).Check(Thoroughly);

    private static IEnumerable<ClockFlag> Before(RequestState state, DateOnly day) => Read(state).Flags.Where(flag => flag.On < day);

    private static ClockReading Read(RequestState state) => RequestClock.Read(state, Calendar);
}
