using Tracker.Domain.Requests;

namespace Tracker.Domain.Tests.Requests;

/// <summary>What of a number is shown to whoever need not know it.</summary>
public class MasksTests
{
    [Theory]
    [InlineData("000000190001010000", "000＊＊＊＊＊＊＊＊＊＊＊＊＊00")]
    [InlineData("E00000001", "E00＊＊＊＊01")]
    [InlineData("12345678", "123＊＊＊78")]
    [InlineData("1234567", "＊＊＊＊＊＊＊")]
    [InlineData("𠮷𠮷", "＊＊")]
    [InlineData("", "")]
    public void Of_an_identity_number_its_ends_are_shown_if_it_is_long_enough(string number, string shown) =>
        Assert.Equal(shown, Masks.IdentityNumber(number));

    [Fact]
    public void Of_a_contact_nothing_is_shown() => Assert.DoesNotContain(Masks.Contact, sign => sign != '＊');
}
