using System.Net;
using AngleSharp.Html.Dom;
using Tracker.Domain.Requests;
using Tracker.EventStore;

namespace Tracker.Web.Tests.Pages.Acts;

/// <summary>One letter that answers several requests.</summary>
public sealed class JointAnswerTests(OneTracker one) : IClassFixture<OneTracker>
{
    [Fact]
    public async Task It_answers_all_of_them_each_under_its_own_key_and_repeated_it_adds_nothing()
    {
        using var browser = one.Tracker.Browser();
        var (own, others) = (await ThePage.RegisterAsync(browser), new[] { await ThePage.RegisterAsync(browser), await ThePage.RegisterAsync(browser) });
        var numbers = $"{await NumberAsync(others[0])}  {await NumberAsync(others[1])} {await NumberAsync(others[0])}";
        var page = await browser.PageAsync(ThePage.Of(own, "answer?ground=needs_creation"));

        for (var time = 0; time < 2; time++)
        {
            await browser.FollowAsync(await AnswerAsync(browser, own, page, numbers));
            Assert.Equal(2, (await one.Tracker.StreamAsync(own)).Version);
        }

        Assert.Null(((RequestAnswered)(await one.Tracker.StreamAsync(own)).State.Result!.Answer!).TogetherWith);
        foreach (var other in others)
        {
            var stream = await one.Tracker.StreamAsync(other);
            var answer = (RequestAnswered)stream.State.Result!.Answer!;
            Assert.Equal((2, own, "例公复〔2026〕3号", "需要汇总加工"), (stream.Version, answer.TogetherWith, answer.DocumentNumber, stream.Unsealer.Open(answer.Stated!.Reasons)));
            Assert.Contains("与另一件申请一并答复", (await browser.PageAsync(ThePage.Of(other))).Text(".timeline"));
        }

        var findings = new BookFindings();
        await Verification.RunAsync(one.Tracker.Worker, findings, default);
        Assert.Empty(findings.All);
    }

    [Fact]
    public async Task If_one_of_them_cannot_be_answered_none_is_and_its_number_is_named()
    {
        using var browser = one.Tracker.Browser();
        var (own, good, closed, later) = (
            await ThePage.RegisterAsync(browser), await ThePage.RegisterAsync(browser), await ThePage.RegisterAsync(browser), await ThePage.RegisterAsync(browser));
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(closed, "withdrawal"), ("Form.WithdrawnOn", "2026-03-05"), ("Form.Statement", "甲")));
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(later, "extension"), ("Form.ApprovedOn", "2026-03-10"), ("Form.Reason", "甲")));
        var page = await browser.PageAsync(ThePage.Of(own, "answer?ground=needs_creation"));

        foreach (var (number, sentence) in new[]
        {
            ("2099-0001", "没有这个登记编号的申请。"),
            (await NumberAsync(own), "就是正在答复的这件申请，不用再填。"),
            (await NumberAsync(closed), "这件申请已于2026年3月5日办结（申请人撤回申请），不能再办理。"),
            (await NumberAsync(later), "答复日期不能早于前一环节的日期（2026年3月10日）。"),
        })
        {
            using var refused = await AnswerAsync(browser, own, page, $"{await NumberAsync(good)} {number}");

            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var told = await Browsing.PageOfAsync(refused);
            Assert.Equal($"{number}：{sentence}", told.Text("[data-valmsg-for='Form.AlsoAnswers']"));
            Assert.Contains(number, told.QuerySelector("#Form_AlsoAnswers")!.GetAttribute("value"));
        }

        Assert.Equal((1, 1), ((await one.Tracker.StreamAsync(own)).Version, (await one.Tracker.StreamAsync(good)).Version));
    }

    [Fact]
    public async Task After_another_clerk_it_answers_none_of_them()
    {
        using var browser = one.Tracker.Browser();
        var (own, other) = (await ThePage.RegisterAsync(browser), await ThePage.RegisterAsync(browser));
        var page = await browser.PageAsync(ThePage.Of(own, "answer?ground=needs_creation"));
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(own, "note"), ("Form.Text", "甲")));

        using var late = await AnswerAsync(browser, own, page, await NumberAsync(other));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal((2, 1), ((await one.Tracker.StreamAsync(own)).Version, (await one.Tracker.StreamAsync(other)).Version));
    }

    private static Task<HttpResponseMessage> AnswerAsync(HttpClient browser, Guid id, IHtmlDocument page, string numbers) => browser.SubmitAsync(
        ThePage.Of(id, "answer"),
        page,
        ("Form.LeftOn", "2026-03-09"), ("Form.DocumentNumber", "例公复〔2026〕3号"), ("Form.Reasons", "需要汇总加工"), ("Form.AlsoAnswers", numbers));

    private async Task<string> NumberAsync(Guid id) => (await one.Tracker.StreamAsync(id)).State.Registration!.Number;
}
