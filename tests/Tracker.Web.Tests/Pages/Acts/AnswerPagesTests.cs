using System.Net;
using AngleSharp.Html.Dom;
using Tracker.Domain.Requests;

namespace Tracker.Web.Tests.Pages.Acts;

public sealed class AnswerPagesTests(OneTracker one) : IClassFixture<OneTracker>
{
    public static TheoryData<string> EveryGround => [.. Grounds.All.Except(Grounds.WithoutAnswer).Select(ground => ground.Key)];

    [Fact]
    public async Task Without_a_ground_the_grounds_are_offered_in_a_form_that_needs_no_script()
    {
        using var browser = one.Tracker.Browser();
        var page = await browser.PageAsync(ThePage.Of(await ThePage.RegisterAsync(browser), "answer"));

        var form = page.MainForms().Single(form => form.Method == "get");
        Assert.Equal(
            EveryGround.Select(row => row.Data),
            form.QuerySelectorAll("input[type=radio][name=ground]").Select(choice => choice.GetAttribute("value")!));
        Assert.DoesNotContain(page.MainForms(), other => other.Method == "post");
    }

    [Theory]
    [MemberData(nameof(EveryGround))]
    public async Task With_a_ground_exactly_its_fields_are_asked_for_and_what_is_filled_in_stands_in_the_letter(string key)
    {
        var (tracker, ground) = (one.Tracker, Grounds.Find(key)!);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        var address = ThePage.Of(id, $"answer?ground={key}");
        var page = await browser.PageAsync(address);
        var demanded = AnswerDemands.Of(ground).Select(demand => demand.Field).ToList();
        Assert.Equal(demanded, Enum.GetValues<AnswerField>().Where(field => page.QuerySelector($"[name='Form.{field}']") is not null).OrderBy(demanded.IndexOf));

        var answered = await browser.FollowAsync(await browser.SubmitAsync(
            address, page, [.. demanded.Select(field => ($"Form.{field}", Typed(page, field))), ("Form.DocumentNumber", "")]));

        var stated = (await tracker.StreamAsync(id)).State.Result!.Answer!.Stated;
        Assert.All(demanded, field => Assert.True(stated.States(field)));
        Assert.DoesNotContain("答复应当载明的内容", answered.Text(".marks"));
        var letter = answered.Text("#letter");
        Assert.Contains(ground.Article, letter);
        Assert.All(demanded.Where(field => page.QuerySelector($"textarea[name='Form.{field}']") is not null), field => Assert.Contains($"样例{field}", letter));
        Assert.Equal(ground.Remedy == Remedy.Choice, letter.Contains("〔人民法院〕", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_field_left_empty_is_missing_and_not_refused()
    {
        using var browser = one.Tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);

        var answered = await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(id, "answer?ground=not_existing"), [.. AnswerCases.Search.Where(field => field.Item1 != "Form.SearchRecord")]));

        Assert.Contains("答复应当载明的内容：何人、何处", answered.Text(".marks"));
    }

    [Fact]
    public async Task A_word_that_is_no_choice_and_a_text_too_long_are_refused_at_their_fields()
    {
        using var browser = one.Tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);

