using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Hints;
using Tracker.Domain.Requests.Searches;

namespace Tracker.Domain.Tests.Requests.Searches;

/// <summary>搜索词: what a word may stand in, and what is no word.</summary>
public sealed class SearchWordsTests
{
    private static readonly CaseTexts Texts = new(
        [new(ApplicantKind.NaturalPerson, NormalText.Of("样例甲"), ContactPhones.Of("000-7777-0001"), [])],
        NormalText.Of("某某街道２０２５年度（财政预算）执行情况"));

    [Theory]
    [InlineData("财政 预算", true)]
    [InlineData("財政预算", false)]
    [InlineData("街道　样例甲", true)]
    [InlineData("2025年度财政", true)]
    [InlineData("２０２５", true)]
    [InlineData("度“财政”预算。", true)]
    [InlineData("预算执行 样例乙", false)]
    [InlineData("预算情况", false)]
    [InlineData("00077770001", true)]
    [InlineData("000 7777 0001", true)]
    [InlineData("7777-0001", false)]
    [InlineData("鼓统[2025]15号", true)]
    [InlineData("〔２０２５〕15", true)]
    [InlineData("2025)15", true)]
    [InlineData("202515", false)]
    [InlineData("5 鼓统〔2025〕15号 样例", true)]
    [InlineData("%", false)]
    [InlineData("鼓统", false)] // no digit in it: numbers are not looked through
    public void Each_word_stands_in_the_number_or_in_the_texts(string typed, bool found) =>
        Assert.Equal(found, SearchWords.Of(typed)!.AreIn("鼓统〔2025〕15号", Texts));

    [Theory]
    [InlineData("预", true)]
    [InlineData("财政 预", true)]
    [InlineData("（）", true)]
    [InlineData("，预。", true)]
    [InlineData("5", false)]
    [InlineData("５", false)]
    [InlineData("预算", false)]
    [InlineData("𠮷", true)] // two code units, one character
    public void A_word_of_one_character_is_too_short_unless_it_is_a_digit(string typed, bool tooShort) =>
        Assert.Equal(tooShort, SearchWords.Of(typed)!.AreTooShort);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 　\t")]
    public void White_space_is_no_search(string? typed) => Assert.Null(SearchWords.Of(typed));

    [Theory]
    [InlineData("20%_5", "%20\\%\\_5%")]
    [InlineData("a\\1", "%a\\\\1%")]
    [InlineData("〔2025]１5", "%_2025_15%")]
    public void The_pattern_of_a_number_means_its_signs(string typed, string pattern) =>
        Assert.Equal(pattern, Assert.Single(SearchWords.Of(typed)!.Words).Pattern);

    [Theory]
    [InlineData("7", "7")]
    [InlineData("20", "20")]
    [InlineData("2026-7", "202 026 26- 6-7")]
    [InlineData("〔2025]１5", "202 025 15")]
    [InlineData("11111", "111")]
    [InlineData("〔1〕𠮷字12", "1 𠮷字1 字12")]
    public void A_number_like_it_holds_what_stands_between_the_brackets(string typed, string parts) =>
        Assert.Equal(parts.Split(' '), Assert.Single(SearchWords.Of(typed)!.Words).Parts);
}
