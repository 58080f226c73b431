using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.LegalTime;

/// <summary>
/// Received on Monday 2023-03-06: day 7 is Wednesday 15 March, day 20 Monday 3 April. 5 April (清明节) is off, Sunday
/// 23 April is worked, 29 April to 3 May are off.
/// </summary>
public class RequestClockTests
{
    [Theory]
    [InlineData("2019-05-14", "2019-06-04")] // the last day of the old regulation: 15
    [InlineData("2019-05-15", "2019-06-13")] // the first day of the new one: 20, Friday 7 June off
    [InlineData("2023-03-06", "2023-04-03")]
    [InlineData("2023-03-05", "2023-03-31")] // a Sunday
    public void The_term_is_20_working_days_and_was_15_before_15_May_2019(string received, string due)
    {
        var reading = Read(HandedIn(received));

        Assert.Equal(On(due), reading.DueOn);
        Assert.Equal((null, null, false), (reading.WarningDueOn, reading.WarningReason, reading.Provisional));
        Assert.Empty(reading.Departures);
    }

    [Fact]
    public void A_supplement_notice_stops_the_clock()
    {
        var reading = Read(HandedIn("2023-03-06"), Notice("2023-03-08"));

        Assert.Null(reading.DueOn);
        Assert.Null(reading.WarningDueOn);
        Assert.Empty(reading.Departures);
    }

    [Fact]
    public void The_supplement_starts_a_fresh_term_on_its_own_day() =>
        Assert.Equal(On("2023-04-18"), Read(HandedIn("2023-03-06"), Notice("2023-03-08"), Supplement("2023-03-20")).DueOn);

    [Fact]
    public void A_notice_on_the_seventh_working_day_is_in_time()
    {
        var reading = Read(HandedIn("2023-03-06"), Notice("2023-03-15"));

        Assert.Empty(reading.Departures);
        Assert.Null(reading.WarningDueOn);
    }

    [Fact]
    public void A_notice_on_the_eighth_working_day_is_flagged_and_warns_with_the_original_due_date()
    {
        var waiting = Read(HandedIn("2023-03-06"), Notice("2023-03-16"));
        var restarted = Read(HandedIn("2023-03-06"), Notice("2023-03-16"), Supplement("2023-03-20"));

        Assert.Equal([Departure.NoticeIssuedLate], waiting.Departures);
        Assert.Equal((null, On("2023-04-03"), WarningReason.NoticeIssuedLate), (waiting.DueOn, waiting.WarningDueOn, waiting.WarningReason));
        Assert.Equal([Departure.NoticeIssuedLate], restarted.Departures);
        Assert.Equal((On("2023-04-18"), On("2023-04-03")), (restarted.DueOn, restarted.WarningDueOn));
    }

    [Fact]
    public void A_late_notice_after_an_extension_warns_with_the_extended_due_date()
    {
        var reading = Read(HandedIn("2023-03-06"), Extension("2023-03-15", 10), Notice("2023-03-16"));

        Assert.Equal((null, On("2023-04-18")), (reading.DueOn, reading.WarningDueOn));
    }

    [Fact]
    public void A_second_notice_is_flagged_stops_and_restarts_again()
    {
        RequestEvent[] second = [HandedIn("2023-03-06"), Notice("2023-03-08"), Supplement("2023-03-20"), Notice("2023-03-22")];

        Assert.Null(Read(second).DueOn);
        Assert.Equal([Departure.SecondNotice], Read(second).Departures);
        Assert.Equal(On("2023-04-24"), Read([.. second, Supplement("2023-03-27")]).DueOn);
    }

    [Fact]
    public void The_seven_days_of_a_second_notice_count_from_the_supplement()
    {
        RequestEvent[] restarted = [HandedIn("2023-02-01"), Notice("2023-02-03"), Supplement("2023-03-06")];

        Assert.Equal([Departure.SecondNotice], Read([.. restarted, Notice("2023-03-15")]).Departures);

        var late = Read([.. restarted, Notice("2023-03-16")]);
        Assert.Equal([Departure.SecondNotice, Departure.NoticeIssuedLate], late.Departures);
        Assert.Equal(On("2023-04-03"), late.WarningDueOn);
    }

    [Fact]
    public void Of_two_late_notices_the_earlier_original_due_date_warns()
    {
        var reading = Read(HandedIn("2023-03-06"), Notice("2023-03-16"), Supplement("2023-03-20"), Notice("2023-04-18"));

        Assert.Equal([Departure.NoticeIssuedLate, Departure.SecondNotice, Departure.NoticeIssuedLate], reading.Departures);
        Assert.Equal(On("2023-04-03"), reading.WarningDueOn);
    }

    [Fact]
    public void A_third_notice_adds_no_further_flag() => Assert.Equal(
        [Departure.SecondNotice],
        Read(
            HandedIn("2023-03-06"), Notice("2023-03-07"), Supplement("2023-03-08"), Notice("2023-03-09"),
            Supplement("2023-03-10"), Notice("2023-03-13")).Departures);

    [Fact]
    public void An_answer_on_the_due_date_is_in_time() =>
        Assert.Empty(Read(HandedIn("2023-03-06"), Answer("2023-04-03")).Departures);

    [Fact]
    public void An_answer_on_the_day_after_is_flagged_late_and_keeps_its_due_date()
    {
        var reading = Read(HandedIn("2023-03-06"), Answer("2023-04-04"));

        Assert.Equal([Departure.AnsweredLate], reading.Departures);
        Assert.Equal(On("2023-04-03"), reading.DueOn);
    }

    [Fact]
    public void An_answer_while_the_clock_stands_still_is_not_late() =>
        Assert.Empty(Read(HandedIn("2023-03-06"), Notice("2023-03-08"), Answer("2023-05-31", "supplement_overdue")).Departures);

    [Fact]
    public void A_withdrawal_is_never_late() =>
        Assert.Empty(Read(HandedIn("2023-03-06"), Withdrawal("2023-05-31")).Departures);

    [Theory]
    [InlineData("2026-11-27", "2026-12-25", false)]
    [InlineData("2026-11-30", "2026-12-28", false)]
    [InlineData("2026-12-01", "2026-12-29", true)]
    public void A_due_date_beyond_the_last_notice_is_provisional(string received, string due, bool provisional)
    {
        var reading = Read(HandedIn(received));

        Assert.Equal((On(due), provisional), (reading.DueOn, reading.Provisional));
    }

    [Fact]
    public void While_the_clock_stands_still_only_the_warning_date_can_be_provisional()
    {
        Assert.False(Read(HandedIn("2026-12-01"), Notice("2026-12-02")).Provisional);
        Assert.True(Read(HandedIn("2026-12-01"), Notice("2026-12-15")).Provisional);
    }

    [Fact]
    public void Carrying_forward_does_not_touch_the_clock() =>
        Assert.Equal(
            Read(HandedIn("2022-12-20")).DueOn,
            Read(HandedIn("2022-12-20"), new RequestCarriedForward(2022)).DueOn);

    private static ClockReading Read(params RequestEvent[] events) => RequestClock.Read(Events(events), WorkingCalendar.Embedded);
}
