using Tracker.Tests;

namespace Tracker.Web.Tests.Pages.Acts;

public sealed class ExtensionPagesTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task Who_approves_reads_what_was_proposed_and_the_notice_is_missing_until_it_is_told()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, "extension-proposal"), ("Form.WorkingDays", "5"), ("Form.Reason", "检索工作量大")));

        var page = await browser.PageAsync(ThePage.Of(id, "extension-approval"));
        Assert.Contains("2026年3月10日报请延长 5 个工作日，理由：检索工作量大", page.Body!.TextContent);
        Assert.Contains("→ 2026年4月7日", page.Text(".effect"));

        var approved = await browser.FollowAsync(await browser.SubmitAsync(ThePage.Of(id, "extension-approval"), page));
        Assert.Contains("延期告知（条例第三十三条）", approved.Text(".marks"));
        Assert.Contains("登记告知延期", approved.Text(".acts"));
        Assert.DoesNotContain("延期报批", approved.Text(".acts"));

        var told = await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, "extension-notice")));
        Assert.DoesNotContain("延期告知", told.Text(".marks"));
    }

    [Fact]
    public async Task A_second_supplement_notice_is_possible_pointed_out_and_flagged()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        (string, string)[] notice = [("Form.IssuedOn", "2026-03-03"), ("Form.PeriodEndsOn", "2026-03-06"), ("Form.Items", "请写明年份")];
        Assert.DoesNotContain("第二次通知补正", (await browser.PageAsync(ThePage.Of(id, "supplement-notice"))).Body!.TextContent);
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, "supplement-notice"), notice));
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, "supplement"), ("Form.ReceivedOn", "2026-03-05")));

        var page = await browser.PageAsync(ThePage.Of(id, "supplement-notice"));
        Assert.Contains("这是第二次通知补正", page.Body!.TextContent);
        var again = await browser.FollowAsync(await browser.SubmitAsync(
            ThePage.Of(id, "supplement-notice"), page, [.. notice, ("Form.IssuedOn", "2026-03-09"), ("Form.PeriodEndsOn", "2026-03-20")]));
        Assert.Contains("第二次通知补正", again.Text(".marks"));
    }
}
