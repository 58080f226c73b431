using System.Net;
using Tracker.Domain.Requests;
using Tracker.Tests;

namespace Tracker.Web.Tests.Pages.Acts;

public sealed class ConsultationPagesTests(PrivateClusterFixture cluster)
{
    private static readonly (string, string)[] ThirdParty = [("Form.Kind", "ThirdParty"), ("Form.Party", "样例乙"), ("Form.SentOn", "2026-03-04")];

    [Fact]
    public async Task Old_and_new_due_date_are_shown_before_it_is_saved()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        var address = ThePage.Of(id, "consultation");

        using var preview = await browser.FillInAsync(address + "?handler=Preview", ("Form.Kind", "OtherAgency"), ("Form.SentOn", "2026-03-04"));
        var effect = (await Browsing.PageOfAsync(preview)).Text(".effect");

        Assert.Contains("2026年3月30日", effect);
        Assert.Contains("→ 暂停计算", effect);
        Assert.Equal(1, (await tracker.StreamAsync(id)).Version);
    }

    [Fact]
    public async Task A_second_party_of_one_day_is_asked_about_and_then_taken()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        var address = ThePage.Of(id, "consultation");
        await browser.FollowAsync(await browser.FillInAsync(address, ThirdParty));

        using var again = await browser.FillInAsync(address, ThirdParty);
        var page = await Browsing.PageOfAsync(again);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("2026年3月4日已经登记过征求第三方意见；如果是同日征求的另一方，请勾选“同日征求的另一方”。", page.Text(".errors"));
        Assert.NotNull(page.QuerySelector("input[name='Form.IsAnotherParty'][type=checkbox]"));

        await browser.FollowAsync(await browser.SubmitAsync(address, page, ("Form.IsAnotherParty", "true")));
        Assert.Equal([1, 2], (await tracker.StreamAsync(id)).State.Consultations.Select(asked => asked.Number));
    }

    [Fact]
    public async Task The_case_shows_each_with_its_name_opened_and_proposes_what_a_person_decides()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser, ("Form.FiledOn", "2026-01-08"));
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, "consultation"), [.. ThirdParty, ("Form.SentOn", "2026-01-13")]));

        var page = await browser.PageAsync(ThePage.Of(id));

        Assert.Contains("第 1 次：第三方（样例乙），2026年1月13日发出，提出意见的期限至2026年2月3日。", page.Body!.TextContent);
        var proposal = page.QuerySelector("[aria-label=系统提议] a")!;
        Assert.Contains("第 1 次征求意见的期限已于2026年2月3日届满，可以认定逾期未提出意见。", page.Text("[aria-label=系统提议]"));
        await browser.FollowAsync(await browser.FillInAsync(proposal.GetAttribute("href")!));
        Assert.IsType<ConsultationLapsed>((await tracker.StreamAsync(id)).Events[^1].Event);
        Assert.Null((await browser.PageAsync(ThePage.Of(id))).QuerySelector("[aria-label=系统提议]"));
    }

    [Fact]
    public async Task An_answer_while_somebody_is_still_asked_is_pointed_out_and_not_refused()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, "consultation"), ThirdParty));

        var page = await browser.PageAsync(ThePage.Of(id, "answer?ground=third_party_rights"));

        Assert.Contains("还有 1 次征求意见没有结果", page.Body!.TextContent);
        await browser.FollowAsync(await browser.SubmitAsync(ThePage.Of(id, "answer?ground=third_party_rights"), page, ("Form.Ground", "third_party_rights")));
    }

    [Fact]
    public async Task A_party_s_name_stands_sealed_in_the_book()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, "consultation"), [.. ThirdParty, ("Form.Party", "样例秘密乙")]));

        await using var command = tracker.Owner.CreateCommand("select string_agg(data::text, ' ') from mt_events");
        Assert.DoesNotContain("样例秘密乙", (string?)await command.ExecuteScalarAsync());
        Assert.DoesNotContain("样例秘密乙", tracker.Log);
    }
}
