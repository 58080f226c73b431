using System.Net;
using Tracker.Domain.Requests;
using Tracker.Tests;

namespace Tracker.Web.Tests.Pages;

/// <summary>登记: typed days, a pasted sender, the look ahead, the next one, the receipt to print.</summary>
public sealed class RegistrationPageTests(PrivateClusterFixture cluster) : IAsyncLifetime
{
    private TestTracker tracker = null!;
    private HttpClient browser = null!;

    public async ValueTask InitializeAsync()
    {
        tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 12));
        browser = tracker.Browser();
    }

    public ValueTask DisposeAsync()
    {
        browser.Dispose();
        return tracker.DisposeAsync();
    }

    [Fact]
    public async Task Days_may_be_typed_as_they_are_spoken()
    {
        var id = await ThePage.RegisterAsync(browser, ("Form.Channel", "SignedMail"), ("Form.FiledOn", "0305"), ("Form.SignedForOn", "昨天"));

        var dates = (await tracker.StreamAsync(id)).State.Registration!.Dates;
        Assert.Equal((new DateOnly(2026, 3, 5), new DateOnly(2026, 3, 11)), (dates.FiledOn, dates.SignedForOn));
    }

    [Fact]
    public async Task A_day_that_is_none_keeps_what_was_typed_and_says_how_days_are_written()
    {
        using var response = await browser.FillInAsync(ThePage.New, [.. ThePage.WalkIn, ("Form.FiledOn", "三月")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await Browsing.PageOfAsync(response);
        Assert.Contains("看不懂这个日期。可以写 2026-03-12、0312、3-12", page.Text("#Form_FiledOn") + page.Text("[data-valmsg-for='Form.FiledOn']"), StringComparison.Ordinal);
        Assert.Equal("三月", page.QuerySelector("#Form_FiledOn")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_look_ahead_reads_the_days_and_loses_nothing()
    {
        using var response = await browser.FillInAsync(
            ThePage.New + "?handler=Preview", ("Form.Channel", "Online"), ("Form.FiledOn", "3-5"), ("Form.ConfirmedOn", "不详"), ("Form.ApplicantName", "样例甲"));

        var page = await Browsing.PageOfAsync(response);
        Assert.Contains("2026年4月2日", page.Text("#foreseen"), StringComparison.Ordinal);
        Assert.Equal(
            ("2026-03-05", "不详", "样例甲"),
            (page.QuerySelector("#Form_FiledOn")!.GetAttribute("value"), page.QuerySelector("#Form_ConfirmedOn")!.GetAttribute("value"), page.QuerySelector("#Form_ApplicantName")!.GetAttribute("value")));
        Assert.Contains("看不懂这个日期", page.Text(".errors"), StringComparison.Ordinal);
        Assert.DoesNotContain("请填写联系方式", page.Text(".errors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_be_a_second_request_for_the_same_is_said_before_it_is_saved()
    {
        (string, string)[] texts = [("Form.ApplicantName", "样例丁"), ("Form.Contact", "000-0000-0004"), ("Form.Content", "样例路改造工程二〇二五年的补偿方案")];
        await ThePage.RegisterAsync(browser, texts);
        using var response = await browser.FillInAsync(ThePage.New + "?handler=Preview", [.. ThePage.WalkIn, .. texts]);

        var page = await Browsing.PageOfAsync(response);
        Assert.Contains("该申请人 2026年3月的申请共 2 件（含本件）", page.Text("#foreseen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_due_date_that_is_past_is_said_before_it_is_saved_and_after()
    {
        (string, string)[] late = [.. ThePage.WalkIn, ("Form.FiledOn", "2026-01-05")];
        using var preview = await browser.FillInAsync(ThePage.New + "?handler=Preview", late);
        var notice = (await Browsing.PageOfAsync(preview)).Text("#foreseen .notice");
        Assert.Matches("^按这个日期，答复期限已过[1-9][0-9]*个工作日，请核对日期。$", notice);

        var saved = await browser.FollowAsync(await browser.FillInAsync(ThePage.New, late));

        var days = string.Concat(notice.Where(char.IsAsciiDigit));
        Assert.EndsWith($"。答复期限：2026年2月2日，已逾期{days}个工作日。", saved.Text(".banner"), StringComparison.Ordinal);
        Assert.Contains($"已逾期{days}个工作日", saved.Text(".deadline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pasted_sender_fills_what_is_still_empty()
    {
        using var response = await browser.FillInAsync(
            ThePage.New + "?handler=Paste",
            ("Form.Pasted", "样例有限公司 000-0000-0005 样例市样例路5号"), ("Form.Contact", "已经填写的"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = await Browsing.PageOfAsync(response);
        Assert.Equal(
            ("样例有限公司", "已经填写的", nameof(ApplicantKind.CommercialEnterprise)),
            (page.QuerySelector("#Form_ApplicantName")!.GetAttribute("value"),
                page.QuerySelector("#Form_Contact")!.GetAttribute("value"),
                page.QuerySelector("#Form_ApplicantKind option[selected]")!.GetAttribute("value")));
    }

    [Fact]
    public async Task One_is_registered_after_the_other_and_each_has_its_receipt()
    {
        using var response = await browser.FillInAsync(ThePage.New + "?handler=Next", ThePage.WalkIn);

        var next = await browser.FollowAsync(response);
        var id = ThePage.CaseIn(response.Headers.Location);
        Assert.Contains("已登记，登记编号", next.Text(".banner"), StringComparison.Ordinal);
        Assert.True(next.QuerySelector("#channel-InPerson")!.HasAttribute("checked"));
        Assert.Equal("", next.QuerySelector("#Form_ApplicantName")!.GetAttribute("value"));
        Assert.NotEqual($"{id}", next.QuerySelector("#CaseId")!.GetAttribute("value"));

        var receipt = await browser.PageAsync(ThePage.Of(id, "acknowledgement"));
        var number = (await tracker.StreamAsync(id)).State.Registration!.Number;
        Assert.Contains($"登记编号：{number}", receipt.Text(".letter"), StringComparison.Ordinal);
        Assert.Contains("样例甲：", receipt.Text(".letter"), StringComparison.Ordinal);
        Assert.Contains("您于2026年3月2日当面提交的政府信息公开申请，本机关已于2026年3月2日收到，现已登记。", receipt.Text(".letter"), StringComparison.Ordinal);
        Assert.Contains("自收到申请之日起 20 个工作日内予以答复，即不迟于2026年3月30日", receipt.Text(".letter"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_names_no_last_day_while_the_day_of_receipt_is_open()
    {
        var id = await ThePage.RegisterAsync(browser, ("Form.Channel", "Online"));

        var receipt = await browser.PageAsync(ThePage.Of(id, "acknowledgement"));

        Assert.Contains("本机关已收悉，现已登记。", receipt.Text(".letter"), StringComparison.Ordinal);
        Assert.Contains("收到申请之日尚待与您确认", receipt.Text(".letter"), StringComparison.Ordinal);
        Assert.DoesNotContain("不迟于", receipt.Text(".letter"), StringComparison.Ordinal);
        Assert.Contains(ThePage.Of(id, "acknowledgement"), (await browser.PageAsync(ThePage.Of(id))).Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_letter_s_receipt_says_when_it_came_and_a_late_one_promises_nothing()
    {
        var letter = await ThePage.RegisterAsync(browser, ("Form.Channel", "UnsignedMail"), ("Form.ArrivedOn", "2026-03-05"), ("Form.ApplicantKind", "CommercialEnterprise"));
        var late = await ThePage.RegisterAsync(browser, ("Form.FiledOn", "2025-12-01"));

        Assert.Contains(
            "贵单位于2026年3月2日以平信方式提交的政府信息公开申请，本机关已于2026年3月5日收悉，现已登记。",
            (await browser.PageAsync(ThePage.Of(letter, "acknowledgement"))).Text(".letter"),
            StringComparison.Ordinal);
        var page = await browser.PageAsync(ThePage.Of(late, "acknowledgement"));
        Assert.DoesNotContain("不迟于", page.Text(".letter"), StringComparison.Ordinal);
        Assert.Equal("这件申请的答复期限已经过了，回执不写明期限；请核对后再打印。", page.Text(".notice"));
    }

    [Fact]
    public async Task A_void_or_unknown_request_has_no_receipt()
    {
        var id = await ThePage.RegisterAsync(browser);
        using var voided = await browser.FillInAsync(ThePage.Of(id, "voiding"), ("Form.Reason", "重复登记"));
        Assert.Equal(HttpStatusCode.Redirect, voided.StatusCode);

        foreach (var gone in new[] { id, Guid.CreateVersion7() })
        {
            using var response = await browser.GetAsync(ThePage.Of(gone, "acknowledgement"));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }
}
