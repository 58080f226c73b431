using FsCheck;
using FsCheck.Fluent;
using Tracker.Domain.LegalTime;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.LegalTime;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Embedded;

    /// <summary>Every day the embedded notices reach, and some years more.</summary>
    private static readonly Arbitrary<DateOnly> AnyDay = Gen.Choose(0, 8400).Select(On("2006-12-01").AddDays).ToArbitrary();

    [Theory]
    [InlineData("2022-09-30", 20, "2022-11-02", "week off from 1 to 7 October, 8 and 9 October (Sat, Sun) worked")]
    [InlineData("2011-06-01", 15, "2011-06-23", "Dragon Boat Monday 6 June off")]
    [InlineData("2021-11-24", 20, "2021-12-22", "no holiday in between: four weeks")]
    [InlineData("2021-12-02", 20, "2021-12-30", "no holiday in between: four weeks")]
    [InlineData("2016-12-27", 15, "2017-01-18", "New Year: 1 January is a Sunday, Monday the 2nd off")]
    [InlineData("2023-03-06", 0, "2023-03-06", "none after the day is the day itself")]
    [InlineData("2023-03-06", 1, "2023-03-07", "the day of the event is not counted")]
    [InlineData("2023-03-10", 1, "2023-03-13", "after a Friday comes Monday")]
    [InlineData("2023-03-11", 1, "2023-03-13", "after a Saturday comes Monday")]
    [InlineData("2023-03-05", 1, "2023-03-06", "received on a Sunday: Monday is day 1")]
    [InlineData("2023-03-05", 20, "2023-03-31", "received on a Sunday: the Friday of the fourth week")]
    [InlineData("2024-02-18", 1, "2024-02-19", "received on a Sunday that is worked: it is not counted either")]
    public void The_nth_working_day_after_a_day(string from, int count, string expected, string why) =>
        AssertNth(from, count, expected, why);

    [Theory]
    [InlineData("2008-02-05", 1, "2008-02-13", "2008: off from the eve, Wednesday 6, to Tuesday 12 February")]
    [InlineData("2013-02-08", 1, "2013-02-16", "2013: off 9 to 15 February, Saturday 16 worked")]
    [InlineData("2016-02-05", 2, "2016-02-14", "2016: Saturday 6 worked, off 7 to 13, Sunday 14 worked")]
    [InlineData("2019-02-01", 1, "2019-02-02", "2019: Saturday 2 February worked")]
    [InlineData("2019-02-01", 3, "2019-02-11", "2019: Sunday 3 February worked too, then off 4 to 10")]
    [InlineData("2020-01-23", 1, "2020-02-03", "2020: prolonged to Sunday 2 February because of the epidemic")]
    [InlineData("2020-01-23", 20, "2020-02-28", "2020: four whole weeks from Monday 3 February")]
    [InlineData("2024-02-08", 1, "2024-02-09", "2024: New Year's Eve, Friday 9 February, is no day off by the notice")]
    [InlineData("2024-02-08", 2, "2024-02-18", "2024: off 10 to 17 February, Sunday 18 worked")]
    [InlineData("2026-02-13", 1, "2026-02-14", "2026: Saturday 14 February worked")]
    [InlineData("2026-02-13", 2, "2026-02-24", "2026: off 15 to 23 February")]
    public void Spring_Festival(string from, int count, string expected, string why) => AssertNth(from, count, expected, why);

    [Theory]
    [InlineData("2008-09-26", 2, "2008-09-28", "2008: Saturday 27 and Sunday 28 September worked")]
    [InlineData("2008-09-26", 3, "2008-10-06", "2008: Monday 29 September to Sunday 5 October off")]
    [InlineData("2017-09-29", 1, "2017-09-30", "2017: Saturday 30 September worked")]
    [InlineData("2017-09-29", 2, "2017-10-09", "2017: off 1 to 8 October, together with Mid-Autumn")]
    [InlineData("2023-09-28", 1, "2023-10-07", "2023: off from Friday 29 September to 6 October, Saturday 7 worked")]
    [InlineData("2023-09-28", 2, "2023-10-08", "2023: Sunday 8 October worked")]
    [InlineData("2025-09-30", 1, "2025-10-09", "2025: off 1 to 8 October, together with Mid-Autumn")]
    [InlineData("2025-09-30", 3, "2025-10-11", "2025: Saturday 11 October worked")]
    public void National_Day(string from, int count, string expected, string why) => AssertNth(from, count, expected, why);

    [Theory]
    [InlineData("2010-09-17", 1, "2010-09-19", "2010: Sunday 19 September worked before Mid-Autumn")]
    [InlineData("2013-01-04", 2, "2013-01-06", "2013: Saturday 5 and Sunday 6 January worked after New Year")]
    [InlineData("2015-09-02", 1, "2015-09-06", "2015: 3 to 5 September off for the victory's 70th year, Sunday 6 worked")]
    [InlineData("2019-04-30", 1, "2019-05-05", "2019: 1 to 4 May off by the changed notice, Sunday 5 worked")]
    [InlineData("2025-12-31", 1, "2026-01-04", "2026: 1 to 3 January off, Sunday 4 worked")]
    public void A_weekend_day_worked_in_exchange_counts(string from, int count, string expected, string why) =>
        AssertNth(from, count, expected, why);

    [Theory]
    [InlineData("2006-12-29", 1, "2006-12-30", "the notice for 2007 makes Saturday 30 December 2006 a working day")]
    [InlineData("2006-12-29", 3, "2007-01-04", "and Sunday the 31st; 1 to 3 January are off")]
    [InlineData("2011-12-30", 1, "2011-12-31", "the notice for 2012 makes Saturday 31 December 2011 a working day")]
    [InlineData("2011-12-30", 2, "2012-01-04", "1 to 3 January 2012 are off")]
    [InlineData("2018-12-28", 1, "2018-12-29", "the notice for 2019 makes Saturday 29 December 2018 a working day")]
    [InlineData("2018-12-28", 2, "2019-01-02", "and Monday the 31st a day off")]
    [InlineData("2022-12-30", 1, "2023-01-03", "New Year 2023: Saturday 31 December to Monday 2 January")]
    public void A_notice_may_move_days_of_the_December_before(string from, int count, string expected, string why) =>
        AssertNth(from, count, expected, why);

    [Fact]
    public void A_negative_count_is_a_mistake() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(On("2023-03-06"), -1));

    [Fact]
    public void Days_between_leave_out_the_first_and_count_the_last()
    {
        Assert.Equal(0, Calendar.WorkingDaysBetween(On("2023-03-06"), On("2023-03-06")));
        Assert.Equal(4, Calendar.WorkingDaysBetween(On("2023-03-06"), On("2023-03-10")));
        Assert.Equal(4, Calendar.WorkingDaysBetween(On("2023-03-06"), On("2023-03-12")));
        Assert.Equal(-4, Calendar.WorkingDaysBetween(On("2023-03-10"), On("2023-03-06")));
    }

    /// <summary>Two terms with an extension and a consultation, from every day of the 20 years, by walking from day to day.</summary>
    [Fact]
    public void From_every_day_every_nth_working_day_is_the_one_a_finger_on_the_wall_calendar_reaches()
    {
        foreach (var from in PublishedHolidays.Days().Where(day => day.Year >= 2007))
        {
            var day = from;
            for (var count = 1; count <= 60; count++)
            {
                do
                {
                    day = day.AddDays(1);
                }
                while (!PublishedHolidays.IsWorkingDay(day));

                if (Calendar.AddWorkingDays(from, count) != day || Calendar.WorkingDaysBetween(from, day) != count)
                {
                    Assert.Fail($"{from:yyyy-MM-dd} + {count} is {day:yyyy-MM-dd}, not {Calendar.AddWorkingDays(from, count):yyyy-MM-dd}");
                }
            }
        }
    }

    [Fact]
    public void Adding_and_counting_agree() => Prop.ForAll(AnyDay, Gen.Choose(0, 120).ToArbitrary(), (from, count) =>
    {
        var nth = Calendar.AddWorkingDays(from, count);
        return Calendar.WorkingDaysBetween(from, nth) == count
            && (count == 0 ? nth == from : Calendar.IsWorkingDay(nth))
            && Calendar.WorkingDaysBetween(from, nth.AddDays(-1)) == (count == 0 ? -(Calendar.IsWorkingDay(from) ? 1 : 0) : count - 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_stretches_count_what_the_whole_counts() => Prop.ForAll(AnyDay, AnyDay, AnyDay, (a, b, c) =>
        Calendar.WorkingDaysBetween(a, b) + Calendar.WorkingDaysBetween(b, c) == Calendar.WorkingDaysBetween(a, c))
        .QuickCheckThrowOnFailure();

    private static void AssertNth(string from, int count, string expected, string why)
    {
        var actual = Calendar.AddWorkingDays(On(from), count);
        Assert.True(actual == On(expected), $"{from} + {count} = {actual:yyyy-MM-dd}, not {expected}: {why}");
    }
}
