using Tracker.Domain.LegalTime;

namespace Tracker.Domain.Tests.LegalTime;

/// <summary>国办函〔2020〕109号: steps are first-last:units*yuan.</summary>
public class FeesTests
{
    [Theory]
    [InlineData(0, 0, "")]
    [InlineData(1, 0, "1-1:1*0")]
    [InlineData(10, 0, "1-10:10*0")]
    [InlineData(11, 100, "1-10:10*0 11-11:1*100")]
    [InlineData(30, 2_000, "1-10:10*0 11-30:20*100")]
    [InlineData(31, 2_200, "1-10:10*0 11-30:20*100 31-31:1*200")]
    [InlineData(40, 4_000, "1-10:10*0 11-30:20*100 31-40:10*200")]
    [InlineData(41, 4_300, "1-10:10*0 11-30:20*100 31-40:10*200 41-41:1*300")]
    [InlineData(50, 7_000, "1-10:10*0 11-30:20*100 31-40:10*200 41-50:10*300")]
    [InlineData(65, 13_500, "1-10:10*0 11-30:20*100 31-40:10*200 41-50:10*300 51-60:10*400 61-65:5*500")]
    public void By_item(int items, long yuan, string steps) => Costs(Fees.ByItem(items), yuan, steps);

    [Theory]
    [InlineData(0, 0, "")]
    [InlineData(30, 0, "1-30:30*0")]
    [InlineData(31, 10, "1-30:30*0 31-31:1*10")]
    [InlineData(68, 380, "1-30:30*0 31-68:38*10")]
    [InlineData(100, 700, "1-30:30*0 31-100:70*10")]
    [InlineData(101, 720, "1-30:30*0 31-100:70*10 101-101:1*20")]
    [InlineData(200, 2_700, "1-30:30*0 31-100:70*10 101-200:100*20")]
    [InlineData(201, 2_740, "1-30:30*0 31-100:70*10 101-200:100*20 201-201:1*40")]
    [InlineData(250, 4_700, "1-30:30*0 31-100:70*10 101-200:100*20 201-250:50*40")]
    public void By_page(int pages, long yuan, string steps) => Costs(Fees.ByPage(pages), yuan, steps);

    [Fact]
    public void No_number_is_too_large_for_the_sum() => Assert.Equal(2_700 + ((int.MaxValue - 200L) * 40), Fees.ByPage(int.MaxValue).Yuan);

    [Fact]
    public void A_negative_number_is_a_mistake()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Fees.ByItem(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fees.ByPage(-1));
    }

    private static void Costs(FeeAccount account, long yuan, string steps)
    {
        Assert.Equal(steps, string.Join(' ', account.Steps.Select(step => $"{step.From}-{step.To}:{step.Units}*{step.YuanEach}")));
        Assert.Equal(yuan, account.Yuan);
    }
}
