using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.LegalTime;

/// <summary>
/// Extensions (art 33) and dates set under art 35. Received on Monday 2023-03-06 and due on Monday 3 April. 5 April is off, Sunday 23 April
/// worked, 29 April to 3 May off, Saturday 6 May worked.
/// </summary>
public class DatedExtensionTests
{
    [Theory]
    [InlineData("2023-03-06 handed in; 2023-03-20 extended 10", "2023-04-18", "added to the due date, not to the day of approval; 5 April skipped")]
    [InlineData("2023-03-06 handed in; 2023-03-20 extended 20", "2023-05-04", "the most there is: to 4 May, the first day after the holiday")]
    [InlineData("2023-03-06 handed in; 2023-04-03 extended 10", "2023-04-18", "approved on the due date")]
    [InlineData("2023-03-06 handed in; 2023-04-04 extended 10", "2023-04-18", "approved late: recorded as it was, and flagged")]
    [InlineData("2019-05-10 handed in; 2019-05-31 extended 15", "2019-06-24", "15 + 15 under the old regulation; Friday 7 June off")]
    [InlineData("2023-03-06 handed in; 2023-03-07 extended 20; 2023-03-08 notice; 2023-03-20 supplement", "2023-04-18", "a restart begins a fresh term of 20: the extension has lapsed [?]")]
    [InlineData("2023-03-06 handed in; 2023-03-07 extended 20; 2023-03-08 notice; 2023-03-20 supplement; 2023-04-18 extended 20", "2023-05-17", "and one may be granted in the new term [?]")]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice; 2023-03-09 extended 20; 2023-03-20 supplement", "2023-04-18", "granted while the clock stood still it lengthens nothing")]
    public void Extensions(string story, string due, string why) => Told.IsDue(story, due, why);

    [Theory]
    [InlineData("2023-03-06 handed in; 2023-03-28 delayed to 2023-04-14", "2023-04-14", "the date that was told")]
    [InlineData("2023-03-06 handed in; 2023-03-28 delayed to 2023-04-15", "2023-04-15", "a Saturday, if that is what was told")]
    [InlineData("2023-03-06 handed in; 2023-03-20 extended 10; 2023-03-28 delayed to 2023-05-10", "2023-05-10", "after an extension")]
    [InlineData("2023-03-06 handed in; 2023-03-28 delayed to 2023-04-14; 2023-04-10 extended 5", "2023-04-21", "an extension is added to the current due date, which is the date set [?]")]
    [InlineData("2023-03-06 handed in; 2023-03-28 delayed to 2023-04-14; 2023-04-10 delayed to 2023-04-28", "2023-04-28", "set again")]
    [InlineData("2023-03-06 handed in; 2023-03-28 delayed to 2023-04-14; 2023-03-29 notice; 2023-04-03 supplement", "2023-05-04", "a restart begins a fresh term: the date has lapsed with the old one [?]")]
    [InlineData("2023-03-06 handed in; 2023-03-08 asks agency A; 2023-03-20 delayed to 2023-05-31", "2023-05-31", "a date that was told is known, whenever the agency answers [?]")]
    [InlineData("2023-03-06 handed in; 2023-03-28 delayed to 2023-04-14; 2023-03-29 asks agency A", "2023-04-14", "and waits for nobody asked later [?]")]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice; 2023-03-09 delayed to 2023-05-31", "none", "told while the clock stood still it starts nothing")]
    [InlineData("2023-03-06 handed in; 2023-03-08 notice; 2023-03-09 delayed to 2023-05-31; 2023-03-20 supplement", "2023-04-18", "and does not outlive the restart: the cautious reading [?]")]
    public void Dates_set_under_article_35(string story, string due, string why) => Told.IsDue(story, due, why);

