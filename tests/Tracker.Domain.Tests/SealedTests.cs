using System.Text.Json;
using Tracker.Domain.Tests.Requests;

namespace Tracker.Domain.Tests;

public class SealedTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n\u3000")]
    public void A_blank_text_is_no_value(string? text) => Assert.Null(Sealed.Text(text));

    [Fact]
    public void A_sealed_text_shows_itself_nowhere()
    {
        var name = Sealed.Text("林大川");
        var received = Given.HandedIn("2023-03-06") with { ApplicantName = name };

        Assert.Equal("***", name!.ToString());
        Assert.Contains("ApplicantName = ***", received.ToString());
        Assert.DoesNotContain("林", received.ToString());
        Assert.Equal("{}", JsonSerializer.Serialize(name));
    }

    [Fact]
    public void No_public_member_opens_a_sealed_text() =>
        Assert.Empty(typeof(Sealed<string>).GetProperties().Select(property => property.Name));
}
