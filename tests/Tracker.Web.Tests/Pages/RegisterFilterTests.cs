using System.Net;
using AngleSharp.Html.Dom;

namespace Tracker.Web.Tests.Pages;

/// <summary>台账: filters and orders are addresses one can send.</summary>
public sealed class RegisterFilterTests(ThreeCases three) : IClassFixture<ThreeCases>
{
    [Theory]
    [InlineData("kind=NaturalPerson", "申请人类别：自然人", "2026-0003 2026-0001")]
    [InlineData("kind=CommercialEnterprise&channel=InPerson", "申请人类别：商业企业|申请方式：当面", "2026-0002")]
    [InlineData("channel=Fax", "申请方式：传真", "")]
    [InlineData("ground=disclosed", "办理结果：予以公开", "2026-0001")]
    [InlineData("unit=%E6%A0%B7%E4%BE%8B%E4%B8%80%E7%A7%91", "承办单位：样例一科", "2026-0002")]
    [InlineData("received=2026", "收到年份：2026", "2026-0003 2026-0002 2026-0001")]
    [InlineData("received=2025", "收到年份：2025", "")]
    [InlineData("state=Open", "状态：在办", "2026-0002 2026-0003")]
    [InlineData("state=Ended&channel=InPerson", "状态：办结|申请方式：当面", "2026-0001")]
    [InlineData("state=Voided", "状态：作废", "")]
    [InlineData("missing=true", "数据不完整的申请件", "2026-0003")]
    [InlineData("waits=Signature", "等待：待签收", "2026-0002")]
    [InlineData("due=Closed&number=0001", "登记编号含“0001”|期限：已办结", "2026-0001")]
    [InlineData("sort=Number", "", "2026-0001 2026-0002 2026-0003")]
    [InlineData("sort=Due&down=true", "", "2026-0003 2026-0002 2026-0001")]
    public async Task A_filter_shows_its_cases_and_says_what_it_is(string query, string chips, string numbers)
    {
        using var browser = three.Tracker.Browser();

        var page = await browser.PageAsync($"{ThePage.Register}?{query}");

        Assert.Equal(numbers, Numbers(page));
        Assert.Equal(chips, string.Join('|', Chips(page).Select(chip => chip.GetAttribute("aria-label")!["去掉条件：".Length..])));
        foreach (var chip in Chips(page))
        {
            Assert.Equal(Chips(page).Count - 1, Chips(await browser.PageAsync(chip.GetAttribute("href")!)).Count);
        }
    }

    [Theory]
    [InlineData("state=Forgotten")]
    [InlineData("due=Someday")]
    [InlineData("waits=Godot")]
    [InlineData("waits=99")]
    [InlineData("idle=x")]
    [InlineData("ground=sold")]
    [InlineData("kind=Robot")]
    [InlineData("channel=Pigeon")]
    [InlineData("received=1899")]
    [InlineData("received=x")]
    [InlineData("unit=%00")]
    [InlineData("missing=perhaps")]
    [InlineData("sort=ApplicantName")]
    [InlineData("sort=Contact&down=true")]
    public async Task What_no_filter_and_no_order_is_called_is_not_found(string query)
    {
        using var browser = three.Tracker.Browser();

        using var response = await browser.GetAsync($"{ThePage.Register}?{query}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Headings_sort_both_ways_keep_the_filter_and_say_which_way()
    {
        using var browser = three.Tracker.Browser();

        var page = await browser.PageAsync($"{ThePage.Register}?kind=NaturalPerson");
        Assert.Equal("descending", Heading(page, "收到之日").ParentElement!.GetAttribute("aria-sort"));
        var up = await browser.PageAsync(Heading(page, "登记编号").GetAttribute("href")!);
        Assert.Equal(("2026-0001 2026-0003", "ascending"), (Numbers(up), Heading(up, "登记编号").ParentElement!.GetAttribute("aria-sort")));
        var down = await browser.PageAsync(Heading(up, "登记编号").GetAttribute("href")!);
        Assert.Equal(("2026-0003 2026-0001", "descending"), (Numbers(down), Heading(down, "登记编号").ParentElement!.GetAttribute("aria-sort")));
        Assert.Null(Heading(down, "收到之日").ParentElement!.GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task The_form_keeps_what_is_chosen_and_every_field_has_its_label()
    {
        using var browser = three.Tracker.Browser();

        var page = await browser.PageAsync($"{ThePage.Register}?due=Calm&kind=NaturalPerson&missing=true&sort=Due&down=true&unit={Uri.EscapeDataString("样例一科")}");
        var form = page.MainForms().Single(form => form.Method == "get");
        var sent = string.Join('&', form.Elements.Select(element => element switch
        {
            IHtmlInputElement { Type: "checkbox", IsChecked: false } => "",
            IHtmlInputElement { Name: { Length: > 0 } name, Value: { Length: > 0 } value } => $"{name}={value}",
            IHtmlSelectElement { Name: { Length: > 0 } name, Value: { Length: > 0 } value } => $"{name}={value}",
            _ => "",
        }).Where(part => part.Length > 0));

        Assert.Equal("kind=NaturalPerson&unit=样例一科&missing=true&due=Calm&sort=Due&down=true", sent);
        Assert.All(
            form.QuerySelectorAll("input:not([type=hidden]), select"),
            field => Assert.True(field.Closest("label") is not null || form.QuerySelector($"label[for='{field.Id}']") is not null, field.OuterHtml));
    }

    private static string Numbers(IHtmlDocument page) =>
        string.Join(' ', page.QuerySelectorAll(".list tbody th a").Select(link => link.TextContent.Trim()));

    private static List<AngleSharp.Dom.IElement> Chips(IHtmlDocument page) => [.. page.QuerySelectorAll("nav[aria-label=已选条件] .chip")];

    private static AngleSharp.Dom.IElement Heading(IHtmlDocument page, string label) =>
        page.QuerySelectorAll(".list thead a").Single(link => link.TextContent == label);
}
