using System.Net;
using Tracker.Domain.Requests;
using Tracker.Tests;
using Tracker.Web.Accounts;

namespace Tracker.Web.Tests.Pages;

/// <summary>Each act through its page: the sentence read and the events stored.</summary>
public sealed class ActPagesTests(PrivateClusterFixture cluster)
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Fact]
    public async Task A_request_is_logged_answered_and_counted()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();

        var logged = await browser.FollowAsync(await browser.FillInAsync(ThePage.New, ThePage.WalkIn));
        Assert.Equal("已登记，登记编号 2026-0001。答复期限：2026年3月30日。", logged.Text(".banner"));
        Assert.Contains("剩余14个工作日", logged.Text(".deadline"));
        Assert.Contains("样例甲", logged.Body!.TextContent);
        var id = Guid.Parse(logged.QuerySelector(".acts a")!.GetAttribute("href")!.Split('/')[4]);

        var answered = await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(id, "answer?ground=disclosed"), ("Form.Ground", "not_existing"), ("Form.LeftOn", "2026-03-10"), ("Form.DocumentNumber", "例公复〔2026〕1号"), ("Form.Statement", "检索情况")));
        Assert.Equal("已登记答复，申请办结。", answered.Text(".banner"));
        Assert.Contains("例公复〔2026〕1号", answered.Text(".deadline"));

        var stream = await tracker.StreamAsync(id);
        Assert.Equal([typeof(RequestReceived), typeof(RequestAnswered)], stream.Events.Select(recorded => recorded.Event.GetType()));
        var table = await browser.PageAsync(ThePage.SectionThree(2026));
        Assert.Equal("1", table.Text("tr[data-row=unable_not_held] td:last-child"));
        Assert.Equal("1", table.Text("tr[data-row=new] td:last-child"));
    }

    [Fact]
    public async Task An_act_the_case_does_not_offer_says_at_once_why_not_and_one_it_offers_says_nothing_before_it_is_sent()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser, ThePage.WalkIn);
        foreach (var (act, sentence) in new[]
        {
            ("supplement", "没有待补正的通知，不能登记收到补正。"),
            ("agent-end", "现在没有代理人，不能登记代理终止。"),
            ("answer-approval", "没有送审的答复稿，不能审批或者退回。"),
            ("opinion", "没有这一次征求意见，请重新选择。"),
            ("re-answer", "这件申请没有恢复办理，也没有被责令重新答复，不能登记重新答复。"),
        })
        {
            var page = await browser.PageAsync(ThePage.Of(id, act));
            Assert.Equal(("现在不能办理：", sentence), (page.Text(".errors h2"), page.Text(".errors li")));
        }

        Assert.All(
            await Task.WhenAll(new[] { "note", "supplement-notice", "extension", "voiding", "agent" }.Select(act => browser.PageAsync(ThePage.Of(id, act)))),
            page => Assert.Null(page.QuerySelector(".errors")));
    }

    [Fact]
    public async Task Every_date_of_arrival_is_shown_on_the_case()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();

        var id = await ThePage.RegisterAsync(
            browser, ("Form.Channel", "SignedMail"), ("Form.SignedForOn", "2026-03-03"), ("Form.ReachedOfficeOn", "2026-03-05"), ("Form.ConfirmedOn", "2026-03-06"));

        var facts = (await browser.PageAsync(ThePage.Of(id))).Text(".facts");
        Assert.All(["2026年3月2日", "2026年3月3日", "2026年3月5日", "2026年3月6日"], day => Assert.Contains(day, facts));
    }

    [Fact]
    public async Task A_second_post_of_the_log_form_shows_the_case_and_logs_nothing()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        var page = await browser.PageAsync(ThePage.New);

        using var first = await browser.SubmitAsync(ThePage.New, page, ThePage.WalkIn);
        using var second = await browser.SubmitAsync(ThePage.New, page, ThePage.WalkIn);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal("这件申请已经登记过，没有重复登记。", (await browser.FollowAsync(second)).Text(".banner"));
        Assert.Equal("1", (await browser.PageAsync(ThePage.Register)).Text("#total"));
    }

    [Fact]
    public async Task The_day_of_receipt_and_the_due_date_are_shown_before_a_request_is_logged()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();

        using var preview = await browser.FillInAsync(
            ThePage.New + "?handler=Preview", ("Form.Channel", "Online"), ("Form.FiledOn", "2026-03-02"), ("Form.ConfirmedOn", "2026-03-03"));

        var page = await Browsing.PageOfAsync(preview);
        Assert.Contains("2026年3月3日以与申请人确认之日为收到之日", page.Text(".effect"));
        Assert.Contains("2026年3月31日", page.Text(".effect"));
        Assert.Empty(page.QuerySelectorAll(".errors"));
        Assert.Equal("0", (await browser.PageAsync(ThePage.Register)).Text("#total"));
    }

    [Fact]
    public async Task A_supplement_stops_the_clock_and_its_arrival_starts_it_afresh()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);

        var asked = await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(id, "supplement-notice"), ("Form.IssuedOn", "2026-03-05"), ("Form.PeriodEndsOn", "2026-03-19"), ("Form.Items", "请写明年份")));
        Assert.Equal("已登记补正通知，办理期限停止计算。答复期限：暂停计算。", asked.Text(".banner"));
        Assert.Contains("待补正（期限停止计算）", asked.Text(".deadline"));
        Assert.Contains("请写明年份", asked.Text(".timeline"));
        Assert.Equal(ThePage.Of(id, "taking-back?undo=true"), asked.QuerySelector(".undo a")!.GetAttribute("href"));
        var undo = await browser.PageAsync(ThePage.Of(id, "taking-back?undo=true"));
        Assert.Equal("刚登记的内容有误，随即撤销。", undo.Text("#Form_Reason"));

        var supplied = await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, "supplement"), ("Form.ReceivedOn", "2026-03-09")));
        Assert.Equal("（重新计算前，不再作数）", supplied.Text(".account .spent .why-not"));
        Assert.Equal("已登记收到补正，办理期限重新计算。答复期限：2026年4月7日。", supplied.Text(".banner")); // 4月6日 is 清明节's day off
    }

    [Fact]
    public async Task An_extension_shows_old_and_new_due_date_before_it_is_saved_and_is_granted_once()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        var address = ThePage.Of(id, "extension");

        var page = await browser.PageAsync(address);
        Assert.Contains("2026年3月30日", page.Text(".effect"));
        Assert.Contains("→ 2026年4月28日", page.Text(".effect"));

        using var preview = await browser.SubmitAsync(address + "?handler=Preview", page, ("Form.WorkingDays", "5"));
        Assert.Contains("→ 2026年4月7日", (await Browsing.PageOfAsync(preview)).Text(".effect"));
        Assert.Equal(1, (await tracker.StreamAsync(id)).Version);

        var extended = await browser.FollowAsync(await browser.SubmitAsync(address, page, ("Form.Reason", "样例理由")));
        Assert.Equal("已登记延期答复。答复期限：2026年4月28日。", extended.Text(".banner"));

        using var again = await browser.FillInAsync(address, ("Form.Reason", "再来一次"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("本期限内已于2026年3月10日批准延期，不能再次延期（条例第三十三条）。", (await Browsing.PageOfAsync(again)).Text(".errors"));
        Assert.Equal(2, (await tracker.StreamAsync(id)).Version);
    }

    [Theory]
    [InlineData("supplement-notice")]
    [InlineData("extension")]
    [InlineData("withdrawal")]
    public async Task The_page_a_preview_shows_saves_where_the_first_one_does(string act)
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        var address = ThePage.Of(await ThePage.RegisterAsync(browser), act);
        var page = await browser.PageAsync(address);

        using var preview = await browser.SubmitAsync(address + "?handler=Preview", page);

        Assert.Equal(address, Saving(page));
        Assert.Equal(address, Saving(await Browsing.PageOfAsync(preview)));
    }

    [Fact]
    public async Task The_form_a_preview_shows_logs_where_the_first_one_does()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();

        using var preview = await browser.FillInAsync(ThePage.New + "?handler=Preview", ("Form.Channel", "Online"));

        Assert.Equal(ThePage.New, Saving(await Browsing.PageOfAsync(preview)));
    }

    /// <summary>Where the page's first button, which Enter presses as well, sends the form.</summary>
    private static string? Saving(AngleSharp.Dom.IDocument page) =>
        page.QuerySelector("main form button[type=submit]")?.GetAttribute("formaction") ?? page.QuerySelector("main form")?.GetAttribute("action");

    [Fact]
    public async Task A_withdrawal_closes_the_request_under_other_processing()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);

        var withdrawn = await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(id, "withdrawal"), ("Form.WithdrawnOn", "2026-03-09"), ("Form.Statement", "书面撤回")));

        Assert.Equal("已登记申请人撤回，申请办结。", withdrawn.Text(".banner"));
        Assert.IsType<RequestWithdrawn>((await tracker.StreamAsync(id)).Events[^1].Event);
        Assert.Equal("1", (await browser.PageAsync(ThePage.SectionThree(2026))).Text("tr[data-row=other_other] td:last-child"));
    }

    [Fact]
    public async Task An_answer_before_the_receipt_is_refused_at_its_field()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);

        using var response = await browser.FillInAsync(
            ThePage.Of(id, "answer?ground=disclosed"), ("Form.Ground", "disclosed"), ("Form.LeftOn", "2026-03-01"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await Browsing.PageOfAsync(response);
        Assert.Equal("答复日期不能早于前一环节的日期（2026年3月2日）。", page.Text("[data-valmsg-for='Form.LeftOn']"));
        Assert.Contains("答复日期不能早于前一环节的日期", page.Text(".errors"));
        Assert.Equal("2026-03-01", page.QuerySelector("#Form_LeftOn")!.GetAttribute("value"));
        Assert.Equal(1, (await tracker.StreamAsync(id)).Version);
    }

    [Fact]
    public async Task Two_clerks_at_once_the_second_sees_what_the_first_did_and_keeps_the_typed_text()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        var seenBySecond = await browser.PageAsync(ThePage.Of(id, "answer?ground=disclosed"));
        using var other = tracker.Browser(await tracker.NewAccountAsync([new(TestTracker.Office, Role.DisclosureHead)]));
        await other.FollowAsync(await other.FillInAsync(ThePage.Of(id, "extension"), ("Form.Reason", "样例理由")));

        using var late = await browser.SubmitAsync(
            ThePage.Of(id, "answer?ground=disclosed"), seenBySecond, ("Form.Ground", "disclosed"), ("Form.Statement", "已经写好的话"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await Browsing.PageOfAsync(late);
        Assert.Equal(
            ("没有保存：您打开本页后，测试员已经办理了这件申请", "2026-03-10 09:00，测试员：批准延长答复期限 20 个工作日。"),
            (page.Text(".errors h2"), page.Text(".errors li")));
        Assert.Equal("已经写好的话", page.Text("#Form_Statement"));
        Assert.Equal(2, (await tracker.StreamAsync(id)).Version);

        using var decided = await browser.SubmitAsync(ThePage.Of(id, "answer?ground=disclosed"), page);
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
    }

    [Fact]
    public async Task A_double_click_is_one_act()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        var page = await browser.PageAsync(ThePage.Of(id, "extension"));

        var clicks = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            browser.SubmitAsync(ThePage.Of(id, "extension"), page, ("Form.Reason", "样例理由"))));

        Assert.All(clicks, click => Assert.Equal(HttpStatusCode.Redirect, click.StatusCode));
        Assert.Equal(2, (await tracker.StreamAsync(id)).Version);
    }

    [Theory]
    [InlineData("supplement-notice")]
    [InlineData("supplement")]
    [InlineData("extension")]
    [InlineData("answer?ground=disclosed")]
    [InlineData("withdrawal")]
    public async Task On_a_closed_case_every_act_says_so_and_changes_nothing(string act)
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, "answer?ground=disclosed"), ("Form.Ground", "disclosed")));

        using var response = await browser.FillInAsync(
            ThePage.Of(id, act), ("Form.Ground", "disclosed"), ("Form.Items", "甲"), ("Form.Reason", "甲"), ("Form.Statement", "甲"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("这件申请已于2026年3月10日办结（予以公开），不能再办理。", (await Browsing.PageOfAsync(response)).Text(".errors"));
        Assert.Equal(2, (await tracker.StreamAsync(id)).Version);
    }
}
