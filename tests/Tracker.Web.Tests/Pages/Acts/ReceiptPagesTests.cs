using Tracker.Tests;

namespace Tracker.Web.Tests.Pages.Acts;

public sealed class ReceiptPagesTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task A_correction_across_New_Year_shows_what_it_does_before_it_is_saved_and_then_does_it()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser, ("Form.FiledOn", "2026-01-05"));
        var address = ThePage.Of(id, "receipt-correction");
        Assert.Equal("2026-01-05", (await browser.PageAsync(address)).QuerySelector("#Form_FiledOn")!.GetAttribute("value"));

        using var preview = await browser.FillInAsync(address + "?handler=Preview", ("Form.FiledOn", "2025-12-30"));
        var page = await Browsing.PageOfAsync(preview);
        Assert.Contains("→ 2025年12月30日", page.Text("[aria-label=收到之日]"));
        var effect = page.Text("[aria-label=对年度报告的影响]");
        Assert.Contains("2025 年度：“一、本年新收政府信息公开申请数量”自然人 加一件", effect);
        Assert.Contains("2026 年度：“一、本年新收政府信息公开申请数量”自然人 减一件", effect);
        Assert.Equal(1, (await tracker.StreamAsync(id)).Version);

        var corrected = await browser.FollowAsync(await browser.SubmitAsync(address, page, ("Form.Reason", "登记时看错了日期")));
        Assert.Contains("更正收到的事实", corrected.Text(".timeline"));
        Assert.Contains("登记时看错了日期", corrected.Text(".timeline"));
        Assert.Equal("1", (await browser.PageAsync(ThePage.SectionThree(2025))).Text("tr[data-row=new] td:last-child"));
        Assert.Equal("0", (await browser.PageAsync(ThePage.SectionThree(2026))).Text("tr[data-row=new] td:last-child"));
        Assert.Equal("1", (await browser.PageAsync(ThePage.SectionThree(2026))).Text("tr[data-row=carried_in] td:last-child"));
    }

    [Fact]
    public async Task A_correction_that_says_nothing_new_or_contradicts_a_later_fact_is_refused()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, "extension"), ("Form.ApprovedOn", "2026-03-05"), ("Form.Reason", "样例理由")));

        using var nothing = await browser.FillInAsync(ThePage.Of(id, "receipt-correction"), ("Form.Reason", "甲"));
        Assert.Contains("与已登记的相同，没有可以更正的。", (await Browsing.PageOfAsync(nothing)).Text(".errors"));
        using var late = await browser.FillInAsync(ThePage.Of(id, "receipt-correction"), ("Form.FiledOn", "2026-03-06"), ("Form.Reason", "甲"));
        Assert.Contains("按这些日期，2026年3月5日的事项不可能发生：早于收到申请之日或者来信到达之日。", (await Browsing.PageOfAsync(late)).Text(".errors"));
        Assert.Equal(2, (await tracker.StreamAsync(id)).Version);
    }
}
