using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.LegalTime;

/// <summary>Received on Monday 2023-03-06 and due on Monday 3 April, as in <see cref="RequestClockTests"/>.</summary>
public class RequestClockExtensionTests
{
    [Theory]
    [InlineData(1, "2023-04-04")]
    [InlineData(2, "2023-04-06")] // 5 April off
    [InlineData(10, "2023-04-18")]
    [InlineData(20, "2023-05-04")] // Sunday 23 April worked, 29 April to 3 May off
    public void An_extension_is_added_to_the_due_date_not_to_its_own_day(int workingDays, string due)
    {
        var reading = Read(HandedIn("2023-03-06"), Extension("2023-03-07", workingDays));

        Assert.Equal(On(due), reading.DueOn);
        Assert.Empty(reading.Departures);
    }

    [Theory]
    [InlineData("2023-04-03", false)] // the due date itself
    [InlineData("2023-04-04", true)]
    public void An_extension_told_to_the_applicant_after_the_due_date_is_flagged(string notifiedOn, bool isLate)
    {
        var told = Extension("2023-03-31", 10) with { NotifiedOn = On(notifiedOn) };

        Assert.Equal(isLate ? [Departure.ExtendedLate] : [], Read(HandedIn("2023-03-06"), told).Departures);
    }

    [Fact]
    public void An_extension_approved_on_the_due_date_is_in_time() =>
        Assert.Empty(Read(HandedIn("2023-03-06"), Extension("2023-04-03", 10)).Departures);

    [Fact]
    public void An_extension_approved_the_day_after_is_flagged_and_still_counts_from_the_due_date()
    {
        var reading = Read(HandedIn("2023-03-06"), Extension("2023-04-04", 10));

        Assert.Equal([Departure.ExtendedLate], reading.Departures);
        Assert.Equal(On("2023-04-18"), reading.DueOn);
    }

    [Fact]
    public void A_restart_lets_the_extension_lapse() => Assert.Equal(
        On("2023-04-18"),
        Read(HandedIn("2023-03-06"), Extension("2023-03-07", 20), Notice("2023-03-08"), Supplement("2023-03-20")).DueOn);

    [Fact]
    public void The_fresh_term_may_be_extended_again()
    {
        var reading = Read(
            HandedIn("2023-03-06"), Extension("2023-03-07", 20), Notice("2023-03-08"), Supplement("2023-03-20"), Extension("2023-04-18", 10));

        Assert.Equal(On("2023-05-04"), reading.DueOn);
        Assert.Empty(reading.Departures);
    }

    [Fact]
    public void An_extension_while_the_clock_stands_still_is_flagged_and_has_no_effect()
    {
        RequestEvent[] stopped = [HandedIn("2023-03-06"), Notice("2023-03-08"), Extension("2023-03-09", 20)];

        Assert.Equal([Departure.ExtendedWhileStopped], Read(stopped).Departures);
        Assert.Null(Read(stopped).DueOn);
        Assert.Equal(On("2023-04-18"), Read([.. stopped, Supplement("2023-03-20")]).DueOn);
    }

    [Fact]
    public void An_answer_within_the_extended_term_is_in_time()
    {
        Assert.Empty(Read(HandedIn("2023-03-06"), Extension("2023-03-07", 10), Answer("2023-04-18")).Departures);
        Assert.Equal(
            [Departure.AnsweredLate],
            Read(HandedIn("2023-03-06"), Extension("2023-03-07", 10), Answer("2023-04-19")).Departures);
    }

    [Fact]
    public void An_extension_moves_the_warning_date_as_well()
    {
        var online = Received(Channel.Online, new(On("2023-03-06"), ConfirmedOn: On("2023-03-07")));
        var reading = Read(online, Extension("2023-03-08", 10));

        Assert.Equal((On("2023-04-19"), On("2023-04-18")), (reading.DueOn, reading.WarningDueOn));
    }

    private static ClockReading Read(params RequestEvent[] events) => RequestClock.Read(Events(events), WorkingCalendar.Embedded);
}
