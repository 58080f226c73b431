using System.Globalization;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Offices;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.Offices;

public class QuietHoursTests
{
    private static readonly OfficeState Open = OfficeState.None.Evolve(new OfficeOpened("a", "甲局", On("2021-01-03")));

    [Theory]
    [InlineData("2026-03-10 08:30", "2026-03-10 08:30")] // a Tuesday
    [InlineData("2026-03-10 17:59", "2026-03-10 17:59")]
    [InlineData("2026-03-10 18:00", "2026-03-11 08:30")]
    [InlineData("2026-03-10 00:00", "2026-03-10 08:30")]
    [InlineData("2026-03-10 08:29", "2026-03-10 08:30")]
    [InlineData("2026-03-13 18:00", "2026-03-16 08:30")] // Friday evening: Monday
    [InlineData("2026-03-14 12:00", "2026-03-16 08:30")]
    [InlineData("2026-02-14 12:00", "2026-02-14 12:00")] // a Saturday that is worked, before 春节
    [InlineData("2026-02-14 18:00", "2026-02-24 08:30")] // the evening before nine days off
    [InlineData("2026-02-23 03:00", "2026-02-24 08:30")]
    [InlineData("2026-10-09 18:00", "2026-10-10 08:30")] // into a Saturday that is worked, after 国庆节
    public void What_would_go_out_at_night_or_on_a_day_off_goes_out_on_the_next_working_morning(string wanted, string open) =>
        Assert.Equal(At(open), QuietHours.Usual.FirstOpen(At(wanted), WorkingCalendar.Embedded));

    [Fact]
    public void It_is_the_wall_clock_of_China_that_counts_and_an_office_without_quiet_hours_waits_for_nothing()
    {
        var utc = new DateTimeOffset(2026, 3, 10, 10, 0, 0, TimeSpan.Zero); // 18:00 in China

        Assert.Equal(At("2026-03-11 08:30"), QuietHours.Usual.FirstOpen(utc, WorkingCalendar.Embedded));
        Assert.Equal(utc, new QuietHours(From: null, To: null).FirstOpen(utc, WorkingCalendar.Embedded));
    }

    [Fact]
    public void They_are_set_over_a_night_or_not_at_all()
    {
        Assert.Equal(QuietHours.Usual, Open.QuietHours);
        Set(Open, new(17, 30), new(9, 0)).Then(new QuietHoursSet(Today, new(17, 30), new(9, 0)));
        Set(Open, from: null, to: null).Then(new QuietHoursSet(Today));
        Set(Open, new(18, 0), new(8, 30)).ThenRefused(new OfficeDataUnchanged());
        Set(Open, new(8, 30), new(18, 0)).ThenRefused(new QuietHoursNotOvernight());
        Set(Open, new(8, 30), new(8, 30)).ThenRefused(new QuietHoursNotOvernight());
        Set(Open, new(18, 0), to: null).ThenRefused(new QuietHoursNotOvernight());
        Set(OfficeState.None, new(17, 30), new(9, 0)).ThenRefused(new OfficeNotOpen());
        Assert.Equal(new(new(17, 30), new(9, 0)), Open.Evolve(new QuietHoursSet(Today, new(17, 30), new(9, 0))).QuietHours);
    }

    private static When<OfficeEvent> Set(OfficeState state, TimeOnly? from, TimeOnly? to) => new(SetQuietHours.Decide(state, new(new(from, to)), Today));

    private static DateTimeOffset At(string wallClock) =>
        new(DateTime.ParseExact(wallClock, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