    [Theory]
    [InlineData("2023-04-03 extended 10, told 2023-04-03", "", "approved and told on the due date")]
    [InlineData("2023-04-03 extended 10, told 2023-04-04", "ExtendedLate 2023-04-04 2023-04-03", "told the day after")]
    [InlineData("2023-04-04 extended 10, told 2023-04-06", "ExtendedLate 2023-04-04 2023-04-03", "approved the day after")]
    [InlineData("2023-03-08 notice; 2023-03-09 extended 10", "ExtendedWhileStopped 2023-03-09 -", "nothing was running that could be extended")]
    [InlineData("2023-03-08 asks third party A; 2023-04-06 extended 10", "", "3 April is not the due date while the consultation is left out")]
    [InlineData("2023-04-03 delayed to 2023-04-14", "", "told on the due date")]
    [InlineData("2023-04-04 delayed to 2023-04-14", "DelayToldLate 2023-04-04 2023-04-03", "told when the term had run out")]
    [InlineData("2023-03-08 fee notice; 2023-03-09 delayed to 2023-04-14", "DelayedWhileStopped 2023-03-09 -", "nothing was running that could be delayed")]
    [InlineData("2023-04-18 extended 10; 2023-04-18 answered", "ExtendedLate 2023-04-18 2023-04-03", "answered on the extended due date: late is the extension, not the answer")]
    [InlineData("2023-03-28 delayed to 2023-04-14; 2023-04-14 answered", "", "on the date that was set")]
    [InlineData("2023-03-28 delayed to 2023-04-14; 2023-04-15 answered", "AnsweredLate 2023-04-15 2023-04-14", "after it")]
    [InlineData("2023-04-03 answered", "", "on the due date")]
    [InlineData("2023-04-04 answered", "AnsweredLate 2023-04-04 2023-04-03", "the day after")]
    [InlineData("2023-04-28 withdrawn", "", "nobody has to answer what was withdrawn")]
    public void What_came_late_is_flagged(string story, string flags, string why)
    {
        var found = string.Join(", ", Told.Clock($"2023-03-06 handed in; {story}").Flags
            .Select(flag => $"{flag.Departure} {flag.On:yyyy-MM-dd} {flag.Latest?.ToString("yyyy-MM-dd") ?? "-"}"));
        Assert.True(found == flags, $"{story}: {found}: {why}");
    }

    [Theory]
    [InlineData("2023-03-31", 1, "one day before")]
    [InlineData("2023-04-01", 1, "a Saturday uses none")]
    [InlineData("2023-04-03", 0, "the due date")]
    [InlineData("2023-04-04", -1, "the first working day after")]
    [InlineData("2023-04-05", -1, "a holiday adds none")]
    [InlineData("2023-04-06", -2, "the second")]
    public void Days_left_are_working_days_and_negative_after_the_due_date(string day, int left, string why) =>
        Assert.True(left == Told.Clock("2023-03-06 handed in").WorkingDaysLeft(On(day)), why);

    [Theory]
    [InlineData("2023-04-13", 1, "the day before the date set")]
    [InlineData("2023-04-14", 0, "the date set")]
    [InlineData("2023-04-17", -1, "the Monday after")]
    public void With_a_date_set_they_count_to_it(string day, int left, string why) =>
        Assert.True(left == Told.Clock("2023-03-06 handed in; 2023-03-28 delayed to 2023-04-14").WorkingDaysLeft(On(day)), why);

    [Fact]
    public void The_number_of_days_left_stops_with_the_answer() =>
        Assert.Equal(5, Told.Clock("2023-03-06 handed in; 2023-03-27 answered").WorkingDaysLeft(On("2023-06-01")));

    [Fact]
    public void A_date_that_was_set_is_not_provisional_and_its_extension_is()
    {
        Assert.False(Told.Clock("2026-12-01 handed in; 2026-12-10 delayed to 2027-01-20").Provisional);
        Assert.True(Told.Clock("2026-12-01 handed in; 2026-12-10 delayed to 2027-01-20; 2026-12-11 extended 5").Provisional);
    }
}
