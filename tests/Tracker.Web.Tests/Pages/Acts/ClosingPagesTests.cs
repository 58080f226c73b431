using Tracker.Tests;

namespace Tracker.Web.Tests.Pages.Acts;

public sealed class ClosingPagesTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task An_overdue_supplement_is_proposed_and_a_ceased_applicant_is_told_and_each_stands_in_its_row()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var overdue = await ThePage.RegisterAsync(browser);
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(overdue, "supplement-notice"), ("Form.IssuedOn", "2026-03-03"), ("Form.PeriodEndsOn", "2026-03-06"), ("Form.Items", "请写明年份")));
        var ceased = await ThePage.RegisterAsync(browser);

        var proposed = await browser.PageAsync(ThePage.Of(overdue));
        Assert.Contains("补正期限已于2026年3月6日届满，没有收到补正，可以按逾期不补正办结。", proposed.Text("[aria-label=系统提议]"));
        await browser.FollowAsync(await browser.FillInAsync(
            proposed.QuerySelector("[aria-label=系统提议] a")!.GetAttribute("href")!, ("Form.Statement", "补正通知及其期限")));
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(ceased, "cessation"), ("Form.Statement", "注销登记")));

        var table = await browser.PageAsync(ThePage.SectionThree(2026));
        Assert.Equal("1", table.Text("tr[data-row=other_overdue_supplement] td:last-child"));
        Assert.Equal("1", table.Text("tr[data-row=other_other] td:last-child"));
        Assert.Equal("2", table.Text("tr[data-row=total] td:last-child"));
        Assert.Contains("办结（申请人无正当理由逾期不补正），不再处理", (await browser.PageAsync(ThePage.Of(overdue))).Text(".timeline"));
    }
}
