using System.Net;
using AngleSharp.Html.Dom;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests.Searches;
using Tracker.ReadModels;
using Tracker.ReadModels.Searching;
using Tracker.Web.Accounts;
using Tracker.Web.Tests.Pages.Acts;

namespace Tracker.Web.Tests.Pages;

/// <summary>搜索: one box, whose words no address and no log ever holds.</summary>
public sealed class RegisterSearchTests(OneTracker one) : IClassFixture<OneTracker>
{
    private const string Other = "search-other";

    [Fact]
    public async Task Numbers_names_phones_and_contents_are_found_and_nothing_that_only_shares_their_pairs()
    {
        using var browser = one.Tracker.Browser();
        var number = await RegisterAsync(browser, "样例欧阳子", "000-5555-0001", "请公开北仓桥（二期）工程决算");
        await RegisterAsync(browser, "样例欧阳丑", "000-5555-0002", "桥二期北仓，工程决算");

        foreach (var words in new[]
        {
            number, number[1..], "欧阳子", "样例 欧阳子", "北仓桥二期", "北仓桥（二期）工程", "00055550001", "000-5555-0001", "000 5555 0001", $"{number} 决算", "北仓桥 欧阳子",
        })
        {
            Assert.Equal((words, number), (words, Numbers(await SearchAsync(browser, words))));
        }

        Assert.Equal(2, Numbers(await SearchAsync(browser, "工程决算")).Split(' ').Length);
        foreach (var words in new[] { "仓桥北仓", "欧阳寅", "000-5555-0009", "北仓桥 欧阳丑", "9999-9999" })
        {
            var page = await SearchAsync(browser, words);
            Assert.Equal((words, "", "0", "没有符合条件的申请。"), (words, Numbers(page), page.Text("#total"), page.Text(".empty")));
        }
    }

    [Fact]
    public async Task Words_leave_for_a_token_that_filter_order_and_pages_keep_and_no_log_holds_them()
    {
        using var browser = one.Tracker.Browser();
        var number = await RegisterAsync(browser, "样例诸葛子", "000-5555-0003", "样例旧城水闸图纸");
        var closed = await RegisterAsync(browser, "样例诸葛子", "000-5555-0003", "样例旧城水闸图纸", ("Form.ApplicantKind", "CommercialEnterprise"));

        using var response = await SendAsync(browser, $"{ThePage.Register}?kind=NaturalPerson&sort=Number", "旧城水闸 诸葛");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var address = response.Headers.Location!.ToString();
        Assert.Matches("^[ -~]+$", address);
        Assert.DoesNotContain("%", address);
        Assert.EndsWith("&kind=NaturalPerson&sort=Number", address);
        var page = await browser.PageAsync(address);
        Assert.Equal((number, "旧城水闸 诸葛"), (Numbers(page), ((IHtmlInputElement)page.QuerySelector("#words")!).Value));

        var chips = page.QuerySelectorAll(".chip").ToDictionary(chip => chip.GetAttribute("aria-label")!["去掉条件：".Length..], chip => chip.GetAttribute("href")!);
        Assert.Equal(["搜索：“旧城水闸 诸葛”", "申请人类别：自然人"], chips.Keys);
        Assert.Equal($"{number} {closed}", Numbers(await browser.PageAsync(chips["申请人类别：自然人"])));
        Assert.DoesNotContain("q=", chips["搜索：“旧城水闸 诸葛”"]);
        foreach (var link in page.QuerySelectorAll(".list thead a, nav[aria-label=按期限筛选] a, .export a").Select(link => link.GetAttribute("href")!))
        {
            Assert.Contains("q=", link);
        }

        Assert.NotNull(page.QuerySelector("form[method=get] input[type=hidden][name=q]"));
        Assert.DoesNotContain("水闸", page.QuerySelector("form[method=get]")!.OuterHtml);
        using var cleared = await SendAsync(browser, address, "  ");
        Assert.DoesNotContain("q=", cleared.Headers.Location!.ToString());
        Assert.DoesNotContain("水闸", one.Tracker.Log);
        Assert.DoesNotContain("诸葛", one.Tracker.Log);
    }

    [Theory]
    [InlineData("水", "每个词至少要有 2 个字（数字除外），标点不计。")]
    [InlineData("旧城 闸", "每个词至少要有 2 个字（数字除外），标点不计。")]
    [InlineData("旧城\u0001水闸", "搜索词中有不能识别的字符。")]
    public async Task What_cannot_be_looked_for_is_said_at_its_field(string words, string sentence)
    {
        using var browser = one.Tracker.Browser();
        using var response = await SendAsync(browser, $"{ThePage.Register}?kind=NaturalPerson", words);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await Browsing.PageOfAsync(response);
        Assert.Equal((sentence, "#words"), (page.Text(".errors li"), page.QuerySelector(".errors a")!.GetAttribute("href")));
        Assert.NotNull(page.QuerySelector(".chip[aria-label='去掉条件：申请人类别：自然人']"));
    }

