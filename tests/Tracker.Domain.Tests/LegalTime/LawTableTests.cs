using Tracker.Domain.LegalTime;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.LegalTime;

/// <summary>
/// The table of what happens to a request and what it does to the due date, line by line, each shown on one request: received on Monday
/// 2025-03-03, day 7 is 12 March, day 20 is 31 March. Friday 4 April is off, Sunday 27 April worked, 1 to 5 May off.
/// </summary>
public class LawTableTests
{
    [Theory]
    [InlineData("2025-03-03 handed in", "2025-03-31", "received: the 20th working day after (art 33)")]
    [InlineData("2019-05-13 handed in", "2019-06-03", "received before 2019-05-15: the 15th (old art 24)")]
    [InlineData("2025-03-03 handed in; 2025-03-12 notice", "none", "supplement notice within 7 working days: the clock stops (art 30)")]
    [InlineData("2025-03-03 handed in; 2025-03-05 notice; 2025-03-14 supplement", "2025-04-14", "supplement received: a fresh 20 from that day (art 30)")]
    [InlineData("2025-03-03 handed in; 2025-03-13 notice; 2025-03-20 supplement", "2025-04-18", "notice issued after day 7: accepted; the restart is the same")]
    [InlineData("2025-03-03 handed in; 2025-03-05 asks third party A, received 2025-03-07; 2025-03-19 A answers", "2025-04-15", "consultation: 6 to 19 March left out, the opinion came first (art 32)")]
    [InlineData("2025-03-03 handed in; 2025-03-05 asks third party A, received 2025-03-07", "2025-04-24", "silence of a third party: left out to its 15th working day, 28 March; then the agency decides (art 32)")]
    [InlineData("2025-03-03 handed in; 2025-03-05 asks co-author A, received 2025-03-07", "2025-04-24", "silence of a co-author: the same days; it counts as consent (art 34)")]
    [InlineData("2025-03-03 handed in; 2025-03-05 asks co-author A; 2025-03-07 asks third party B; 2025-03-14 A answers; 2025-03-18 B answers", "2025-04-14", "overlaps are a union: 6 to 18 March once, 9 days and not 14")]
    [InlineData("2025-03-03 handed in; 2025-03-05 asks agency A; 2025-04-10 A answers", "2025-05-08", "another agency: no 15 days, all of it left out; 2 + 18 from 11 April, 27 April worked, 1 to 5 May off")]
    [InlineData("2025-03-03 handed in; 2025-03-25 extended 20, told 2025-03-31", "2025-04-28", "extension: added to the due date (art 33)")]
    [InlineData("2025-03-03 handed in; 2025-03-25 delayed to 2025-04-30", "2025-04-30", "reasons demanded and reasonable: the later date that was told (art 35)")]
    [InlineData("2025-03-03 handed in; 2025-03-25 fee notice, received 2025-03-27", "none", "fee notice: the clock stops (109号)")]
    [InlineData("2025-03-03 handed in; 2025-03-25 fee notice, received 2025-03-27; 2025-04-25 paid", "2025-05-27", "fee paid: a fresh 20, the day of payment is day 0 (109号 [?])")]
    [InlineData("2025-03-03 handed in; 2025-03-31 answered", "2025-03-31", "answered: closed, and due when it was due")]
    public void The_due_date(string story, string due, string why) => Told.IsDue(story, due, why);

    [Theory]
    [InlineData("2025-03-03 handed in", DeadlineKind.SupplementNotice, "2025-03-12", "7 working days to issue a supplement notice")]
    [InlineData("2025-03-03 handed in; 2025-03-05 notice until 2025-03-19", DeadlineKind.SupplementPeriod, "2025-03-19", "supplement period over, nothing received: from here closing is proposed, and the clock decides nothing")]
    [InlineData("2025-03-03 handed in; 2025-03-05 asks third party A, received 2025-03-07", DeadlineKind.PartyOpinion, "2025-03-28", "the party's 15 working days from its receipt")]
    [InlineData("2025-03-03 handed in; 2025-03-05 asks agency A", DeadlineKind.OtherAgencyOpinion, "2025-03-26", "another agency: a reminder after 15")]
    [InlineData("2025-03-03 handed in; 2025-03-25 fee notice, received 2025-03-27", DeadlineKind.Payment, "2025-04-25", "20 working days to pay, the day of receipt is day 0; then closing is proposed")]
    [InlineData("2025-03-03 handed in", DeadlineKind.ExtensionNotice, "2025-03-31", "an extension is approved and told by the due date")]
    public void The_deadlines_on_the_way(string story, DeadlineKind kind, string on, string why) =>
        Assert.True(Assert.Single(Told.Clock(story).Deadlines, deadline => deadline.Kind == kind).On == On(on), why);

    [Theory]
    [InlineData("2025-03-03 handed in; 2025-03-13 notice", Departure.NoticeIssuedLate, "notice issued after day 7")]
    [InlineData("2025-03-03 handed in; 2025-03-05 notice; 2025-03-14 supplement; 2025-03-17 notice", Departure.SecondNotice, "a second notice is possible")]
    [InlineData("2025-03-03 handed in; 2025-04-01 extended 10", Departure.ExtendedLate, "an extension after the due date")]
    [InlineData("2025-03-03 handed in; 2025-04-01 fee notice", Departure.FeeNoticeLate, "a fee notice outside the handling period")]
    [InlineData("2025-03-03 handed in; 2025-04-01 answered", Departure.AnsweredLate, "an answer posted a day late, whatever is printed on the letter")]
    public void What_was_not_done_in_time_is_recorded_and_flagged(string story, Departure departure, string why) =>
        Assert.True(Told.Clock(story).Departures is [var only] && only == departure, why);

    [Fact]
    public void A_notice_after_day_7_shows_the_original_due_date_as_a_warning()
    {
        var reading = Told.Clock("2025-03-03 handed in; 2025-03-13 notice; 2025-03-20 supplement");

        Assert.Equal((On("2025-03-31"), WarningReason.NoticeIssuedLate), (reading.WarningDueOn, reading.WarningReason));
    }

    /// <summary>Nothing of what happens inside an agency is a fact of the clock.</summary>
    [Fact]
    public void Internal_routing_never_stops_the_clock() => Assert.Equal(
        [
            "ConsultationClosedFact", "ConsultationOpenedFact", "DelayFact", "EndFact", "ExtensionFact", "FeeNoticeFact", "FeePaidFact",
            "ReceiptFact", "ReopenedFact", "SupplementFact", "SupplementNoticeFact",
        ],
        typeof(ClockFact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ClockFact))).Select(type => type.Name).Order());
}
