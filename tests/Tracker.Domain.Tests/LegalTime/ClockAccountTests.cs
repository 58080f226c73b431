using Tracker.Domain.LegalTime;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.LegalTime;

/// <summary>
/// Whole accounts. A line is its days, how many count and why; + counts only because of an extension, ~ is provisional, and what stands in
/// brackets belongs to a term that a restart has ended.
/// </summary>
public class ClockAccountTests
{
    [Fact]
    public void Over_National_Day_2022() => Tells(
        "2022-09-30 handed in",
        asOf: "2022-10-08",
        "2022-09-30 0 DayOfReceipt",
        "2022-10-01..2022-10-07 0 Holiday 国庆节",
        "2022-10-08..2022-10-09 2 WorkedInExchange 国庆节",
        "2022-10-10..2022-10-14 5 WorkingDay",
        "2022-10-15..2022-10-16 0 Weekend",
        "2022-10-17..2022-10-21 5 WorkingDay",
        "2022-10-22..2022-10-23 0 Weekend",
        "2022-10-24..2022-10-28 5 WorkingDay",
        "2022-10-29..2022-10-30 0 Weekend",
        "2022-10-31..2022-11-02 3 WorkingDay");

    [Fact]
    public void A_supplement_a_consultation_and_an_extension() => Tells(
        "2023-03-06 handed in; 2023-03-08 notice; 2023-03-20 supplement; 2023-03-22 asks third party A; 2023-03-28 A answers; 2023-04-10 extended 5",
        asOf: "2023-04-10",
        "[2023-03-06 0 DayOfReceipt]",
        "[2023-03-07..2023-03-08 2 WorkingDay]",
        "[2023-03-09..2023-03-19 0 WaitingForSupplement]",
        "2023-03-20 0 DayOfSupplement",
        "2023-03-21..2023-03-22 2 WorkingDay",
        "2023-03-23..2023-03-28 0 ThirdParty",
        "2023-03-29..2023-03-31 3 WorkingDay",
        "2023-04-01..2023-04-02 0 Weekend",
        "2023-04-03..2023-04-04 2 WorkingDay",
        "2023-04-05 0 Holiday 清明节",
        "2023-04-06..2023-04-07 2 WorkingDay",
        "2023-04-08..2023-04-09 0 Weekend",
        "2023-04-10..2023-04-14 5 WorkingDay",
        "2023-04-15..2023-04-16 0 Weekend",
        "2023-04-17..2023-04-21 5 WorkingDay",
        "2023-04-22 0 Weekend",
        "2023-04-23 1 WorkedInExchange 劳动节",
        "2023-04-24..2023-04-28 5 WorkingDay+");

    [Fact]
    public void A_date_set_under_article_35_and_its_extension() => Tells(
        "2023-03-06 handed in; 2023-03-08 asks co-author A; 2023-03-17 A answers; 2023-03-28 delayed to 2023-04-14; 2023-04-10 extended 5",
        asOf: "2023-04-10",
        "2023-03-06 0 DayOfReceipt",
        "2023-03-07..2023-03-08 2 WorkingDay",
        "2023-03-09..2023-03-17 0 CoAuthor",
        "2023-03-18..2023-03-19 0 Weekend",
        "2023-03-20..2023-03-24 5 WorkingDay",
        "2023-03-25..2023-03-26 0 Weekend",
        "2023-03-27..2023-03-31 5 WorkingDay",
        "2023-04-01..2023-04-02 0 Weekend",
        "2023-04-03..2023-04-04 2 WorkingDay",
        "2023-04-05 0 Holiday 清明节",
        "2023-04-06..2023-04-07 2 WorkingDay",
        "2023-04-08..2023-04-09 0 Weekend",
        "2023-04-10..2023-04-13 4 WorkingDay", // 20 are full
        "2023-04-14 0 Delay",
        "2023-04-15..2023-04-16 0 Weekend",
        "2023-04-17..2023-04-21 5 WorkingDay+");

    [Fact]
    public void A_date_that_was_set_and_its_extension_wait_for_no_consultation()
    {
        const string Story = "2023-03-27 handed in; 2023-03-28 delayed to 2023-04-25; 2023-03-29 asks agency A";
        string[] lines = ["2023-03-27 0 DayOfReceipt", "2023-03-28..2023-03-29 2 WorkingDay", "2023-03-30..2023-04-25 0 OtherAgency"];

        Tells(Story, asOf: "2023-06-01", lines);
        Tells($"{Story}; 2023-04-24 extended 2", asOf: "2023-06-01", [.. lines, "2023-04-26..2023-04-27 2 WorkingDay+"]);
    }

