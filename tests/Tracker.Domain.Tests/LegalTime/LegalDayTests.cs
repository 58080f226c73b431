using Tracker.Domain.LegalTime;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.LegalTime;

public class LegalDayTests
{
    [Theory]
    [InlineData("2023-03-05T15:59:59.9999999Z", "2023-03-05", "one tick before midnight in China")]
    [InlineData("2023-03-05T16:00:00Z", "2023-03-06", "midnight in China, still the 5th in UTC")]
    [InlineData("2023-03-05T23:59:59Z", "2023-03-06", "just before midnight in UTC")]
    [InlineData("2023-03-06T00:00:00Z", "2023-03-06", "midnight in UTC, eight in the morning in China")]
    [InlineData("2023-03-06T00:00:00+08:00", "2023-03-06", "midnight in China, written as such")]
    [InlineData("2023-03-05T23:30:00-05:00", "2023-03-06", "noon in China, the evening before in New York")]
    [InlineData("1988-07-01T15:30:00Z", "1988-07-01", "no daylight saving time, even when China had it")]
    [InlineData("2024-12-31T16:00:00Z", "2025-01-01", "the year turns in China first")]
    public void An_instant_falls_on_the_day_a_Chinese_wall_shows(string instant, string day, string why) =>
        Assert.True(LegalDay.Of(At(instant)) == On(day), why);

    [Fact]
    public void The_wall_clock_is_eight_hours_ahead_of_UTC() =>
        Assert.Equal(new(2023, 3, 6, 7, 59, 59), LegalDay.WallClock(At("2023-03-05T23:59:59Z")));

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, null);
}
