using Tracker.Web.Wording;

namespace Tracker.Web.Tests.Wording;

/// <summary>Times of day as administrators type them.</summary>
public sealed class TypedTimeTests
{
    [Theory]
    [InlineData("18:00", "18:00")]
    [InlineData("18：00", "18:00")]
    [InlineData("１８：００", "18:00")]
    [InlineData("1800", "18:00")]
    [InlineData("8:30", "08:30")]
    [InlineData("830", "08:30")]
    [InlineData(" 8点 ", "08:00")]
    [InlineData("8点30分", "08:30")]
    [InlineData("00:00", "00:00")]
    public void A_time_is_read_as_it_is_typed(string text, string time) => Assert.Equal(TimeOnly.Parse(time, null), TypedTime.Read(text));

    [Theory]
    [InlineData("8")]
    [InlineData("18:5")]
    [InlineData("24:00")]
    [InlineData("2560")]
    [InlineData("18:00:30")]
    [InlineData("样例")]
    public void What_is_no_time_or_would_have_to_be_guessed_is_not_read(string text) => Assert.Null(TypedTime.Read(text));
}
