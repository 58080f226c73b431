using Tracker.Domain.Requests;
using Tracker.Tests;
using Tracker.Web.Accounts;

namespace Tracker.Web.Tests.Pages;

/// <summary>审批: what waits, and one page on which it is approved or returned.</summary>
public sealed class ApprovalPagesTests(PrivateClusterFixture cluster)
{
    private static readonly string Approvals = $"/offices/{TestTracker.Office}/approvals";

    [Fact]
    public async Task What_waits_is_decided_on_one_page_with_request_draft_ground_and_article()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        using var browser = tracker.Browser();
        Assert.Contains("没有等待审批的答复或者延期。", (await browser.PageAsync(Approvals)).Text("main"), StringComparison.Ordinal);
        var (answer, extension) = (await ThePage.RegisterAsync(browser), await ThePage.RegisterAsync(browser));
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(answer, "answer-draft"), ("Form.Ground", "not_existing"), ("Form.DraftedOn", "2026-03-05"), ("Form.Draft", "样例答复稿")));
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(answer, "answer-submission"), ("Form.SubmittedOn", "2026-03-06")));
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(extension, "extension-proposal"), ("Form.ProposedOn", "2026-03-06"), ("Form.WorkingDays", "10"), ("Form.Reason", "样例理由")));

        using var signatory = tracker.Browser(await tracker.NewAccountAsync([new(TestTracker.Office, Role.Signatory)]));
        var waiting = await signatory.PageAsync(Approvals);
        Assert.Equal(
            [ThePage.Of(answer, "answer-approval"), ThePage.Of(extension, "extension-approval")],
            waiting.QuerySelectorAll(".desk .number").Select(link => link.GetAttribute("href")));
        var page = await signatory.PageAsync(ThePage.Of(answer, "answer-approval"));
        foreach (var told in new[] { "剩余14个工作日", "样例申请内容", "样例答复稿", Grounds.Find("not_existing")!.Label, "条例" + Grounds.Find("not_existing")!.Article })
        {
            Assert.Contains(told, page.Text("main"), StringComparison.Ordinal);
        }

        var returned = page.QuerySelector(".return button")!.GetAttribute("formaction")!;
        using (var bare = await signatory.SubmitAsync(returned, page))
        {
            Assert.Contains("请写明退回的理由。", (await Browsing.PageOfAsync(bare)).Text("[data-valmsg-for='Form.Reason']"), StringComparison.Ordinal);
        }

        await signatory.FollowAsync(await signatory.SubmitAsync(returned, page, ("Form.Reason", "请补充检索范围")));
        await signatory.FollowAsync(await signatory.FillInAsync(ThePage.Of(extension, "extension-approval"), ("Form.ApprovedOn", "2026-03-10")));

        Assert.IsType<AnswerReturned>((await tracker.StreamAsync(answer)).Events[^1].Event);
        Assert.NotNull((await tracker.StreamAsync(extension)).State.CurrentExtension);
        Assert.Contains("没有等待审批的答复或者延期。", (await signatory.PageAsync(Approvals)).Text("main"), StringComparison.Ordinal);
    }
}
