using Tracker.Domain.Offices;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.Offices;

public class SetLetterCodeTests
{
    private static readonly OfficeState Open = OfficeState.None.Evolve(new OfficeOpened("a", "甲局", On("2021-01-03")));

    private static readonly OfficeState Numbered = Open.Evolve(new LetterCodeSet("例公复", On("2023-03-01"), 57));

    [Theory]
    [InlineData("例公复")]
    [InlineData("X")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十")]
    public void A_code_is_up_to_20_characters_or_letters(string code) => Set(Open, $" {code} ", "2023-03-01", 57).Then(new LetterCodeSet(code, On("2023-03-01"), 57));

    [Theory]
    [InlineData("")]
    [InlineData("例公复〔2026〕")]
    [InlineData("例公复1")]
    [InlineData("例 公复")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一")]
    public void Anything_else_is_no_code(string code) => Set(Open, code, "2023-03-01").ThenRefused(new LetterCodeNotValid());

    [Fact]
    public void It_begins_neither_before_the_last_one_nor_in_the_future_nor_twice()
    {
        Set(Numbered, "样公复", "2023-02-28").ThenRefused(new OfficeDayOutOfRange(On("2023-03-01"), Today));
        Set(Numbered, "样公复", "2023-06-02").ThenRefused(new OfficeDayOutOfRange(On("2023-03-01"), Today));
        Set(Open, "样公复", "2023-06-02").ThenRefused(new OfficeDayOutOfRange(DateOnly.MinValue, Today));
        Set(Numbered, "例公复", "2023-05-01").ThenRefused(new OfficeDataUnchanged());
        Set(Numbered, "样公复", "2023-05-01").Then(new LetterCodeSet("样公复", On("2023-05-01")));
        Set(OfficeState.None, "例公复", "2023-05-01").ThenRefused(new OfficeNotOpen());
    }

    [Fact]
    public void From_where_the_counter_begins_is_put_right_until_it_has_given_a_number()
    {
        Set(Numbered, "例公复", "2023-03-01", 58).Then(new LetterCodeSet("例公复", On("2023-03-01"), 58));
        Set(Numbered, "例公复", "2023-03-01", 58, drawn: 60).ThenRefused(new LetterNumbersBegun(2023, 60));
        Assert.Equal(58, Numbered.Evolve(new LetterCodeSet("例公复", On("2023-03-01"), 58)).LettersUsedUpTo(2023));
    }

    [Fact]
    public void A_code_under_which_the_counter_would_repeat_a_typed_number_is_refused()
    {
        string[] typed = ["例公复〔2023〕3号", "例公复[2023]58号", "别字〔2023〕900号", "例公复〔2022〕900号", "无号"];

        Set(Open, "例公复", "2023-03-01", typed: typed).ThenRefused(new LetterNumberRepeated("例公复〔2023〕58号", 58));
        Set(Open, "例公复", "2023-03-01", 57, typed: typed).ThenRefused(new LetterNumberRepeated("例公复〔2023〕58号", 58));
        Set(Open, "例公复", "2023-03-01", 58, typed: typed).Then(new LetterCodeSet("例公复", On("2023-03-01"), 58));
        Set(Open, "例公复", "2023-03-01", drawn: 58, typed: typed).Then(new LetterCodeSet("例公复", On("2023-03-01")));
        Set(Open, "例公复", "2022-12-01", 900, typed: typed).ThenRefused(new LetterNumberRepeated("例公复〔2023〕58号", 58));
    }

    private static When<OfficeEvent> Set(
        OfficeState state, string code, string on, int? usedUpTo = null, int? drawn = null, string[]? typed = null)
    {
        var years = new Dictionary<int, int>();
        if (drawn is { } last)
        {
            years.Add(2023, last);
        }

        return new(SetLetterCode.Decide(state, new(code, On(on), usedUpTo), new(years, typed ?? []), Today));
    }
}
