using Tracker.Domain.Offices;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.Offices;

public class OpenOfficeTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("7")]
    [InlineData("quanzhou-digital_office-2")]
    [InlineData("Z9-_")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")] // 64
    public void A_code_is_letters_digits_hyphens_and_underscores(string code)
    {
        Assert.True(OfficeCode.IsValid(code));
        Open(OfficeState.None, code, "甲局").Then(new OfficeOpened(code, "甲局", Today));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-a")]
    [InlineData("_a")]
    [InlineData("a b")]
    [InlineData("a.b")]
    [InlineData("a/b")]
    [InlineData("a'b")]
    [InlineData("a\n")]
    [InlineData("é")]
    [InlineData("aé")]
    [InlineData("a甲")]
    [InlineData("甲")]
    [InlineData("٣")]
    [InlineData("ａ")]
    [InlineData("a2345678901234567890123456789012345678901234567890123456789012345")] // 65
    public void Anything_else_is_no_code(string code)
    {
        Assert.False(OfficeCode.IsValid(code));
        Open(OfficeState.None, code, "甲局").ThenRefused(new OfficeCodeNotValid());
    }

    [Fact]
    public void No_code_at_all_is_no_code() => Assert.False(OfficeCode.IsValid(null));

    [Fact]
    public void The_name_is_kept_without_blanks_around_it() =>
        Open(OfficeState.None, "a", " 甲局\u3000").Then(new OfficeOpened("a", "甲局", Today));

    [Fact]
    public void A_name_of_100_characters_is_a_name_and_a_blank_or_longer_one_is_none()
    {
        Open(OfficeState.None, "a", new('局', 100)).Then(new OfficeOpened("a", new('局', 100), Today));
        Open(OfficeState.None, "a", new('局', 101)).ThenRefused(new OfficeNameMissing());
        Open(OfficeState.None, "a", " \u3000").ThenRefused(new OfficeNameMissing());
        Open(OfficeState.None, "a", "").ThenRefused(new OfficeNameMissing());
    }

    [Fact]
    public void Opened_again_under_the_same_name_nothing_happens()
    {
        var open = OfficeState.None.Evolve(new OfficeOpened("a", "甲局", On("2023-01-03")));

        Open(open, "a", "甲局").ThenNothingNew();
        Open(open, "a", " 甲局 ").ThenNothingNew();
    }

    [Fact]
    public void Opened_again_under_another_name_it_is_refused_with_the_name_it_has() =>
        Open(OfficeState.None.Evolve(new OfficeOpened("a", "甲局", On("2023-01-03"))), "a", "乙局")
            .ThenRefused(new OfficeAlreadyOpen("甲局"));

    [Fact]
    public void After_a_change_of_name_both_the_first_and_the_present_one_open_it_again_and_no_other()
    {
        var renamed = OfficeState.None.Evolve(new OfficeOpened("a", "甲局", On("2023-01-03"))).Evolve(new OfficeRenamed("乙局", On("2023-03-01")));

        Open(renamed, "a", "甲局").ThenNothingNew();
        Open(renamed, "a", "乙局").ThenNothingNew();
        Open(renamed, "a", "丙局").ThenRefused(new OfficeAlreadyOpen("乙局"));
    }

    private static When<OfficeEvent> Open(OfficeState state, string code, string name) =>
        new(OpenOffice.Decide(state, new(code, name), Today));
}