    [Fact]
    public void An_open_end_is_told_up_to_the_day_asked_about()
    {
        Tells(
            "2023-03-06 handed in; 2023-03-08 asks agency A",
            asOf: "2023-03-20",
            "2023-03-06 0 DayOfReceipt",
            "2023-03-07..2023-03-08 2 WorkingDay",
            "2023-03-09..2023-03-20 0 OtherAgency");
        Tells(
            "2023-03-06 handed in; 2023-03-08 fee notice",
            asOf: "2023-03-20",
            "2023-03-06 0 DayOfReceipt",
            "2023-03-07..2023-03-08 2 WorkingDay",
            "2023-03-09..2023-03-20 0 WaitingForPayment");
    }

    [Fact]
    public void A_request_that_was_closed_while_the_clock_stood_still_waits_no_longer() => Tells(
        "2023-03-06 handed in; 2023-03-08 notice; 2023-03-20 answered",
        asOf: "2023-06-01",
        "2023-03-06 0 DayOfReceipt",
        "2023-03-07..2023-03-08 2 WorkingDay",
        "2023-03-09..2023-03-20 0 WaitingForSupplement");

    [Fact]
    public void Two_terms_that_begin_on_neighbouring_days_keep_a_line_each() => Tells(
        "2023-03-06 handed in; 2023-03-06 notice; 2023-03-07 supplement; 2023-03-07 notice; 2023-03-08 supplement; 2023-03-08 notice; 2023-03-09 supplement; 2023-03-09 notice",
        asOf: "2023-03-10",
        "[2023-03-06 0 DayOfReceipt]",
        "[2023-03-07 0 DayOfSupplement]",
        "[2023-03-08 0 DayOfSupplement]",
        "2023-03-09 0 DayOfSupplement",
        "2023-03-10 0 WaitingForSupplement");

    [Fact]
    public void The_Monday_that_ended_the_prolonged_Spring_Festival_is_a_plain_working_day() => Assert.Equal(
        ["2020-01-24..2020-02-02 0 Holiday 春节", "2020-02-03..2020-02-07 5 WorkingDay"],
        Lines("2020-01-23 handed in", "2020-01-23").Skip(1).Take(2));

    [Fact]
    public void Days_no_notice_has_spoken_about_are_provisional() => Assert.Equal(
        ["2026-12-28 1 WorkingDay", "2026-12-29..2027-01-01 4 WorkingDay~", "2027-01-02..2027-01-03 0 Weekend~"],
        Lines("2026-12-14 handed in", "2026-12-14").Skip(5).Take(3));

    [Fact]
    public void A_holiday_names_the_notice_that_gives_it() => Assert.Equal(
        [(On("2022-12-31"), On("2023-01-02"), 2023)], // a Saturday of 2022, by the notice for 2023
        Told.Clock("2022-12-28 handed in").Account(On("2022-12-28"))
            .Where(line => line is { Holiday: "元旦", Notice: not null }).Select(line => (line.From, line.To, line.Notice!.Year)));

    [Fact]
    public void Before_it_was_received_there_is_no_account()
    {
        var reading = RequestClock.Read(ClockFacts.AsOf(Told.Facts("2023-03-06 handed in"), On("2023-03-05")), WorkingCalendar.Embedded);

        Assert.Equal((ClockState.NotReceived, null, null), (reading.State, reading.ReceivedOn, reading.DueOn));
        Assert.Empty(reading.Account(On("2023-03-05")));
        Assert.Equal((0, null), (reading.WorkingDaysUsed(On("2023-03-05")), reading.WorkingDaysLeft(On("2023-03-05"))));
    }

    private static void Tells(string story, string asOf, params string[] lines) => Assert.Equal(lines, Lines(story, asOf));

    private static IEnumerable<string> Lines(string story, string asOf) => Told.Clock(story).Account(On(asOf)).Select(line =>
    {
        var days = line.From == line.To ? $"{line.From:yyyy-MM-dd}" : $"{line.From:yyyy-MM-dd}..{line.To:yyyy-MM-dd}";
        var told = $"{days} {line.WorkingDays} {line.Reason}{(line.Extended ? "+" : "")}{(line.Provisional ? "~" : "")}{(line.Holiday is { } holiday ? $" {holiday}" : "")}";
        return line.Spent ? $"[{told}]" : told;
    });
}
