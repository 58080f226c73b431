using System.Net;
using Tracker.Tests;
using Tracker.Web.Tests.Pages.Acts;

namespace Tracker.Web.Tests.Pages.RecordCorrections;

/// <summary>登记更正申请, its list and its page.</summary>
public sealed class CorrectionRegistrationTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task It_is_registered_under_a_number_of_its_own_shown_and_sealed_and_a_second_post_adds_nothing()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        await ThePage.RegisterAsync(browser);
        var form = await browser.PageAsync(CorrectionPages.New);

        using var response = await browser.SubmitAsync(CorrectionPages.New, form, CorrectionPages.WalkIn);
        var page = await browser.FollowAsync(response);
        var again = await browser.FollowAsync(await browser.SubmitAsync(CorrectionPages.New, form, CorrectionPages.WalkIn));

        Assert.Equal("已登记，登记编号 更正2026-0001。", page.Text(".banner"));
        Assert.Equal("这件更正申请已经登记过，没有重复登记。", again.Text(".banner"));
        Assert.Equal("收到后第 8 日", page.Text(".big"));
        Assert.Contains("条例第四十一条没有规定办理期限", page.Text(".deadline"));
        Assert.DoesNotContain("答复期限", page.Body!.TextContent);
        foreach (var text in new[] { "样例甲", "000-0000-0001", "样例记录：出生日期", "样例更正：另一个日期", "样例证据：户口簿", "2026年3月2日" })
        {
            Assert.Contains(text, page.Text(".facts"));
        }

        var stream = await tracker.CorrectionAsync(ThePage.CaseIn(response.Headers.Location));
        Assert.Equal(1, stream.Version);
        Assert.Equal("***", stream.State.Registration!.Record!.ToString());
        await using var command = tracker.Owner.CreateCommand("select data::text from mt_events where type = 'record_correction_received'");
        Assert.DoesNotContain("样例", (string)(await command.ExecuteScalarAsync())!);
        Assert.Equal("1", (await browser.PageAsync(ThePage.Register)).Text("#total"));
        Assert.Equal("1", (await browser.PageAsync(CorrectionPages.List)).Text("#total"));
    }

    [Theory]
    [InlineData("Form.Channel", "", "请选择申请方式。")]
    [InlineData("Form.FiledOn", "2026-03-11", "提交日期不能晚于今天（2026年3月10日）。")]
    [InlineData("Form.FiledOn", "1999-03-11", "提交日期不能早于2007年1月1日：工作日历从该日开始。")]
    [InlineData("Form.ApplicantKind", "99", "填写的内容无法识别，请检查格式。")]
    [InlineData("Form.ApplicantName", " ", "请填写申请人姓名或者名称。")]
    [InlineData("Form.Contact", "", "请填写联系方式。")]
    [InlineData("Form.Record", "", "请写明认为不准确的记录（条例第四十一条）。")]
    [InlineData("Form.ShouldSay", "", "请写明要求更正为什么内容。")]
    [InlineData("Form.AboutNumber", "2026-0099", "本机关没有登记编号为“2026-0099”的信息公开申请。")]
    [InlineData("Form.AboutNumber", "2026-0001", "信息公开申请 2026-0001 没有答复，不会提供过要更正的记录。")]
    public async Task A_bad_field_is_named_at_its_field_and_nothing_is_logged(string field, string value, string sentence)
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        await ThePage.RegisterAsync(browser);

        using var response = await browser.FillInAsync(CorrectionPages.New, [.. CorrectionPages.WalkIn, (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await Browsing.PageOfAsync(response);
        Assert.Equal(sentence, page.Text($"[data-valmsg-for='{field}']"));
        Assert.Equal("0", (await browser.PageAsync(CorrectionPages.List)).Text("#total"));
        Assert.Equal("更正2026-0001", (await tracker.CorrectionAsync(await CorrectionPages.RegisterAsync(browser))).State.Registration!.Number);
    }

    [Fact]
    public async Task The_answer_that_held_the_record_is_linked_by_its_number_or_its_id_in_this_office_only()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        await tracker.OpenOfficeAsync("other-office", "别的机关");
        using var browser = tracker.Browser();
        var request = await ThePage.RegisterAsync(browser, ("Form.FiledOn", "2026-03-01"));
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(request, "answer?ground=disclosed"), ("Form.Ground", "disclosed"), ("Form.LeftOn", "2026-03-02"), ("Form.Statement", "随函附上")));

        foreach (var typed in new[] { "2026-0001", request.ToString() })
        {
            var id = await CorrectionPages.RegisterAsync(browser, ("Form.AboutNumber", typed));
            var registration = (await tracker.CorrectionAsync(id)).State.Registration!;
            Assert.Equal((request, "2026-0001"), (registration.AboutRequest!.Value, registration.AboutNumber));
            Assert.Equal("2026-0001", (await browser.PageAsync(CorrectionPages.Of(id))).Text($".facts a[href='{ThePage.Of(request)}']"));
        }

        using var early = await browser.FillInAsync(
            CorrectionPages.New, [.. CorrectionPages.WalkIn, ("Form.FiledOn", "2026-03-01"), ("Form.AboutNumber", "2026-0001")]);
        Assert.Equal("提交日期不能早于信息公开申请 2026-0001 的答复日期（2026年3月2日）。", (await Browsing.PageOfAsync(early)).Text("[data-valmsg-for='Form.FiledOn']"));
        using var elsewhere = await browser.FillInAsync(
            $"{CorrectionPages.ListOf("other-office")}/new", [.. CorrectionPages.WalkIn, ("Form.AboutNumber", request.ToString())]);
        Assert.Contains("本机关没有登记编号为", (await Browsing.PageOfAsync(elsewhere)).Text("[data-valmsg-for='Form.AboutNumber']"));
    }

    [Fact]
    public async Task The_list_has_the_open_ones_first_and_an_office_sees_its_own()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        await tracker.OpenOfficeAsync("other-office", "别的机关");
        using var browser = tracker.Browser();
        var ended = await CorrectionPages.RegisterAsync(browser, ("Form.FiledOn", "2026-03-01"));
        await CorrectionPages.RegisterAsync(browser, ("Form.FiledOn", "2026-03-10"));
        await CorrectionPages.RegisterAsync(browser, ("Form.FiledOn", "2026-03-04"));
        await browser.FollowAsync(await browser.FillInAsync(
            CorrectionPages.Of(ended, "withdrawal"), ("Form.WithdrawnOn", "2026-03-03"), ("Form.Statement", "甲")));

        var page = await browser.PageAsync(CorrectionPages.List);

        Assert.Equal(["更正2026-0003", "更正2026-0002", "更正2026-0001"], page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.Equal(
            ["收到后第 6 日", "今日收到", "申请人撤回（历时 2 日）"],
            page.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td")[3].TextContent.Trim()));
        Assert.Contains(page.QuerySelectorAll("header nav a"), link => link.TextContent == "更正申请" && link.GetAttribute("href") == CorrectionPages.List);
        Assert.Equal("0", (await browser.PageAsync(CorrectionPages.ListOf("other-office"))).Text("#total"));
        Assert.Empty((await browser.PageAsync($"{CorrectionPages.List}?p=2")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        await tracker.OpenOfficeAsync("other-office", "别的机关");
        using var browser = tracker.Browser();
        var (id, request) = (await CorrectionPages.RegisterAsync(browser), await ThePage.RegisterAsync(browser));
        foreach (var address in new[]
        {
            CorrectionPages.Of(Guid.CreateVersion7()),
            CorrectionPages.Of(request),
            ThePage.Of(id),
            $"{CorrectionPages.ListOf("other-office")}/{id}",
            CorrectionPages.ListOf("no-office"),
            $"{CorrectionPages.ListOf("no-office")}/new",
            $"{CorrectionPages.List}?p=abc",
        })
        {
            using var response = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_form_that_carries_the_id_of_another_case_writes_nothing()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var request = await ThePage.RegisterAsync(browser);

        using var response = await browser.FillInAsync(CorrectionPages.New, [.. CorrectionPages.WalkIn, ("CaseId", request.ToString())]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("页面不完整", (await Browsing.PageOfAsync(response)).Text(".errors"));
        Assert.Equal(1, (await tracker.StreamAsync(request)).Version);
    }
}
