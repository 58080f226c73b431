using Tracker.Domain.LegalTime;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.LegalTime;

/// <summary>
/// Notices that stop the clock and what starts it afresh (art 30; 国办函〔2020〕109号). Received on Monday 2023-03-06: day 7 is 15 March, day 20 is
/// 3 April. 5 April is off, Sunday 23 April worked, 29 April to 3 May off, Saturday 6 May worked.
/// </summary>
public class DatedRestartTests
{
    [Theory]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice", "none", "the clock stands still")]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice; 2023-03-20 supplement", "2023-04-18", "20 fresh days after 20 March, 5 April skipped")]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice; 2023-03-08 supplement", "2023-04-06", "supplemented on the spot")]
    [InlineData("2023-04-10 handed in; 2023-04-12 notice; 2023-04-23 supplement", "2023-05-23", "received on the make-up Sunday 23 April, which is day 0 and not counted")]
    [InlineData("2023-01-09 handed in; 2023-01-11 notice; 2023-01-24 supplement", "2023-02-22", "received in Spring Festival: the make-up Saturday 28 January is day 1")]
    [InlineData("2023-03-06 handed in; 2023-03-16 notice; 2023-04-20 supplement", "2023-05-19", "the notice came late: the restart is the same")]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice until 2023-03-15; 2023-04-20 supplement", "2023-05-19", "the supplement came late: it was accepted, so it restarts")]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice; 2023-03-20 supplement; 2023-03-22 notice", "none", "a second notice stops again")]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice; 2023-03-20 supplement; 2023-03-22 notice; 2023-03-27 supplement", "2023-04-24", "and its supplement restarts again")]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice; 2023-03-20 supplement; 2023-03-20 notice; 2023-03-27 supplement", "2023-04-24", "the second notice on the day of the first supplement")]
    public void Supplements(string story, string due, string why) => Told.IsDue(story, due, why);

    [Theory]
    [InlineData("2023-03-06 handed in; 2023-03-15 fee notice", "none", "the clock stands still until it is paid")]
    [InlineData("2023-03-06 handed in; 2023-03-15 fee notice, received 2023-03-17; 2023-04-10 paid", "2023-05-09", "20 fresh days after 10 April: to 28 April 15 with Sunday 23, then 4 to 6, 8 and 9 May")]
    [InlineData("2023-03-06 handed in; 2023-03-15 fee notice; 2023-04-23 paid", "2023-05-23", "paid on the make-up Sunday, which is day 0")]
    [InlineData("2023-03-06 handed in; 2023-03-15 fee notice; 2023-03-15 paid", "2023-04-13", "paid on the spot")]
    [InlineData("2023-03-06 handed in; 2023-03-10 extended 20; 2023-03-15 fee notice; 2023-04-10 paid", "2023-05-09", "an extension lapses with the restart")]
    [InlineData("2019-05-10 handed in; 2019-05-20 fee notice; 2019-05-27 paid", "2019-06-18", "15 again where 15 was the term [?]")]
    [InlineData("2023-03-06 handed in; 2023-03-08 asks third party A; 2023-03-15 fee notice; 2023-03-17 paid; 2023-03-22 A answers", "2023-04-20", "the fresh term leaves out what is left of a consultation: 20 to 22 March")]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice; 2023-03-09 fee notice; 2023-03-20 supplement", "none", "both asked for: one came, the other is still awaited")]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice; 2023-03-09 fee notice; 2023-03-20 supplement; 2023-03-22 paid", "2023-04-20", "both came: from the later one")]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice; 2023-03-09 fee notice; 2023-03-20 paid; 2023-03-22 supplement", "2023-04-20", "in the other order as well")]
    public void Fees(string story, string due, string why) => Told.IsDue(story, due, why);

    [Theory]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice", ClockState.WaitingForSupplement)]
    [InlineData("2023-03-06 handed in; 2023-03-08 fee notice", ClockState.WaitingForPayment)]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice; 2023-03-09 fee notice; 2023-03-20 supplement", ClockState.WaitingForPayment)]
    [InlineData("2023-03-06 handed in; 2023-03-08 fee notice; 2023-03-09 notice", ClockState.WaitingForPayment)]
    [InlineData("2023-03-06 handed in; 2023-03-08 fee notice; 2023-03-09 notice; 2023-03-20 paid", ClockState.WaitingForSupplement)]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice; 2023-03-20 supplement", ClockState.Running)]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice; 2023-06-01 answered", ClockState.Closed)]
    public void The_state_says_what_is_awaited(string story, ClockState state) => Assert.Equal(state, Told.Clock(story).State);

    [Theory]
    [InlineData("2023-03-06 handed in; 2023-03-15 notice", "", "the seventh working day is in time")]
    [InlineData("2023-03-06 handed in; 2023-03-16 notice", "NoticeIssuedLate 2023-03-16 2023-03-15", "the eighth is not")]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice; 2023-03-20 supplement; 2023-03-29 notice", "SecondNotice 2023-03-29 -", "seven days after the supplement: a second notice, in time")]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice until 2023-03-15; 2023-03-15 supplement", "", "the last day of the period is in time")]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice until 2023-03-15; 2023-03-16 supplement", "SupplementedLate 2023-03-16 2023-03-15", "the day after is not")]
    [InlineData("2023-03-06 handed in; 2023-04-03 fee notice", "", "on the due date it lies within the handling period")]
    [InlineData("2023-03-06 handed in; 2023-04-04 fee notice", "FeeNoticeLate 2023-04-04 2023-04-03", "the day after it does not")]
    [InlineData("2023-03-06 handed in; 2023-03-28 delayed to 2023-04-14; 2023-04-10 fee notice", "", "before the date set under article 35")]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice; 2023-05-08 fee notice", "", "while the supplement is awaited nothing runs out")]
    [InlineData("2023-03-06 handed in; 2023-03-08 fee notice, received 2023-03-10; 2023-04-10 paid", "", "the 20th working day after its receipt")]
    [InlineData("2023-03-06 handed in; 2023-03-08 fee notice, received 2023-03-10; 2023-04-11 paid", "PaidLate 2023-04-11 2023-04-10", "the 21st")]
    [InlineData("2023-03-06 handed in; 2023-03-08 fee notice; 2023-04-07 paid", "PaidLate 2023-04-07 2023-04-06", "counted from the sending while its receipt is unknown")]
    public void What_came_late_is_accepted_and_flagged(string story, string flags, string why)
    {
        var found = string.Join(", ", Told.Clock(story).Flags.Select(flag => $"{flag.Departure} {flag.On:yyyy-MM-dd} {flag.Latest?.ToString("yyyy-MM-dd") ?? "-"}"));
        Assert.True(found == flags, $"{story}: {found}: {why}");
    }

    [Theory]
    [InlineData("2023-03-06 handed in; 2023-03-16 notice", "2023-04-03", "the original due date")]
    [InlineData("2023-03-06 handed in; 2023-03-13 asks third party A; 2023-03-16 notice; 2023-03-17 A answers", "2023-04-10", "which leaves out 14 to 17 March: the opinion came after the notice and ends the pause early")]
    [InlineData("2023-03-06 handed in; 2023-03-13 asks agency A; 2023-03-16 notice; 2023-03-17 A answers", "2023-04-10", "the same with another agency, whose end was unknown when the notice was issued")]
    [InlineData("2023-03-06 handed in; 2023-03-13 asks agency A; 2023-03-16 notice", "-", "while it is unknown there is no original due date")]
    [InlineData("2023-03-06 handed in; 2023-03-07 extended 20; 2023-03-16 notice; 2023-03-17 supplement; 2023-03-29 notice", "2023-04-17", "of two late notices the earlier due date: the second term's, not the extended first one's of 4 May")]
    [InlineData("2023-03-06 handed in; 2023-03-08 fee notice; 2023-03-20 notice", "-", "the fee notice had stopped the term in time: there is no earlier day")]
    public void A_late_notice_warns_with_the_original_due_date(string story, string warning, string why)
    {
        var reading = Told.Clock(story);
        Assert.True((reading.WarningDueOn?.ToString("yyyy-MM-dd") ?? "-") == warning, $"{story}: {reading.WarningDueOn:yyyy-MM-dd}: {why}");
        Assert.Equal(warning == "-" ? null : WarningReason.NoticeIssuedLate, reading.WarningReason);
    }

    [Fact]
    public void The_first_notice_stops_the_clock_and_the_second_finds_it_standing() => Assert.Equal(
        2, Told.Clock("2023-03-06 handed in; 2023-03-08 notice; 2023-03-10 fee notice").WorkingDaysUsed(On("2023-03-31"))); // the 7th and the 8th

    [Fact]
    public void The_deadlines_on_the_way_are_dates_of_their_own()
    {
        var reading = Told.Clock("2023-03-06 handed in; 2023-03-08 asks third party A, received 2023-03-13; 2023-03-09 notice until 2023-03-16; 2023-03-10 fee notice, received 2023-03-13");

        Assert.Equal(
            [
                new(DeadlineKind.SupplementNotice, On("2023-03-15")),
                new(DeadlineKind.SupplementPeriod, On("2023-03-16")),
                new(DeadlineKind.PartyOpinion, On("2023-04-03"), "A"),
                new(DeadlineKind.Payment, On("2023-04-11")),
            ],
            reading.Deadlines);
        Assert.Contains(new(DeadlineKind.ExtensionNotice, On("2023-04-03")), Told.Clock("2023-03-06 handed in; 2023-03-07 extended 10").Deadlines);
        Assert.Contains(new(DeadlineKind.ExtensionNotice, On("2023-04-14")), Told.Clock("2023-03-06 handed in; 2023-03-28 delayed to 2023-04-14").Deadlines);
    }

    [Fact]
    public void A_deadline_no_notice_has_spoken_about_is_provisional_and_a_period_never_is() => Assert.Equal(
        [
            new(DeadlineKind.SupplementNotice, On("2026-12-23")),
            new(DeadlineKind.SupplementPeriod, On("2027-01-04")),
            new(DeadlineKind.Payment, On("2027-01-14"), Id: null, Provisional: true),
        ],
        Told.Clock("2026-12-14 handed in; 2026-12-16 notice until 2027-01-04; 2026-12-17 fee notice").Deadlines);
}
