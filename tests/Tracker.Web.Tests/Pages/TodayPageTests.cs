using System.Net;
using AngleSharp.Html.Dom;
using Tracker.Tests;
using Tracker.Web.Accounts;
using Tracker.Web.Tests.Pages.Acts;

namespace Tracker.Web.Tests.Pages;

/// <summary>今日待办: what it says, to whom, and that each count is the list behind it.</summary>
public sealed class TodayPageTests(PrivateClusterFixture cluster)
{
    private const string OtherOffice = "other-office";
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly string Address = $"/offices/{TestTracker.Office}/today";

    [Fact]
    public async Task Each_case_stands_where_it_belongs_with_its_days_its_state_and_its_next_act()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        var late = await ThePage.RegisterAsync(browser, ("Form.FiledOn", "2026-01-26"));
        var waiting = await ThePage.RegisterAsync(browser);
        await DoAsync(browser, waiting, "supplement-notice", ("Form.IssuedOn", "2026-03-05"), ("Form.PeriodEndsOn", "2026-03-26"), ("Form.Items", "样例事项"));
        var submitted = await ThePage.RegisterAsync(browser);
        await DoAsync(browser, submitted, AnswerCases.Drafted.Noun, AnswerCases.Drafted.Typed);
        await DoAsync(browser, submitted, AnswerCases.Submitted.Noun, AnswerCases.Submitted.Typed);

        var page = await browser.PageAsync(Address);

        Assert.Equal("2026年3月10日", page.Text("h1 + .hint"));
        Assert.Contains("已逾期", page.Text("#part-Late"));
        Assert.Matches("^2026-0001 已逾期[0-9]+个工作日 办理中 拟稿$", Line(page, "Late", late));
        Assert.Equal("2026-0002 待补正（期限停止计算） 待补正 登记收到补正", Line(page, "Stopped", waiting));
        Assert.Equal("2026-0003 剩余14个工作日 待审批答复 审批答复", Line(page, "Mine", submitted));
        Assert.Contains("满 7 个工作日未办理（自2026年1月26日）", Line(page, "Idle", late));
        Assert.Equal(ThePage.Of(waiting, "supplement"), page.QuerySelector("[aria-labelledby=part-Stopped] .act")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("#part-Today"));
    }

    [Fact]
    public async Task Every_count_is_that_of_the_list_behind_it_and_no_other_office_is_in_either()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        await tracker.OpenOfficeAsync(OtherOffice, "另一机关");
        using var browser = tracker.Browser();
        foreach (var filed in new[] { "2026-01-26", "2026-02-02", "2026-02-03", "2026-02-04", "2026-03-02" })
        {
            await ThePage.RegisterAsync(browser, ("Form.FiledOn", filed));
            using var elsewhere = await browser.FillInAsync($"/offices/{OtherOffice}/requests/new", [.. ThePage.WalkIn, ("Form.FiledOn", filed)]);
        }

        var assigned = await ThePage.RegisterAsync(browser);
        await DoAsync(browser, assigned, "assignment", ("Form.AssignedOn", "2026-03-03"), ("Form.Unit", "样例一科"));

        var page = await browser.PageAsync(Address);
        var counted = 0;
        foreach (var chip in page.QuerySelectorAll(".chips .chip"))
        {
            var list = await browser.PageAsync(chip.GetAttribute("href")!);
            Assert.Equal((chip.TextContent, chip.QuerySelector("strong")!.TextContent), (chip.TextContent, list.Text("#total")));
            Assert.All(list.QuerySelectorAll(".list tbody a"), link => Assert.StartsWith($"/offices/{TestTracker.Office}/", link.GetAttribute("href")));
            counted += int.Parse(list.Text("#total"), System.Globalization.CultureInfo.InvariantCulture);
        }

        Assert.True(counted >= 6, $"{counted}");
        Assert.All(page.QuerySelectorAll(".desk a"), link => Assert.StartsWith($"/offices/{TestTracker.Office}/", link.GetAttribute("href")));
    }

    [Theory]
    [InlineData(Role.Signatory, "待批准延期、待审批答复", "审批答复")]
    [InlineData(Role.Handler, "待签收、待印发、已印发未寄出", null)]
    [InlineData(Role.Supervisor, "", null)]
    public async Task A_role_sees_what_waits_for_it_and_the_acts_it_may_do(Role role, string chips, string? act)
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var everybody = tracker.Browser();
        var id = await ThePage.RegisterAsync(everybody, ("Form.FiledOn", "2026-01-26"));
        await DoAsync(everybody, id, AnswerCases.Drafted.Noun, AnswerCases.Drafted.Typed);
        await DoAsync(everybody, id, AnswerCases.Submitted.Noun, AnswerCases.Submitted.Typed);
        using var browser = tracker.Browser(await tracker.NewAccountAsync([new(TestTracker.Office, role)]));

        var page = await browser.PageAsync(Address);

        string[] inside = ["待批准延期", "待签收", "待审批答复", "待印发", "已印发未寄出"];
        var shown = page.QuerySelectorAll(".chips .chip").Select(chip => chip.TextContent.Split(' ')[0]).Where(inside.Contains);
        Assert.Equal(chips, string.Join("、", shown));
        Assert.Equal(act is not null, page.QuerySelector("#part-Mine") is not null);
        Assert.Equal(
            act ?? (role == Role.Supervisor ? "" : "登记答复"),
            page.Text(act is not null ? "[aria-labelledby=part-Mine] .act" : "[aria-labelledby=part-Late] .act"));
    }

    [Fact]
    public async Task The_home_page_and_the_menu_lead_there_and_an_unknown_office_is_not_found()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();

        Assert.Equal(TestTracker.OfficeName, (await browser.PageAsync("/")).Text($".offices h2 a[href='{Address}']"));
        var page = await browser.PageAsync(Address);
        Assert.Equal("今日待办", page.Text("nav[aria-label=主菜单] a"));
        Assert.Equal("今天没有待办的申请。", page.Text(".empty"));
        using var unknown = await browser.GetAsync("/offices/nowhere/today");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static async Task DoAsync(HttpClient browser, Guid id, string act, params (string, string)[] typed) =>
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, act), typed));

    /// <summary>A case's line in a part, its pieces one space apart.</summary>
    private static string Line(IHtmlDocument page, string part, Guid id) => string.Join(' ', page
        .QuerySelectorAll($"[aria-labelledby=part-{part}] li").Single(line => line.QuerySelector($"a[href='{ThePage.Of(id)}']") is not null)
        .Children.Select(piece => piece.TextContent.Trim()));
}
