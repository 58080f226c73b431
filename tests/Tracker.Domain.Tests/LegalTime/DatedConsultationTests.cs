using Tracker.Domain.LegalTime;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.LegalTime;

/// <summary>
/// What is left out while somebody is asked (arts 32 to 34). Received on Monday 2023-03-06 and due on Monday 3 April if nobody is. 5 April is
/// off, Sunday 23 April worked, 29 April to 3 May off, Saturday 6 May worked.
/// </summary>
public class DatedConsultationTests
{
    [Theory]
    [InlineData("2023-03-08 asks third party A; 2023-03-13 A answers", "2023-04-07", "9, 10 and 13 March left out: 3 days later, 5 April skipped")]
    [InlineData("2023-03-08 asks third party A; 2023-03-08 A answers", "2023-04-03", "answered on the day it was sent: nothing to leave out")]
    [InlineData("2023-03-10 asks third party A; 2023-03-12 A answers", "2023-04-03", "sent on Friday, answered on Sunday: no working day in between")]
    [InlineData("2023-03-08 asks third party A", "2023-04-24", "open: to the end of its 15 working days, 29 March")]
    [InlineData("2023-03-08 asks third party A, received 2023-03-13", "2023-04-27", "the party had it on 13 March: its 15 days end on 3 April")]
    [InlineData("2023-03-08 asks third party A; 2023-04-20 A answers", "2023-04-24", "answered after its 15 days: those and no more")]
    [InlineData("2023-03-08 asks third party A, received 2023-04-10; 2023-05-31 A answers", "2023-05-26", "received late and answered late: from the sending to 28 April, its 15th day, Sunday 23 among them")]
    [InlineData("2023-03-08 asks co-author A", "2023-04-24", "a co-author has the same 15 days (art 34)")]
    [InlineData("2023-03-08 asks agency A; 2023-04-20 A answers", "2023-05-17", "another agency has no 15 days: all of it is left out")]
    [InlineData("2023-03-08 asks agency A", "none", "open: nobody knows when it answers")]
    [InlineData("2023-03-31 asks third party A; 2023-04-10 A answers", "2023-04-11", "sent on day 19; day 20 is the day after the answer")]
    [InlineData("2023-04-03 asks third party A; 2023-04-10 A answers", "2023-04-03", "sent on the due date itself, which still counts: nothing is left to leave out")]
    [InlineData("2023-04-04 asks third party A", "2023-04-03", "sent when the term had run out: it cannot come back")]
    [InlineData("2023-04-03 asks agency A", "2023-04-03", "another agency asked on the due date: the day stays known")]
    [InlineData("2023-04-04 asks agency A", "2023-04-03", "another agency asked too late: the term had run out all the same")]
    public void One_consultation(string story, string due, string why) => Told.IsDue($"2023-03-06 handed in; {story}", due, why);

    [Theory]
    [InlineData("2023-03-08 asks third party A; 2023-03-10 asks co-author B; 2023-03-15 A answers; 2023-03-17 B answers", "2023-04-13", "overlapping: 9 to 17 March once, 7 days and not 10")]
    [InlineData("2023-03-08 asks third party A; 2023-03-10 asks co-author B; 2023-03-13 B answers; 2023-03-17 A answers", "2023-04-13", "nested: the inner one adds nothing")]
    [InlineData("2023-03-08 asks third party A; 2023-03-10 A answers; 2023-03-10 asks co-author B; 2023-03-15 B answers", "2023-04-11", "adjoining: 9 to 15 March without a day between, 5 days")]
    [InlineData("2023-03-08 asks third party A; 2023-03-10 A answers; 2023-03-13 asks co-author B; 2023-03-15 B answers", "2023-04-10", "apart: Monday 13 March counts, 4 days left out")]
    [InlineData("2023-03-08 asks third party A; 2023-03-10 asks third party B; 2023-03-14 A answers", "2023-04-26", "one still open: 9 to 31 March, B's 15th day")]
    [InlineData("2023-03-08 asks third party A; 2023-03-08 asks third party B; 2023-03-13 A answers; 2023-03-15 B answers", "2023-04-11", "sent on one day: the longer one, 5 days")]
    [InlineData("2023-03-08 asks third party A; 2023-03-10 asks agency B; 2023-03-31 B answers", "2023-04-26", "A silent to 29 March, B to 31 March")]
    [InlineData("2023-03-08 asks third party A; 2023-03-10 asks agency B", "none", "of a party and an agency the agency decides that nobody knows")]
    public void Several_consultations_are_a_union_and_never_a_sum(string story, string due, string why) =>
        Told.IsDue($"2023-03-06 handed in; {story}", due, why);

