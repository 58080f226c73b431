using System.Net;
using Tracker.Domain.Requests;
using Tracker.Tests;

namespace Tracker.Web.Tests.Pages.Acts;

public sealed class ApplicantPagesTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task What_article_29_asks_of_an_application_is_logged_shown_and_sealed()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(
            browser,
            ("Form.WrittenDownFor", "true"),
            ("Form.IdentityNumber", "样例号码"),
            ("Form.WantedForm", "Disc"),
            ("Form.WantedDelivery", "样例地址"));

        var page = (await browser.PageAsync(ThePage.Of(id))).Text(".facts");
        var received = (await tracker.StreamAsync(id)).State.Registration!;

        Assert.Contains("当面，口头申请，由工作机构代为填写（条例第二十九条）", page);
        Assert.Contains("＊＊＊＊", page);
        Assert.DoesNotContain("样例号码", page);
        Assert.Contains("光盘等存储介质", page);
        Assert.Contains("样例地址", page);
        Assert.Equal((true, InformationForm.Disc), (received.WrittenDownFor, received.WantedForm));
        Assert.Equal("***", received.IdentityNumber!.ToString());
    }

    [Fact]
    public async Task A_number_that_contradicts_the_applicant_s_kind_or_itself_is_pointed_out_and_not_refused()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();

        var id = await ThePage.RegisterAsync(browser, ("Form.IdentityNumber", "Y00000000000000001"));
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(id, "identity-proof"), ("Form.ReceivedOn", "2026-03-04"), ("Form.Document", "IdentityCard"), ("Form.Number", "000000190001010008")));
        var page = (await browser.PageAsync(ThePage.Of(id))).Text(".hints");

        Assert.Contains("这是统一社会信用代码，而申请人类别是自然人，请核对。", page);
        Assert.Contains("号码的校验码或者其中的出生日期有误，请核对。", page);
    }

    [Fact]
    public async Task An_oral_request_is_none_where_another_channel_was_chosen_after_all()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();

        var id = await ThePage.RegisterAsync(browser, ("Form.WrittenDownFor", "true"), ("Form.Channel", "Online"));

        Assert.Null((await tracker.StreamAsync(id)).State.Registration!.WrittenDownFor);
    }

    [Fact]
    public async Task The_case_shows_agent_joint_applicants_proofs_and_the_form_wanted_last()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser, ("Form.WantedForm", "Paper"));
        foreach (var act in ApplicantCases.All.Where(act => act.Before.Length == 0))
        {
            await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, act.Noun), act.Typed));
        }

        var page = (await browser.PageAsync(ThePage.Of(id))).Text(".facts");

        Assert.Contains("2026年3月4日收到护照等出入境证件 ＊＊＊＊＊", page);
        Assert.Contains("样例丙 000-0000-0003", page);
        Assert.Contains("2026年3月4日委托，授权委托书尚未提交", page);
        Assert.Contains("样例公司（商业企业）000-0000-0004", page);
        Assert.Contains("电子文件", page);
        Assert.DoesNotContain("纸质", page);
    }

    [Fact]
    public async Task A_second_joint_applicant_of_one_day_is_asked_about_and_then_taken()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        var (address, typed) = (ThePage.Of(id, "joint-applicant"), ApplicantCases.All[^1].Typed);
        await browser.FollowAsync(await browser.FillInAsync(address, typed));

        using var again = await browser.FillInAsync(address, typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("请勾选“同日加入的另一名”", (await Browsing.PageOfAsync(again)).Text("[data-valmsg-for='Form.JoinedOn']"));
        await browser.FollowAsync(await browser.FillInAsync(address, [.. typed, ("Form.IsAnother", "true")]));

        Assert.Equal(2, (await tracker.StreamAsync(id)).State.JoinedApplicants.Length);
    }

    [Fact]
    public async Task The_case_shows_who_held_it_for_how_long_and_offers_what_can_be_done_next()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(id, "assignment"), ("Form.AssignedOn", "2026-03-03"), ("Form.Unit", "样例一科"), ("Form.Person", "样例丁")));
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, "assignment-signature"), ("Form.SignedForOn", "2026-03-04")));
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, "assignment"), ("Form.AssignedOn", "2026-03-06"), ("Form.Unit", "样例二科")));

        var page = await browser.PageAsync(ThePage.Of(id));

        var held = page.Text("[aria-label=承办]");
        Assert.Contains("样例一科（样例丁），2026年3月3日交办，2026年3月4日签收，至2026年3月6日，办理 3 个工作日。", held);
        Assert.Contains("样例二科，2026年3月6日交办，办理 2 个工作日。", held);
        var acts = page.Text(".acts");
        Assert.Contains("转交", acts);
        Assert.Contains("登记承办单位签收", acts);
        Assert.Contains("登记承办单位退回", acts);
    }
}
