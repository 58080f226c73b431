using Tracker.Web.Wording;

namespace Tracker.Web.Tests.Wording;

/// <summary>Days as clerks type them.</summary>
public sealed class TypedDayTests
{
    private static readonly DateOnly Today = new(2026, 3, 12);

    [Theory]
    [InlineData("2026-03-05", "2026-03-05")]
    [InlineData("2026年3月5日", "2026-03-05")]
    [InlineData("2026/3/5", "2026-03-05")]
    [InlineData("20260305", "2026-03-05")]
    [InlineData("0305", "2026-03-05")]
    [InlineData("３－５", "2026-03-05")]
    [InlineData("3.5", "2026-03-05")]
    [InlineData(" 3 月 5 日 ", "2026-03-05")]
    [InlineData("今天", "2026-03-12")]
    [InlineData("昨天", "2026-03-11")]
    [InlineData("3月5号", "2026-03-05")]
    [InlineData("前天", "2026-03-10")]
    [InlineData("后天", "2026-03-14")]
    [InlineData("12-30", "2025-12-30")]
    [InlineData("0229", "2024-02-29")]
    [InlineData("3-13", "2026-03-13")] // a slip by a day is pointed out, and not moved by a year
    [InlineData("4-13", "2025-04-13")]
    public void A_day_that_happened_is_the_last_such_day(string text, string day) => Assert.Equal(DateOnly.Parse(day, null), TypedDay.Read(text, Today, ahead: false));

    [Theory]
    [InlineData("0305", "2026-03-05")]
    [InlineData("1-5", "2027-01-05")]
    [InlineData("12-30", "2026-12-30")]
    [InlineData("2-29", "2028-02-29")]
    [InlineData("明天", "2026-03-13")]
    public void A_day_that_lies_ahead_is_the_next_one(string text, string day) => Assert.Equal(DateOnly.Parse(day, null), TypedDay.Read(text, Today, ahead: true));

    [Theory]
    [InlineData("3/4/2026")]
    [InlineData("35")]
    [InlineData("312")]
    [InlineData("0230")]
    [InlineData("2026-02-29")]
    [InlineData("13-1")]
    [InlineData("大后天")]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("3-5~2000")]
    public void What_would_have_to_be_guessed_is_not_read(string text) => Assert.Null(TypedDay.Read(text, Today, ahead: false));
}
