using Tracker.Domain.Requests.Hints;

namespace Tracker.Domain.Tests.Requests.Hints;

public class ContactPhonesTests
{
    [Theory]
    [InlineData("000-0000-0001", "00000000001")]
    [InlineData("00000000001", "00000000001")]
    [InlineData("000 0000 0001", "00000000001")]
    [InlineData("+86 00000000001", "00000000001")]
    [InlineData("+86-000-0000-0001", "00000000001")]
    [InlineData("０００－００００－０００１", "00000000001")]
    [InlineData("(0000) 0000001", "00000000001")]
    [InlineData("0000-0000001", "00000000001")]
    [InlineData("电话：00000000001，邮箱 a@example.invalid", "00000000001")]
    [InlineData("00000000001 00000000002", "00000000001 00000000002")]
    [InlineData("00000000001、00000000002；00000000001", "00000000001 00000000002")]
    [InlineData("00000000001\n0000 0000002", "00000000001 00000000002")]
    [InlineData("某省某市某路 12 号 3 单元，邮编 000000", "")] // too short
    [InlineData("000000190001010008", "")] // an identity number
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_number_is_found_however_it_is_written(string? contact, string phones) => Assert.Equal(phones, string.Join(' ', ContactPhones.Of(contact)));
}
