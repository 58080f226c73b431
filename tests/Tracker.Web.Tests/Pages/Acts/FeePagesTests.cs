using Tracker.Tests;

namespace Tracker.Web.Tests.Pages.Acts;

public sealed class FeePagesTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task The_amount_is_shown_step_by_step_before_the_notice_is_saved()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);

        using var preview = await browser.FillInAsync(ThePage.Of(id, "fee-notice") + "?handler=Preview", ("Form.Scale", "ByPage"), ("Form.Count", "250"));
        var page = await Browsing.PageOfAsync(preview);

        Assert.Equal(
            "共 4700 元：第 31 至 100 页，每页 10 元，700 元；第 101 至 200 页，每页 20 元，2000 元；第 201 至 250 页，每页 40 元，2000 元",
            page.Text("[aria-label=收费金额]"));
        Assert.Contains("→ 暂停计算", page.Text("dl.effect"));
        Assert.Equal(1, (await tracker.StreamAsync(id)).Version);
    }

    [Fact]
    public async Task An_overdue_fee_is_proposed_and_once_decided_stands_in_its_own_row_of_section_three()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser, ("Form.FiledOn", "2026-01-05"));
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(id, "fee-notice"), ("Form.Scale", "ByPage"), ("Form.Count", "68"), ("Form.IssuedOn", "2026-01-07"), ("Form.ReceivedOn", "2026-01-08")));

        var proposed = await browser.PageAsync(ThePage.Of(id));
        Assert.Contains("缴费期限已于2026年2月5日届满，可以按逾期未缴费办结。", proposed.Text("[aria-label=系统提议]"));
        await browser.FollowAsync(await browser.FillInAsync(
            proposed.QuerySelector("[aria-label=系统提议] a")!.GetAttribute("href")!, ("Form.Statement", "收费通知及其期限")));

        var table = await browser.PageAsync(ThePage.SectionThree(2026));
        Assert.Equal("1", table.Text("tr[data-row=other_overdue_fee] td:last-child"));
        Assert.Equal("1", table.Text("tr[data-row=total] td:last-child"));
        Assert.Equal("0", table.Text("tr[data-row=carried_out] td:last-child"));
    }

    [Fact]
    public async Task A_ground_without_an_answer_is_not_offered_among_answers()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();

        var page = await browser.PageAsync(ThePage.Of(await ThePage.RegisterAsync(browser), "answer"));

        Assert.Empty(page.QuerySelectorAll("#ground-withdrawn, #ground-fee_overdue, #ground-supplement_overdue, #ground-applicant_ceased"));
        Assert.NotNull(page.QuerySelector("#ground-unclear_after_supplement"));
    }
}
