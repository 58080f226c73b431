using Tracker.Domain.LegalTime;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.LegalTime;

public class ProvisionalDaysTests
{
    private static readonly HolidayNotice NewYear2027 = new(
        2027, ["https://www.gov.cn/1"], [new(On("2027-01-01"), "元旦", Off: true), new(On("2027-01-03"), "元旦", Off: false)]);

    [Theory]
    [InlineData("2025-12-29", false)]
    [InlineData("2026-12-28", false)]
    [InlineData("2026-12-29", true)]
    [InlineData("2027-06-01", true)]
    public void From_29_December_of_the_last_notice_days_are_provisional(string day, bool provisional) =>
        Assert.Equal(provisional, WorkingCalendar.Embedded.IsProvisional(On(day)));

    [Fact]
    public void Beyond_the_last_notice_only_weekends_are_known()
    {
        Assert.True(WorkingCalendar.Embedded.IsWorkingDay(On("2027-01-01"))); // a Friday
        Assert.False(WorkingCalendar.Embedded.IsWorkingDay(On("2027-01-02")));
        Assert.False(WorkingCalendar.Embedded.IsWorkingDay(On("2027-01-03")));
    }

    [Fact]
    public void Adopting_the_next_notice_moves_the_days_and_the_provisional_part()
    {
        var next = new WorkingCalendar([NewYear2027, .. HolidayNotice.Embedded]);

        Assert.Equal(On("2027-01-01"), WorkingCalendar.Embedded.AddWorkingDays(On("2026-12-31"), 1));
        Assert.Equal(On("2027-01-03"), next.AddWorkingDays(On("2026-12-31"), 1));
        Assert.Equal((false, true), (next.IsProvisional(On("2027-12-28")), next.IsProvisional(On("2027-12-29"))));
    }

    [Fact]
    public void A_later_notice_overrides_an_earlier_one_whatever_the_order_they_are_given_in()
    {
        var later = new HolidayNotice(2028, ["https://www.gov.cn/2"], [new(On("2027-01-01"), "元旦", Off: false)]);

        Assert.True(new WorkingCalendar([later, NewYear2027]).IsWorkingDay(On("2027-01-01")));
        Assert.True(new WorkingCalendar([NewYear2027, later]).IsWorkingDay(On("2027-01-01")));
    }

    [Fact]
    public void Without_a_notice_every_day_is_provisional()
    {
        var bare = new WorkingCalendar([]);

        Assert.True(bare.IsProvisional(On("2020-01-01")));
        Assert.True(bare.IsWorkingDay(On("2020-01-01")));
        Assert.Equal(DateOnly.MaxValue, bare.FirstDay);
    }

    [Fact]
    public void The_calendar_begins_with_the_first_notices_year() =>
        Assert.Equal(On("2007-01-01"), WorkingCalendar.Embedded.FirstDay);

    [Fact]
    public void A_holiday_is_shown_by_its_name()
    {
        Assert.Equal("春节", WorkingCalendar.Embedded.Named(On("2020-02-02"))?.Name);
        Assert.Null(WorkingCalendar.Embedded.Named(On("2020-02-04")));
    }
}
