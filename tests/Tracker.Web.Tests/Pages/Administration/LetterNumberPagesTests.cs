using System.Net;
using Tracker.Domain.Offices;
using Tracker.Domain.Requests;
using Tracker.Tests;

namespace Tracker.Web.Tests.Pages.Administration;

public sealed class LetterNumberPagesTests(PrivateClusterFixture cluster)
{
    private const string Letters = $"/offices/{TestTracker.Office}/letter-numbers";

    [Fact]
    public async Task A_letter_left_without_a_number_gets_the_next_one_and_a_number_taken_back_stays_used()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        using var browser = tracker.Browser();
        var (first, second) = (await ApprovedAsync(browser), await ApprovedAsync(browser));
        Assert.DoesNotContain("自动编号", (await browser.PageAsync(ThePage.Of(first, "answer-issue"))).Text("main"));

        var set = await browser.FollowAsync(
            await browser.FillInAsync(Letters, ("Form.Code", "例公复"), ("Form.SetOn", "2026-03-01"), ("Form.UsedUpTo", "11")));
        Assert.Contains("已设定机关代字“例公复”。", set.Text(".banner"));
        Assert.Contains("下一个自动编号为“例公复〔2026〕12号”", set.Text("main"));
        Assert.Contains("机关代字为“例公复”，2026 年度此前已用到第 11 号。", set.Text("tbody"));
        Assert.Equal([new LetterCodeSet("例公复", new(2026, 3, 1), 11)], (await OfficeDataPageTests.EventsAsync(tracker)).Skip(1));

        var form = await browser.PageAsync(ThePage.Of(first, "answer-issue"));
        Assert.Contains("留空则自动编号，下一个为“例公复〔2026〕12号”", form.Text("main"));
        using var own = await browser.SubmitAsync(ThePage.Of(first, "answer-issue"), form, ("Form.DocumentNumber", "例公复[2026]012号"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
        Assert.Contains("属于系统顺序编排的文号", (await Browsing.PageOfAsync(own)).Text(".errors a[href='#Form_DocumentNumber']"));
        using var issued = await browser.SubmitAsync(ThePage.Of(first, "answer-issue"), form, ("Form.IssuedOn", "2026-03-09"));
        using var again = await browser.SubmitAsync(ThePage.Of(first, "answer-issue"), form, ("Form.IssuedOn", "2026-03-09"));
        Assert.Contains("已登记印发，文号为“例公复〔2026〕12号”。", (await browser.FollowAsync(again)).Text(".banner"));
        Assert.Equal(new AnswerIssued(new(2026, 3, 9), "例公复〔2026〕12号", 12), (await tracker.StreamAsync(first)).Events[^1].Event);

        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(first, "taking-back"), ("Form.Reason", "误登")));
        Assert.Null((await tracker.StreamAsync(first)).State.Draft!.DocumentNumber);
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(second, "answer-issue"), ("Form.IssuedOn", "2026-03-09")));
        Assert.Equal("例公复〔2026〕13号", (await tracker.StreamAsync(second)).State.Draft!.DocumentNumber);
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(first, "answer-issue"), ("Form.IssuedOn", "2026-03-09"), ("Form.DocumentNumber", "例公复〔2026〕11号")));
        Assert.Equal(new AnswerIssued(new(2026, 3, 9), "例公复〔2026〕11号"), (await tracker.StreamAsync(first)).Events[^1].Event);
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_the_counter_never_comes_to_a_typed_number()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        using var browser = tracker.Browser();
        var id = await ApprovedAsync(browser);
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(id, "answer-issue"), ("Form.IssuedOn", "2026-03-09"), ("Form.DocumentNumber", "例公复〔2026〕7号")));
        (string Field, string Value, string Sentence)[] wrong =
        [
            ("Form.Code", "", "请填写机关代字。"),
            ("Form.Code", "例公复〔2026〕", "机关代字应为1 至 20 个汉字或字母"),
            ("Form.SetOn", "2026-03-11", "日期不能晚于今天（2026年3月10日）。"),
            ("Form.UsedUpTo", "0", "序号应为 1 至 999999 的整数。"),
            ("Form.UsedUpTo", "6", "“例公复〔2026〕7号”已经用过"),
        ];
        foreach (var (field, value, sentence) in wrong)
        {
            using var refused = await browser.FillInAsync(Letters, [("Form.Code", "例公复"), (field, value)]);
            Assert.Equal((value, HttpStatusCode.UnprocessableEntity), (value, refused.StatusCode));
            Assert.Contains(sentence, (await Browsing.PageOfAsync(refused)).Text($".errors a[href='#{field.Replace('.', '_')}']"));
        }

        await browser.FollowAsync(await browser.FillInAsync(Letters, ("Form.Code", "例公复"), ("Form.UsedUpTo", "7")));
        Assert.Contains("与现在登记的相同，没有改动。", (await browser.FollowAsync(await browser.FillInAsync(Letters))).Text(".banner"));
        Assert.Equal(2, (await OfficeDataPageTests.EventsAsync(tracker)).Count());
    }

    private static async Task<Guid> ApprovedAsync(HttpClient browser)
    {
        var id = await ThePage.RegisterAsync(browser);
        (string Page, (string, string)[] Typed)[] steps =
        [
            ("answer-draft", [("Form.Ground", "disclosed"), ("Form.DraftedOn", "2026-03-04")]),
            ("answer-submission", [("Form.SubmittedOn", "2026-03-05")]),
            ("answer-approval", [("Form.ApprovedOn", "2026-03-06")]),
        ];
        foreach (var (page, typed) in steps)
        {
            await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, page), typed));
        }

        return id;
    }
}
