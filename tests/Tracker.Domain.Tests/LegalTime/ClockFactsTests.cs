using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.LegalTime;

/// <summary>The order of facts, and what was known of them on a day.</summary>
public class ClockFactsTests
{
    [Theory]
    [InlineData(
        "2023-03-08 notice; 2023-03-06 handed in; 2023-03-20 supplement",
        "2023-03-06 handed in; 2023-03-08 notice; 2023-03-20 supplement",
        "by their days")]
    [InlineData(
        "2023-03-06 answered; 2023-03-06 extended 5; 2023-03-06 paid; 2023-03-06 fee notice; 2023-03-06 A answers; 2023-03-06 asks agency A; 2023-03-06 supplement; 2023-03-06 notice; 2023-03-06 handed in",
        "2023-03-06 handed in; 2023-03-06 notice; 2023-03-06 supplement; 2023-03-06 asks agency A; 2023-03-06 A answers; 2023-03-06 fee notice; 2023-03-06 paid; 2023-03-06 extended 5; 2023-03-06 answered",
        "those of one day: received, notice, supplement, consultation, fee, extension, answer")]
    [InlineData(
        "2023-03-06 handed in; 2023-03-08 notice; 2023-03-20 notice; 2023-03-20 supplement; 2023-03-22 supplement",
        "2023-03-06 handed in; 2023-03-08 notice; 2023-03-20 supplement; 2023-03-20 notice; 2023-03-22 supplement",
        "a second notice follows the supplement to the first, on the same day too")]
    [InlineData(
        "2023-03-06 handed in; 2023-03-08 fee notice; 2023-03-20 fee notice; 2023-03-20 paid",
        "2023-03-06 handed in; 2023-03-08 fee notice; 2023-03-20 paid; 2023-03-20 fee notice",
        "and a second fee notice the payment of the first")]
    [InlineData(
        "2023-03-03 notice; 2023-03-06 handed in",
        "2023-03-06 handed in; 2023-03-03 notice",
        "the receipt is first whatever its day, so that what lies before it can be refused")]
    public void Facts_are_put_in_order(string told, string ordered, string why) =>
        Assert.True(ClockFacts.InOrder(Told.Facts(told)).SequenceEqual(Told.Facts(ordered)), why);

    [Theory]
    [InlineData("2023-03-06 online, confirmed 2023-03-10", "2023-03-08", "2023-04-03", "not confirmed yet: counted from filing")]
    [InlineData("2023-03-06 online, confirmed 2023-03-10", "2023-03-10", "2023-04-10", "confirmed")]
    [InlineData("2023-03-06 handed in; 2023-03-08 asks third party A, received 2023-03-13", "2023-03-10", "2023-04-24", "the party's receipt not known yet: 15 days from the sending")]
    [InlineData("2023-03-06 handed in; 2023-03-08 asks third party A, received 2023-03-13", "2023-03-13", "2023-04-27", "known")]
    [InlineData("2023-03-06 handed in; 2023-03-08 asks third party A; 2023-03-13 A answers", "2023-03-12", "2023-04-24", "the day before the opinion: to the end of the 15 days")]
    [InlineData("2023-03-06 handed in; 2023-03-08 asks third party A; 2023-03-13 A answers", "2023-03-13", "2023-04-07", "the day of the opinion")]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice; 2023-03-20 supplement", "2023-03-19", "none", "still waiting")]
    [InlineData("2023-03-06 handed in; 2023-03-20 extended 10", "2023-03-19", "2023-04-03", "not extended yet")]
    public void The_due_date_as_of_a_day(string story, string day, string due, string why)
    {
        var reading = RequestClock.Read(ClockFacts.AsOf(Told.Facts(story), On(day)), WorkingCalendar.Embedded);
        Assert.True((reading.DueOn?.ToString("yyyy-MM-dd") ?? "none") == due, $"{story} as of {day}: {reading.DueOn:yyyy-MM-dd}: {why}");
    }

    [Fact]
    public void An_extension_that_is_told_late_is_late_from_that_day_on()
    {
        var facts = Told.Facts("2023-03-06 handed in; 2023-04-03 extended 10, told 2023-04-10");

        Assert.Empty(RequestClock.Read(ClockFacts.AsOf(facts, On("2023-04-09")), WorkingCalendar.Embedded).Flags);
        Assert.Equal([Departure.ExtendedLate], RequestClock.Read(ClockFacts.AsOf(facts, On("2023-04-10")), WorkingCalendar.Embedded).Departures);
    }

    [Fact]
    public void A_case_can_be_read_as_of_a_day()
    {
        var state = Events(HandedIn("2023-03-06"), Notice("2023-03-08"), Supplement("2023-03-20"));

        Assert.Equal(On("2023-04-03"), RequestClock.ReadAsOf(state, WorkingCalendar.Embedded, On("2023-03-07")).DueOn);
        Assert.Null(RequestClock.ReadAsOf(state, WorkingCalendar.Embedded, On("2023-03-08")).DueOn);
        Assert.Equal(On("2023-04-18"), RequestClock.ReadAsOf(state, WorkingCalendar.Embedded, On("2023-03-20")).DueOn);
        Assert.Equal(ClockState.NotReceived, RequestClock.ReadAsOf(state, WorkingCalendar.Embedded, On("2023-03-05")).State);
    }

    [Fact]
    public void A_request_nobody_made_has_no_clock() =>
        Assert.Throws<ArgumentException>(() => ClockFacts.Of(RequestState.None));
}