    [Theory]
    [InlineData("2023-03-06 handed in; 2023-03-30 asks third party A; 2023-04-03 extended 10; 2023-04-17 A answers", "2023-05-05", "begins on day 18, before the extension, and ends after it: 12 days are left from 18 April")]
    [InlineData("2023-03-06 handed in; 2023-03-31 asks agency A; 2023-04-03 extended 10; 2023-04-20 A answers", "2023-05-08", "the same with another agency: 11 days are left from 21 April, Sunday 23 and Saturday 6 May worked")]
    [InlineData("2023-03-06 handed in; 2023-03-08 asks third party A; 2023-03-10 notice; 2023-03-15 supplement", "2023-04-26", "silent through a restart: the fresh term leaves out 16 to 29 March")]
    [InlineData("2023-03-06 handed in; 2023-03-08 asks third party A; 2023-03-10 notice; 2023-03-15 supplement; 2023-03-20 A answers", "2023-04-18", "answered on 20 March: 16, 17 and 20 left out of the fresh term")]
    [InlineData("2023-03-06 handed in; 2023-03-08 asks third party A; 2023-03-10 A answers; 2023-03-13 notice; 2023-03-20 supplement", "2023-04-18", "over before the restart: nothing left of it")]
    [InlineData("2020-01-15 handed in; 2020-01-17 asks third party A, received 2020-01-20", "2020-03-13", "its 15 working days too wait for the end of the prolonged Spring Festival, to 14 February")]
    [InlineData("2024-01-31 handed in; 2024-02-02 asks third party A, received 2024-02-05", "2024-03-27", "over Spring Festival: 3 February to 1 March, Sunday 18 worked among its days and not among ours")]
    public void Across_other_facts_and_holidays(string story, string due, string why) => Told.IsDue(story, due, why);

    [Fact]
    public void An_agency_that_is_still_being_asked_leaves_a_number_of_days_and_no_date()
    {
        var reading = Told.Clock("2023-03-06 handed in; 2023-03-08 asks agency A");

        Assert.Equal((null, ClockState.ConsultingOtherAgency), (reading.DueOn, reading.State));
        Assert.Equal((2, 18), (reading.WorkingDaysUsed(On("2023-03-31")), reading.WorkingDaysLeft(On("2023-03-31")))); // the 7th and the 8th
        Assert.Equal([new ClockDeadline(DeadlineKind.OtherAgencyOpinion, On("2023-03-29"), "A")], reading.Deadlines.Where(deadline => deadline.Id is not null));
    }

    [Fact]
    public void An_agency_asked_after_the_term_had_run_out_hides_no_lateness()
    {
        var reading = Told.Clock("2023-03-06 handed in; 2023-04-10 asks agency A; 2023-05-10 answered");

        Assert.Equal([new(Departure.AnsweredLate, On("2023-05-10"), On("2023-04-03"))], reading.Flags);
        Assert.Equal(ClockState.Running, Told.Clock("2023-03-06 handed in; 2023-04-10 asks agency A").State);
        Assert.Equal(-5, Told.Clock("2023-03-06 handed in; 2023-04-10 asks agency A").WorkingDaysLeft(On("2023-04-11"))); // 4, 6, 7, 10, 11 April
    }

    [Theory]
    [InlineData("2023-03-29", false, "15 working days")]
    [InlineData("2023-03-30", true, "16")]
    public void Another_agency_that_takes_more_than_15_working_days_is_flagged(string answers, bool isSlow, string why) => Assert.True(
        isSlow == Told.Clock($"2023-03-06 handed in; 2023-03-08 asks agency A; {answers} A answers").Departures.Contains(Departure.OtherAgencySlow), why);

    [Fact]
    public void An_answer_while_another_agency_is_asked_is_not_late() =>
        Assert.Empty(Told.Clock("2023-03-06 handed in; 2023-03-31 asks agency A; 2023-06-01 answered").Flags);

    [Fact]
    public void An_opinion_that_comes_after_the_answer_changes_nothing_about_its_being_in_time()
    {
        var reading = Told.Clock("2023-03-06 handed in; 2023-03-08 asks third party A; 2023-04-24 answered; 2023-05-04 A answers");

        Assert.Equal((On("2023-04-24"), ClockState.Closed), (reading.DueOn, reading.State));
        Assert.Empty(reading.Flags);
    }
}
