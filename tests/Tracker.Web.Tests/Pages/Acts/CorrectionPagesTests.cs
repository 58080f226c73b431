using Tracker.Tests;

namespace Tracker.Web.Tests.Pages.Acts;

public sealed class CorrectionPagesTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task A_void_entry_leaves_the_table_keeps_its_number_and_comes_back_when_that_is_taken_back()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);

        var form = await browser.PageAsync(ThePage.Of(id, "voiding"));
        Assert.Contains("2026 年度：“一、本年新收政府信息公开申请数量”自然人 减一件", form.Text("[aria-label=对年度报告的影响]"));
        await browser.FollowAsync(await browser.SubmitAsync(ThePage.Of(id, "voiding"), form, ("Form.Reason", "重复登记")));

        Assert.Equal("0", await NewAsync(browser));
        Assert.Contains("作废", (await browser.PageAsync(ThePage.Register)).Text("tbody"));
        Assert.Contains("已作废", (await browser.PageAsync(ThePage.Of(id))).Text("[aria-label=答复期限]"));

        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, "taking-back"), ("Form.Reason", "并非重复")));
        Assert.Equal("1", await NewAsync(browser));
        Assert.Contains("已撤销", (await browser.PageAsync(ThePage.Of(id))).Text(".timeline"));
    }

    [Fact]
    public async Task A_part_has_its_own_number_the_same_applicant_and_a_way_back_to_the_whole()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);

        var whole = await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(id, "split"), ("Form.Content", "第二项信息"), ("Form.Reason", "要求两项信息")));
        var part = Assert.Single((await tracker.StreamAsync(id)).State.Parts);

        Assert.Contains("其中一部分另立为申请 2026-0002", whole.Text(".timeline"));
        var page = await browser.PageAsync(ThePage.Of(part.Part));
        Assert.Contains("样例甲", page.Text(".facts"));
        Assert.Contains("第二项信息", page.Text(".facts"));
        Assert.NotNull(page.QuerySelector($".facts a[href='{ThePage.Of(id)}']"));
        Assert.Contains("2026年3月30日", page.Text("[aria-label=答复期限]"));
        Assert.Equal("2", await NewAsync(browser));
    }

    [Fact]
    public async Task A_part_takes_over_what_was_wanted_last_who_acts_who_joined_and_what_was_told()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(id, "wanted-form"), ("Form.ToldOn", "2026-03-03"), ("Form.Form", "Electronic"), ("Form.Delivery", "新的信箱")));
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(id, "agent"), ("Form.AppointedOn", "2026-03-03"), ("Form.Name", "样例代理"), ("Form.Contact", "样例路2号")));
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(id, "joint-applicant"), ("Form.JoinedOn", "2026-03-03"), ("Form.Kind", "NaturalPerson"), ("Form.Name", "样例丙"), ("Form.Contact", "样例路3号")));
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(id, "split"), ("Form.Content", "第二项信息"), ("Form.Reason", "要求两项信息")));

        var part = await browser.PageAsync(ThePage.Of(Assert.Single((await tracker.StreamAsync(id)).State.Parts).Part));

        Assert.All(new[] { "新的信箱", "样例代理", "样例丙" }, text => Assert.Contains(text, part.Text("main")));
        Assert.Contains("从另一件申请中拆分，另立一件；收到申请，登记编号 2026-0002", part.Text(".timeline"));
    }

    [Fact]
    public async Task A_case_that_must_be_answered_anew_is_open_again_under_the_ordered_term_and_its_result_stays_counted()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(id, "answer?ground=disclosed"), ("Form.Ground", "disclosed"), ("Form.LeftOn", "2026-03-05"), ("Form.Statement", "随函附上")));
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(id, "re-answer-order"), ("Form.By", "Reconsideration"), ("Form.ServedOn", "2026-03-09"), ("Form.DueOn", "2026-03-10"), ("Form.Source", "责令重新答复")));

        var page = await browser.PageAsync(ThePage.Of(id));
        Assert.Contains("今天到期", page.Text("[aria-label=答复期限]"));
        Assert.Contains("决定或者判决确定的重新答复期限", page.Text(".account"));
        Assert.Contains("2026-0001", (await browser.PageAsync(ThePage.Register + "?due=Today")).Text("tbody"));
        Assert.Equal("1", (await browser.PageAsync(ThePage.SectionThree(2026))).Text("tr[data-row=disclosed] td:last-child"));
    }

    private static async Task<string> NewAsync(HttpClient browser) =>
        (await browser.PageAsync(ThePage.SectionThree(2026))).Text("tr[data-row=new] td:last-child");
}