    [Fact]
    public async Task A_token_too_old_forged_of_somebody_else_or_of_another_office_says_so_and_lists_nothing()
    {
        var tracker = one.Tracker;
        await tracker.OpenOfficeAsync(Other, "另一机关");
        using var browser = tracker.Browser();
        var number = await RegisterAsync(browser, "样例公孙子", "000-5555-0004", "样例粮仓名录");
        using var found = await SendAsync(browser, ThePage.Register, "粮仓名录");
        var address = found.Headers.Location!.ToString();
        using var elsewhere = await SendAsync(browser, $"/offices/{Other}/requests", "粮仓名录");
        Assert.Equal("", Numbers(await browser.PageAsync(elsewhere.Headers.Location!.ToString())));
        using var somebody = tracker.Browser(await tracker.NewAccountAsync([new(OfficeRole.EveryOffice, Role.Handler)]));

        await OverAsync(somebody, address);
        await OverAsync(browser, address.Replace(TestTracker.Office, Other));
        await OverAsync(browser, elsewhere.Headers.Location!.ToString().Replace(Other, TestTracker.Office));
        await OverAsync(browser, $"{ThePage.Register}?q=%E6%A0%B7%00x");
        await OverAsync(browser, $"{ThePage.Register}?q={new string('A', 3000)}");
        await OverAsync(browser, address[..^4] + "AAAA");
        Assert.Equal(number, Numbers(await browser.PageAsync(address)));
        var before = tracker.Time.Now;
        tracker.Time.Now = before + TimeSpan.FromHours(4);
        await OverAsync(browser, address);
        tracker.Time.Now = before;
        using var file = await browser.GetAsync(address.Replace("/requests?", "/requests/export?")[..^4] + "AAAA");
        Assert.Equal(HttpStatusCode.Redirect, file.StatusCode);
    }

    [Fact]
    public async Task Script_among_the_words_is_text()
    {
        using var browser = one.Tracker.Browser();
        var page = await SearchAsync(browser, "<script>alert(1)</script>\"'><b>");

        Assert.Null(page.QuerySelector("script:not([src='/tracker.js']), main b"));
        Assert.Equal("<script>alert(1)</script>\"'><b>", ((IHtmlInputElement)page.QuerySelector("#words")!).Value);
    }

    [Fact]
    public async Task What_many_hold_is_found_by_going_through_the_list_to_the_same_end()
    {
        using var browser = one.Tracker.Browser();
        var number = await RegisterAsync(browser, "样例司徒子", "000-5555-0005", "样例轮渡航线审批");
        var book = one.Tracker.Worker;
        var all = CaseSelection.Of(TestTracker.Office, new(), order: null, WorkingCalendar.Embedded, ActCase.Today);
        foreach (var words in new[] { "轮渡航线", "司徒子 轮渡", number, "00055550005", $"轮渡 {number}", "渡轮航线" }.Select(typed => SearchWords.Of(typed)!))
        {
            var few = new CaseSearch(book, new(book));
            var many = new CaseSearch(book, new(book)) { Named = 0 };
            var found = await few.PageAsync(all.In(words), page: 1, default);

            Assert.Equal(words.Typed == "渡轮航线" ? [] : new[] { number }, found.Rows.Select(row => row.Number.Text));
            Assert.Equal(found.Rows.Select(row => row.Id), (await many.PageAsync(all.In(words), page: 1, default)).Rows.Select(row => row.Id));
        }
    }

    [Fact]
    public async Task A_request_whose_key_is_destroyed_is_found_by_its_number_alone_even_where_hashes_were_left()
    {
        using var browser = one.Tracker.Browser();
        var number = await RegisterAsync(browser, "样例端木子", "000-5555-0006", "样例灯塔维护");
        await using (var erase = one.Tracker.Owner.CreateCommand(
            $"delete from data_keys where stream_id = (select id from case_rows where tenant_id = '{TestTracker.Office}' and number = '{number}')"))
        {
            Assert.Equal(1, await erase.ExecuteNonQueryAsync());
        }

        Assert.Equal("", Numbers(await SearchAsync(browser, "灯塔维护")));
        Assert.Equal("", Numbers(await SearchAsync(browser, "端木子")));
        Assert.Equal(number, Numbers(await SearchAsync(browser, number)));
    }

    private static async Task OverAsync(HttpClient browser, string address)
    {
        var page = await browser.PageAsync(address);
        Assert.Equal((address, "搜索已过期，请重新输入。", ""), (address, page.Text(".notice[role=alert]"), Numbers(page)));
        Assert.Null(page.QuerySelector("#total"));
    }

    private static async Task<string> RegisterAsync(
        HttpClient browser, string name, string contact, string content, params (string, string)[] typed)
    {
        var id = await ThePage.RegisterAsync(
            browser, [("Form.ApplicantName", name), ("Form.Contact", contact), ("Form.Content", content), .. typed]);
        var title = (await browser.PageAsync(ThePage.Of(id))).Text("h1");
        return System.Text.RegularExpressions.Regex.Match(title, "2026-[0-9]+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string address, string words)
    {
        var page = await browser.PageAsync(address);
        var form = page.MainForms().Single(form => form.Method == "post");
        return await browser.SubmitAsync(form.GetAttribute("action")!, page, ("words", words));
    }

    private static async Task<IHtmlDocument> SearchAsync(HttpClient browser, string words)
    {
        using var response = await SendAsync(browser, ThePage.Register, words);
        return await browser.FollowAsync(response);
    }

    private static string Numbers(IHtmlDocument page) =>
        string.Join(' ', page.QuerySelectorAll(".list tbody th a").Select(link => link.TextContent.Trim()).Order(StringComparer.Ordinal));
}
