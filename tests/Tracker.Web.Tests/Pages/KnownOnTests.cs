using System.Net;
using Tracker.Tests;
using Tracker.Web.Wording;

namespace Tracker.Web.Tests.Pages;

/// <summary>The case as it was known at the end of a past day.</summary>
public sealed class KnownOnTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task What_was_recorded_later_is_left_out_whatever_day_it_is_about()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 3));
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        tracker.Time.Now = tracker.Time.Now.AddDays(7);
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(id, "supplement-notice"), ("Form.IssuedOn", "3-3"), ("Form.PeriodEndsOn", "3-20"), ("Form.Items", "请写明年份")));

        var now = await browser.PageAsync(ThePage.Of(id));
        Assert.Contains("待补正（期限停止计算）", now.Text(".deadline"), StringComparison.Ordinal);
        var known = await browser.PageAsync(ThePage.Of(id) + "?known=2026-03-09");
        Assert.Contains("按2026年3月9日结束时已登记的内容显示", known.Text(".notice"), StringComparison.Ordinal);
        Assert.Contains("剩余15个工作日", known.Text(".deadline"), StringComparison.Ordinal);
        Assert.DoesNotContain("请写明年份", known.Text("main"), StringComparison.Ordinal);
        Assert.Null(known.QuerySelector(".acts"));
        var sameDay = await browser.PageAsync(ThePage.Of(id) + "?known=3-10");
        Assert.Contains("待补正（期限停止计算）", sameDay.Text(".deadline"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-11", "不能晚于今天（2026年3月10日）。")]
    [InlineData("2026-03-09", "这件申请2026年3月10日才登记。")]
    [InlineData("那天", TypedDay.Unreadable)]
    public async Task A_day_that_cannot_be_shown_is_said_and_the_present_is(string day, string sentence)
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);

        using var response = await browser.GetAsync($"{ThePage.Of(id)}?known={Uri.EscapeDataString(day)}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await Browsing.PageOfAsync(response);
        Assert.Contains(sentence, page.Text(".errors"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".acts"));
    }
}