        using var refused = await browser.FillInAsync(
            ThePage.Of(id, "answer?ground=third_party_rights"), ("Form.Right", "99"), ("Form.PublicInterest", new string('长', 20_001)), ("Form.Delivery", "7"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await Browsing.PageOfAsync(refused);
        Assert.Equal("填写的内容无法识别，请检查格式。", page.Text("[data-valmsg-for='Form.Right']"));
        Assert.Equal("不能超过 20000 个字。", page.Text("[data-valmsg-for='Form.PublicInterest']"));
        Assert.Equal("填写的内容无法识别，请检查格式。", page.Text("[data-valmsg-for='Form.Delivery']"));
    }

    [Fact]
    public async Task A_draft_goes_its_way_and_the_answer_page_begins_with_its_ground_and_number()
    {
        using var browser = one.Tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        await DoAsync(browser, id, AnswerCases.Drafted);
        var submitted = await DoAsync(browser, id, AnswerCases.Submitted);
        Assert.Contains("送审（2026年3月6日），拟办结果：经检索没有所申请公开信息", submitted.Text("#answer"));
        Assert.DoesNotContain("拟稿", submitted.Text(".acts"));
        Assert.Contains("样例答复稿", (await browser.PageAsync(ThePage.Of(id, "answer-approval"))).Body!.TextContent);
        await DoAsync(browser, id, AnswerCases.Approved);
        await DoAsync(browser, id, ("answer-issue", [("Form.IssuedOn", "2026-03-09"), ("Form.DocumentNumber", "例公复〔2026〕9号")]));

        var page = await browser.PageAsync(ThePage.Of(id, "answer"));

        Assert.Equal("例公复〔2026〕9号", page.QuerySelector("#Form_DocumentNumber")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("[name='Form.SearchedBy']"));
        var anew = page.QuerySelectorAll("a").Single(link => link.TextContent == "改选").GetAttribute("href")!;
        Assert.NotNull((await browser.PageAsync(anew)).QuerySelector("input[name=ground]"));
        await browser.FollowAsync(await browser.SubmitAsync(ThePage.Of(id, "answer"), page));
    }

    [Fact]
    public async Task What_is_withheld_is_told_part_by_part_each_with_its_remedy_and_without_any_part_it_is_missing()
    {
        using var browser = one.Tracker.Browser();
        var bare = await ThePage.RegisterAsync(browser);
        var lacking = await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(bare, "answer?ground=partial"), ("Form.Given", "正文")));
        Assert.Contains("不予提供的部分及其理由", lacking.Text(".marks"));

        var id = await ThePage.RegisterAsync(browser);
        await DoAsync(browser, id, AnswerCases.Withheld);
        var open = await DoAsync(browser, id, ("withheld-part", [("Form.Ground", "not_existing"), ("Form.DecidedOn", "2026-03-06"), ("Form.Part", "样例附图"), ("Form.Reasons", "没有制作")]));
        Assert.Equal(2, open.QuerySelectorAll("#parts a").Length);
        var page = await browser.PageAsync(ThePage.Of(id, "answer?ground=partial"));
        Assert.Contains("第 2 部分（样例附图）经检索没有", page.Text("#parts"));
        Assert.Equal(2, page.QuerySelectorAll(".remedy").Length);
        var before = await browser.PageAsync(ThePage.SectionThree(2026));

        var answered = await browser.FollowAsync(await browser.SubmitAsync(ThePage.Of(id, "answer?ground=partial"), page, ("Form.Given", "正文")));

        Assert.DoesNotContain("不予提供的部分及其理由", answered.Text(".marks"));
        Assert.Contains("如对本答复第 1 部分的决定不服，根据《中华人民共和国行政复议法》第二十三条第一款第四项的规定", answered.Text("#letter"));
        var after = await browser.PageAsync(ThePage.SectionThree(2026));
        Assert.Equal(1, Counted(after, "partial") - Counted(before, "partial"));
        Assert.All(new[] { "refused_third_party", "unable_not_held" }, row => Assert.Equal(Counted(before, row), Counted(after, row)));
    }

    [Fact]
    public async Task A_private_courier_is_pointed_out_and_how_it_left_is_shown()
    {
        using var browser = one.Tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);

        var answered = await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(id, "answer?ground=disclosed"),
            ("Form.Given", "样例文件"), ("Form.Delivery", "Courier"), ("Form.Evidence", "例单1号"), ("Form.GivenForm", "Disc"), ("Form.GivenFormReason", "文件过大")));

        Assert.Contains("应当通过邮政企业寄送", answered.Text(".marks"));
        Assert.Contains("例单1号", answered.Text("#answer"));
        Assert.Contains("光盘等存储介质", answered.Text("#answer"));
    }

    private static async Task<IHtmlDocument> DoAsync(HttpClient browser, Guid id, (string Noun, (string, string)[] Typed) act) =>
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, act.Noun), act.Typed));

    private static int Counted(IHtmlDocument table, string row) =>
        int.Parse(table.Text($"tr[data-row={row}] td:last-child"), System.Globalization.CultureInfo.InvariantCulture);

    private static string Typed(IHtmlDocument page, AnswerField field) => page.QuerySelector($"[name='Form.{field}']") switch
    {
        IHtmlSelectElement select => select.Options[1].Value,
        IHtmlInputElement { ClassName: "day" } => "2026-03-04",
        _ => $"样例{field}",
    };
}
