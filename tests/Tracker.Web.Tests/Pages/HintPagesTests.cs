using AngleSharp.Html.Dom;
using Tracker.Tests;
using Tracker.Web.Tests.Commands;

namespace Tracker.Web.Tests.Pages;

/// <summary>提示 on the case page, which a clerk sees right after registering.</summary>
public sealed class HintPagesTests(PrivateClusterFixture cluster)
{
    private const string Content = "请公开某某街道2025年度财政预算执行情况的报告全文";
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Fact]
    public async Task Right_after_registering_an_answered_request_for_the_same_is_shown_with_its_article()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        var earlier = await RegisterAsync(browser, "样例甲", Content, "2026-02-02");
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(earlier, "answer?ground=disclosed"), ("Form.Ground", "disclosed"), ("Form.LeftOn", "2026-02-20"), ("Form.Statement", "随函附上")));

        var page = await browser.FollowAsync(await browser.FillInAsync(
            ThePage.New, [.. ThePage.WalkIn, ("Form.ApplicantName", "样　例 甲"), ("Form.Content", "请公开：某某街道２０２５年度财政预算执行情况的报告（全文）")]));

        Assert.Contains("可能属于重复申请：2026年2月20日已就该申请人的相同申请作出答复", page.Text(".hints"));
        Assert.Contains("条例第三十六条第六项", page.Text(".hints"));
        Assert.Equal("2026-0001", page.Text($".hints a[href='{ThePage.Of(earlier)}']"));
        Assert.Null((await browser.PageAsync(ThePage.Of(earlier))).QuerySelector(".hints")); // the earlier one repeats nothing
    }

    [Fact]
    public async Task The_requests_of_the_month_are_counted_and_stand_in_the_fee_notice()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        await RegisterAsync(browser, "样例甲", "二月的", "2026-02-27");
        var last = Guid.Empty;
        for (var place = 1; place <= 11; place++)
        {
            last = await RegisterAsync(browser, "样例甲", $"第 {place} 项信息，共同的只有这几个字");
            await RegisterAsync(browser, $"样例乙{place}", "别的信息");
        }

        var hint = (await browser.PageAsync(ThePage.Of(last))).Text(".hints");
        var notice = await browser.PageAsync(ThePage.Of(last, "fee-notice"));

        Assert.Contains("该申请人 2026年3月的申请共 11 件（含本件），已进入按件计收第 11 件起每件 100 元的档次。", hint);
        Assert.Contains("国办函〔2020〕109号", hint);
        Assert.Equal(("11", "11"), (Value(notice, "Form.Count"), Value(notice, "Form.RequestsInMonth")));
        Assert.StartsWith("共 100 元：", notice.Text("[aria-label=收费金额]"));

        using var unexplained = await browser.SubmitAsync(ThePage.Of(last, "fee-notice"), notice, ("Form.Count", "12"));
        Assert.Contains("计收 12 件与当月申请 11 件不同，请写明理由。", (await Browsing.PageOfAsync(unexplained)).Text(".errors"));
        await browser.FollowAsync(await browser.SubmitAsync(ThePage.Of(last, "fee-notice"), notice, ("Form.Count", "12"), ("Form.CountReason", "一件要求两项信息")));
    }

    [Fact]
    public async Task Several_applicants_who_ask_for_the_same_are_listed_for_publishing_and_only_within_the_office()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        await tracker.OpenOfficeAsync("other-office", "另一机关");
        using var browser = tracker.Browser();
        var (first, second) = (await RegisterAsync(browser, "样例甲", Content), await RegisterAsync(browser, "样例乙", Content));
        using var elsewhere = await browser.FillInAsync(
            "/offices/other-office/requests/new", [.. ThePage.WalkIn, ("Form.ApplicantName", "样例丙"), ("Form.Content", Content)]);

        var page = await browser.PageAsync(ThePage.Of(second));
        Assert.Contains("可以纳入主动公开的范围", page.Text(".hints"));
        Assert.Contains("条例第四十四条", page.Text(".hints"));
        Assert.Equal([ThePage.Of(first)], page.QuerySelectorAll(".hints a").Select(link => link.GetAttribute("href")));
        Assert.Null((await browser.PageAsync(elsewhere.Headers.Location!.ToString())).QuerySelector(".hints"));

        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(first, "voiding"), ("Form.Reason", "重复登记")));
        Assert.Null((await browser.PageAsync(ThePage.Of(second))).QuerySelector(".hints"));
    }

    [Fact]
    public async Task An_erased_case_is_hinted_at_no_more_and_an_imported_one_is()
    {
        const string Office = TestTracker.Office;
        var cli = await Cli.NewAsync(cluster);
        await cli.SucceedAsync("office", "add", Office, "样例机关");
        await cli.SucceedAsync("import-register", cli.File("register.csv", $"登记编号,申请方式,提交日期,申请人类别,申请人,联系方式,申请内容,办理结果,答复日期\n旧1,当面,2026-01-05,自然人,样例甲,000-0000-0001,{Content},予以公开,2026-01-15\n"), "--office", Office);
        await using (var tracker = await TestTracker.OverAsync(cli, Today))
        using (var browser = tracker.Browser())
        {
            Assert.Contains("旧1", (await browser.PageAsync(ThePage.Of(await RegisterAsync(browser, "样例甲", Content)))).Text(".hints"));
        }

        await cli.SucceedAsync("erase", "旧1", "--office", Office, "--yes");
        Assert.Contains("1 个机关、2 件申请", await cli.SucceedAsync("reindex", "--office", Office));
        Assert.Contains("1 个机关、2 件申请", await cli.SucceedAsync("reindex"));
        Assert.Equal(1, (await cli.RunAsync("reindex", "--office", "nowhere")).ExitCode);
        Assert.Contains("核验无误", await cli.SucceedAsync("verify"));
        await using (var tracker = await TestTracker.OverAsync(cli, Today))
        using (var browser = tracker.Browser())
        {
            var page = await browser.PageAsync(ThePage.Of(await RegisterAsync(browser, "样例甲", Content)));
            Assert.DoesNotContain("旧1", page.Text(".hints"));
            Assert.DoesNotContain("重复申请", page.Text(".hints"));
        }
    }

    private static string? Value(IHtmlDocument page, string name) => page.QuerySelector($"[name='{name}']")?.GetAttribute("value");

    private static Task<Guid> RegisterAsync(HttpClient browser, string name, string content, string on = "2026-03-02") =>
        ThePage.RegisterAsync(browser, ("Form.ApplicantName", name), ("Form.Content", content), ("Form.FiledOn", on));
}
