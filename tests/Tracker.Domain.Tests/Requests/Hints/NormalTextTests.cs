using System.Text;
using Tracker.Domain.Requests.Hints;

namespace Tracker.Domain.Tests.Requests.Hints;

public class NormalTextTests
{
    [Theory]
    [InlineData("样例甲", "样例甲")]
    [InlineData(" 样 例\t甲\u3000", "样例甲")]
    [InlineData("样例（集团）公司", "样例集团公司")]
    [InlineData("ＡＢＣ１２３", "abc123")]
    [InlineData("Abc", "aBC")]
    [InlineData("①㈠㎡", "1一m2")] // circled, bracketed, a square metre
    [InlineData("⼈⽇", "人日")] // radicals, as they come out of some documents
    [InlineData("\uF900\uFA0C", "豈兀")] // compatibility ideographs
    [InlineData("𠀀\U0002F800", "𠀀丽")] // beyond the basic plane
    [InlineData("ｱ", "ア")]
    [InlineData("甲\u200B乙\uFEFF", "甲乙")] // nothing is seen of them
    [InlineData("。，、！", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Texts_that_only_look_different_are_the_same(string? text, string plain) => Assert.Equal(NormalText.Of(plain), NormalText.Of(text));

    [Fact]
    public void What_is_normal_stays_as_it_is()
    {
        Assert.Equal("样例集团公司abc123", NormalText.Of("样例（集团）公司ＡＢＣ１２３"));
        Assert.Equal("豈丽", NormalText.Of(NormalText.Of("\uF900\U0002F800")));
    }

    [Fact]
    public void Half_a_character_breaks_nothing() => Assert.Equal("甲\uFFFD乙", NormalText.Of("甲\uD840乙"));

    [Theory]
    [InlineData("", 0)]
    [InlineData("甲", 1)]
    [InlineData("甲乙", 1)]
    [InlineData("甲乙丙", 2)]
    [InlineData("甲乙甲乙", 2)]
    [InlineData("𠀀𠀁𠀂", 2)]
    public void Each_pair_of_characters_counts_once(string text, int pairs) => Assert.Equal(pairs, NormalText.Pairs(text).Count);

    [Fact]
    public void A_million_characters_are_read_in_passing()
    {
        var text = new StringBuilder();
        for (var place = 0; place < 350_000; place++)
        {
            text.Append((char)('\u4e00' + (place * 7919L % 20_000)));
        }

        Assert.Equal(20_000, NormalText.Pairs(NormalText.Of(text.ToString())).Count);
    }
}
