using System.Net;
using AngleSharp.Html.Dom;
using Npgsql;
using Tracker.EventStore;
using Tracker.Web.Accounts;
using Tracker.Web.Tests.Pages.Acts;

namespace Tracker.Web.Tests.Pages;

/// <summary>常用筛选: kept under a name, for one person in one office.</summary>
public sealed class SavedFilterTests(OneTracker one) : IClassFixture<OneTracker>
{
    private const string Other = "saved-other";
    private const string Query = "?kind=NaturalPerson&missing=true&sort=Number";

    private static string Page => $"/offices/{TestTracker.Office}/saved-filters";

    [Fact]
    public async Task A_filter_is_kept_shown_on_the_register_and_removed_and_nobody_else_sees_it()
    {
        var tracker = one.Tracker;
        await tracker.OpenOfficeAsync(Other, "另一机关");
        var account = await tracker.NewAccountAsync([new(OfficeRole.EveryOffice, Role.Supervisor)]);
        using var browser = tracker.Browser(account);
        using var found = await browser.SubmitAsync(
            $"{ThePage.Register}{Query}", await browser.PageAsync(ThePage.Register), ("words", "样例申请"));
        var register = await browser.PageAsync($"{found.Headers.Location}&number=%E6%A0%B7%E4%BE%8B");
        var save = register.QuerySelectorAll("nav[aria-label=常用筛选] a").Single(link => link.TextContent == "保存当前筛选").GetAttribute("href")!;
        Assert.Equal(Page + Query, save); // neither the words nor the number

        var page = await browser.PageAsync(save);
        Assert.Contains("申请人类别：自然人；数据不完整的申请件；按登记编号从前到后", page.Text("main"));
        using var saved = await SaveAsync(browser, save, "<b>缺项</b>");
        Assert.Equal(ThePage.Register + Query, saved.Headers.Location!.ToString());
        register = await browser.FollowAsync(saved);
        Assert.Equal("已保存常用筛选“<b>缺项</b>”。", register.Text(".banner"));
        Assert.Equal(ThePage.Register + Query, Links(register)["<b>缺项</b>"]);

        using var somebody = tracker.Browser();
        Assert.DoesNotContain("缺项", (await somebody.PageAsync(ThePage.Register)).Body!.TextContent);
        Assert.DoesNotContain("缺项", (await browser.PageAsync($"/offices/{Other}/requests")).Body!.TextContent);
        Assert.Equal((1L, 0L, 0L), (await CountAsync(TestTracker.Office), await CountAsync(Other), await CountAsync("")));

        using var others = await somebody.SubmitAsync($"{Page}?handler=Remove", await browser.PageAsync(ThePage.Register), ("name", "<b>缺项</b>"));
        Assert.Equal(1, await CountAsync(TestTracker.Office));
        using var removed = await browser.SubmitAsync($"{Page}?handler=Remove", await browser.PageAsync(Page));
        Assert.Equal("已删除常用筛选“<b>缺项</b>”。", (await browser.FollowAsync(removed)).Text(".banner"));
        Assert.Equal(0, await CountAsync(TestTracker.Office));
    }

    [Fact]
    public async Task What_cannot_be_kept_is_said()
    {
        var account = await one.Tracker.NewAccountAsync([new(TestTracker.Office, Role.Registrar)]);
        using var browser = one.Tracker.Browser(account);
        await RefusedAsync("", "请填写名称。");
        await RefusedAsync(new string('长', 21), "名称不能超过 20 个字。");
        for (var place = 1; place <= 20; place++)
        {
            using var saved = await SaveAsync(browser, $"{Page}{Query}", $"第 {place} 个");
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        }

        await RefusedAsync("第 1 个", "已经有这个名称的常用筛选，请换一个名称，或者先删除原来的。");
        await RefusedAsync("第 21 个", "每人最多保存 20 个常用筛选，请先删除不用的。");
        using var nothing = await browser.SubmitAsync(Page, await browser.PageAsync(ThePage.Register), ("Form.Name", "甲"));
        Assert.Contains("请先在台账中选好筛选条件，再保存为常用筛选。", (await Browsing.PageOfAsync(nothing)).Text(".errors"));
        using var wrong = await browser.SubmitAsync($"{Page}?kind=Robot", await browser.PageAsync(ThePage.Register), ("Form.Name", "甲"));
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);

        async Task RefusedAsync(string name, string sentence)
        {
            using var response = await SaveAsync(browser, $"{Page}{Query}", name);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
            Assert.Contains(sentence, (await Browsing.PageOfAsync(response)).Text(".errors"));
        }
    }

    /// <summary>Sends the form that saves; the page has others, to remove.</summary>
    private static async Task<HttpResponseMessage> SaveAsync(HttpClient browser, string address, string name)
    {
        var page = await browser.PageAsync(address);
        foreach (var form in page.MainForms().Where(form => form.QuerySelector("[name='Form.Name']") is null))
        {
            form.Remove();
        }

        return await browser.SubmitAsync(page.MainForms().Single().GetAttribute("action")!, page, ("Form.Name", name));
    }

    private static Dictionary<string, string> Links(IHtmlDocument page) =>
        page.QuerySelectorAll("nav[aria-label=常用筛选] a").ToDictionary(link => link.TextContent, link => link.GetAttribute("href")!);

    /// <summary>What row-level security shows the pages while they name an office.</summary>
    private async Task<long> CountAsync(string office)
    {
        await using var connection = await one.Tracker.Owner.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new("set local role tracker_web"), Book.ForOffice(office), new("select count(*) from saved_filters where name like '<b>%'") },
        };
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        return reader.GetInt64(0);
    }
}
