using System.Net;
using System.Text.RegularExpressions;
using Tracker.Web.Pages;
using Tracker.Web.Pages.Offices.RecordCorrections;
using Tracker.Web.Tests.Pages.Acts;
using Tracker.Web.Wording.Help;

namespace Tracker.Web.Tests.Pages;

/// <summary>帮助: one page for each task, and from each act to its own.</summary>
public sealed partial class HelpPagesTests(OneTracker one) : IClassFixture<OneTracker>
{
    private const string Digits = "零一二三四五六七八九";

    public static TheoryData<string> Topics => [.. HelpTopics.All.Select(topic => topic.Key)];

    public static TheoryData<Type> Acts =>
    [
        .. typeof(CaseActPage).Assembly.GetTypes().Where(type => !type.IsAbstract
            && (type.IsSubclassOf(typeof(CaseActPage)) || type.IsSubclassOf(typeof(CorrectionActPage)))),
    ];

    [Theory]
    [MemberData(nameof(Topics))]
    public async Task It_opens_from_the_list_and_leads_to_its_neighbours(string key)
    {
        using var browser = one.Tracker.Browser();
        var topic = HelpTopics.Find(key)!;

        var list = await browser.PageAsync(Addresses.Help);
        var page = await browser.PageAsync(Addresses.HelpOn(topic));

        Assert.Equal(topic.Title, list.Text($".topics a[href='{Addresses.HelpOn(topic)}']"));
        Assert.Equal(topic.Title, page.Text("h1"));
        Assert.Equal(topic.Steps, page.QuerySelectorAll(".help-topic ol li").Select(step => step.TextContent));
        Assert.True(topic.Steps.Length is > 2 and < 8, "short");
        Assert.Equal(
            topic.Beside.Select(beside => Addresses.HelpOn(HelpTopics.Find(beside)!)),
            page.QuerySelectorAll(".beside a").Select(link => link.GetAttribute("href")));
        Assert.DoesNotContain(key, topic.Beside);
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public async Task Every_article_it_cites_is_one_of_the_fifty_six(string key)
    {
        using var browser = one.Tracker.Browser();
        var text = (await browser.PageAsync(Addresses.HelpOn(HelpTopics.Find(key)!))).Text("main");

        var cited = Cited().Matches(text).SelectMany(match => Article().Matches(match.Value)).Select(match => Number(match.Groups["number"].Value)).ToList();

        Assert.All(cited, article => Assert.InRange(article, 1, 56));
        Assert.Equal(key == "keyboard", cited.Count == 0);
        Assert.DoesNotMatch("第[0-9]+条", text); // so that none is overlooked
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public void Every_act_has_its_topic(Type act) => Assert.Contains(HelpOfAct.Of(act), HelpTopics.All);

    [Fact]
    public async Task The_page_of_an_act_and_the_bar_lead_to_it()
    {
        using var browser = one.Tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);

        foreach (var (act, topic) in new[] { ("supplement-notice", "supplement"), ("extension-proposal", "extension"), ("answer-draft", "approval"), ("withdrawal", "ending"), ("document", "documents") })
        {
            var page = await browser.PageAsync(ThePage.Of(id, act));
            Assert.Equal($"/help/{topic}", page.QuerySelector(".crumb .help")!.GetAttribute("href"));
            Assert.Equal("/help", page.QuerySelector("header a[data-key='g h']")!.GetAttribute("href"));
        }
    }

    [Theory]
    [InlineData("/help/nothing")]
    [InlineData("/help/Answer")]
    [InlineData("/help/answer/more")]
    public async Task What_is_no_topic_is_not_found(string address)
    {
        using var browser = one.Tracker.Browser();

        using var response = await browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public void Keys_are_given_once() => Assert.Equal(HelpTopics.All.Length, HelpTopics.All.Select(topic => topic.Key).Distinct().Count());

    /// <summary>五十六: 56.</summary>
    private static int Number(string numeral) => numeral.Split('十') switch
    {
        [var ones] => Digits.IndexOf(ones, StringComparison.Ordinal),
        [var tens, var ones] => (tens.Length == 0 ? 1 : Digits.IndexOf(tens, StringComparison.Ordinal)) * 10 + (ones.Length == 0 ? 0 : Digits.IndexOf(ones, StringComparison.Ordinal)),
        _ => 0,
    };

    [GeneratedRegex("条例(?:第[一二三四五六七八九十百零]+条[至、和]?)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cited();

    [GeneratedRegex("第(?<number>[一二三四五六七八九十百零]+)条", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Article();
}
