using System.Net;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.Tests;
using Tracker.Web.Accounts;
using Tracker.Web.Tests.Pages.Acts;
using Tracker.Web.Wording;

namespace Tracker.Web.Tests.Pages;

public sealed class BadInputTests(PrivateClusterFixture cluster, EmptyTracker empty, OneTracker one) : IClassFixture<EmptyTracker>, IClassFixture<OneTracker>
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Theory]
    [InlineData("Form.Channel", "", "请选择申请方式。")]
    [InlineData("Form.Channel", "Pigeon", "填写的内容无法识别，请检查格式。")]
    [InlineData("Form.Channel", "42", "填写的内容无法识别，请检查格式。")]
    [InlineData("Form.FiledOn", "", "请填写提交日期。")]
    [InlineData("Form.FiledOn", "2026-02-30", TypedDay.Unreadable)]
    [InlineData("Form.FiledOn", "2026-03-11", "提交日期不能晚于今天（2026年3月10日）。")]
    [InlineData("Form.FiledOn", "1999-03-11", "提交日期不能早于2007年1月1日：工作日历从该日开始。")]
    [InlineData("Form.ApplicantKind", "", "请选择申请人类别。")]
    [InlineData("Form.ApplicantKind", "99", "填写的内容无法识别，请检查格式。")]
    [InlineData("Form.ApplicantName", " ", "请填写申请人姓名或者名称（条例第二十九条）。")]
    [InlineData("Form.Contact", "", "请填写联系方式（条例第二十九条）。")]
    [InlineData("Form.Content", "", "请填写申请公开的内容（条例第二十九条）。")]
    public async Task A_bad_field_is_named_at_its_field_and_nothing_is_logged(string field, string value, string sentence)
    {
        var tracker = empty.Tracker;
        using var browser = tracker.Browser();

        using var response = await browser.FillInAsync(ThePage.New, [.. ThePage.WalkIn, (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await Browsing.PageOfAsync(response);
        Assert.Equal(sentence, page.Text($"[data-valmsg-for='{field}']"));
        Assert.Contains(sentence, page.Text(".errors"));
        Assert.Equal("0", (await browser.PageAsync(ThePage.Register)).Text("#total"));
    }

    [Fact]
    public async Task A_day_typed_for_another_channel_is_neither_a_fault_nor_used()
    {
        var tracker = one.Tracker;
        using var browser = tracker.Browser();
        var unreadable = ("Form.ConfirmedOn", "2月30日");
        using var asked = await browser.FillInAsync(ThePage.New, [.. ThePage.WalkIn, ("Form.Channel", "Online"), unreadable]);
        var page = await Browsing.PageOfAsync(asked);
        Assert.Equal($"确认日期：{TypedDay.Unreadable}", page.Text(".errors a[href='#Form_ConfirmedOn']"));
        Assert.Equal(TypedDay.Unreadable, page.Text("[data-valmsg-for='Form.ConfirmedOn']"));

        using var previewed = await browser.SubmitAsync(ThePage.New + "?handler=Preview", page, ("Form.Channel", "InPerson"), unreadable);
        Assert.Null((await Browsing.PageOfAsync(previewed)).QuerySelector(".errors"));
        using var saved = await browser.SubmitAsync(ThePage.New, page, ("Form.Channel", "InPerson"), unreadable);
        await browser.FollowAsync(saved);
        var id = ThePage.CaseIn(saved.Headers.Location);
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(id, "receipt-correction"), ("Form.FiledOn", "2026-03-03"), ("Form.Reason", "看错"), unreadable));

        var state = (await tracker.StreamAsync(id)).State;
        Assert.Equal((new DateOnly(2026, 3, 3), null), (state.Receipt!.On, state.Registration!.Dates.ConfirmedOn));
    }

    [Fact]
    public async Task A_look_ahead_that_cannot_be_made_does_not_speak_of_saving()
    {
        using var browser = empty.Tracker.Browser();

        using var refused = await browser.FillInAsync(ThePage.New + "?handler=Preview", ("Form.Channel", "InPerson"), ("Form.FiledOn", "三月"));

        Assert.Equal("试算不出，请先改正：", (await Browsing.PageOfAsync(refused)).Text(".errors h2"));
    }

    [Fact]
    public async Task What_nobody_can_see_is_no_name_and_a_control_character_is_refused()
    {
        using var browser = empty.Tracker.Browser();
        (string Field, string Value, string Sentence)[] wrong =
        [
            ("Form.ApplicantName", "\u200B\u202E\uFFFE", "请填写申请人姓名或者名称（条例第二十九条）。"),
            ("Form.Contact", " \u2060", "请填写联系方式（条例第二十九条）。"),
            ("Form.Content", "\u200B\n", "请填写申请公开的内容（条例第二十九条）。"),
            ("Form.ApplicantName", "样例\u0001甲", "不能含有换行等控制字符。"),
            ("Form.ApplicantName", "样例\n甲", "不能含有换行等控制字符。"),
            ("Form.Content", "样例\u0001甲", "不能含有控制字符。"),
        ];
        foreach (var (field, value, sentence) in wrong)
        {
            using var response = await browser.FillInAsync(ThePage.New, [.. ThePage.WalkIn, (field, value)]);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, sentence), (response.StatusCode, (await Browsing.PageOfAsync(response)).Text($"[data-valmsg-for='{field}']")));
        }
    }

    [Fact]
    public async Task A_name_is_stored_without_what_nobody_can_see_and_a_text_as_it_was_written()
    {
        var tracker = one.Tracker;
        using var browser = tracker.Browser();

        var id = await ThePage.RegisterAsync(browser, ("Form.ApplicantName", "样\u200B例甲\uFEFF"), ("Form.Content", "第一行\r\n\t第二\u200B行"));

        var stream = await tracker.StreamAsync(id);
        var registered = (RequestReceived)stream.Events[0].Event;
        Assert.Equal(
            ("样例甲", "第一行\r\n\t第二\u200B行"), (stream.Unsealer.Open(registered.ApplicantName), stream.Unsealer.Open(registered.Content)));
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_not_called_out_of_date()
    {
        using var browser = empty.Tracker.Browser();

        using var response = await browser.FillInAsync(ThePage.New, [.. ThePage.WalkIn, ("Form.ApplicantName", "样例\0甲")]);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("页面送来的内容不完整或者不能识别，没有保存。", (await Browsing.PageOfAsync(response)).Text("h1"));
    }

    [Fact]
    public async Task From_an_address_that_selects_nothing_one_goes_back_to_the_register_of_an_office_that_is_ones_own()
    {
        var tracker = one.Tracker;
        await tracker.OpenOfficeAsync("third-office", "第三机关");
        using var browser = tracker.Browser(await tracker.NewAccountAsync([new(TestTracker.Office, Role.Registrar)]));
        var today = $"/offices/{TestTracker.Office}/today";
        foreach (var (address, back) in new (string, string[])[]
        {
            ($"{ThePage.Register}?due=Nonsense", [ThePage.Register, today, "/"]),
            ($"{ThePage.Register}?received=abc", [ThePage.Register, today, "/"]),
            ($"/offices/{TestTracker.Office}/nowhere", [today, "/"]),
            ("/offices/third-office/requests", ["/"]),
            ("/nowhere", ["/"]),
        })
        {
            using var response = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Equal(back, (await Browsing.PageOfAsync(response)).QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
        }
    }

    [Fact]
    public async Task No_page_holds_a_sentence_of_the_framework()
    {
        using var browser = one.Tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        foreach (var address in new[]
        {
            ThePage.New, ThePage.Of(id, "answer?ground=disclosed"), ThePage.Of(id, "extension"), ThePage.Of(id, "receipt-correction"),
            $"/offices/{TestTracker.Office}/office-data", $"/offices/{TestTracker.Office}/record-corrections/new", $"/offices/{TestTracker.Office}/people", "/password",
        })
        {
            var page = (await browser.PageAsync(address)).DocumentElement.OuterHtml;
            Assert.Contains("<form", page);
            Assert.DoesNotContain("field is required", page);
            Assert.DoesNotContain("data-val-", page);
        }
    }

    [Theory]
    [InlineData("3/4/2026")]
    [InlineData("2026-03-02T10:00")]
    [InlineData("0001-01-01x")]
    public async Task A_date_that_would_have_to_be_guessed_is_not_read(string date)
    {
        var tracker = empty.Tracker;
        using var browser = tracker.Browser();

        using var response = await browser.FillInAsync(ThePage.New, [.. ThePage.WalkIn, ("Form.FiledOn", date)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await Browsing.PageOfAsync(response);
        Assert.Equal(TypedDay.Unreadable, page.Text("[data-valmsg-for='Form.FiledOn']"));
    }

    [Theory]
    [InlineData("2026/3/2")]
    [InlineData("2026年3月2日")]
    [InlineData("20260302")]
    public async Task A_date_written_as_people_write_it_is_read(string date)
    {
        var tracker = one.Tracker;
        using var browser = tracker.Browser();

        var id = await ThePage.RegisterAsync(browser, ("Form.FiledOn", date));

        Assert.Equal(new(2026, 3, 2), (await tracker.StreamAsync(id)).State.Registration!.Dates.FiledOn);
    }

    [Theory]
    [InlineData("Form.AutoAcknowledged")]
    [InlineData("Form.ApplicantKind")]
    [InlineData("Form.ConfirmedOn")]
    [InlineData("CaseId")]
    public async Task A_value_no_field_takes_is_answered_and_never_logged(string field)
    {
        const string Secret = "样例秘密内容";
        var tracker = empty.Tracker;
        using var browser = tracker.Browser();

        using var response = await browser.FillInAsync(ThePage.New, [.. ThePage.WalkIn, ("Form.Channel", "Online"), (field, Secret)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.DoesNotContain(Secret, tracker.Log);
    }

    [Fact]
    public async Task A_fault_nobody_foresaw_is_logged_without_what_was_typed()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        await using (var command = tracker.Owner.CreateCommand("drop table data_keys"))
        {
            await command.ExecuteNonQueryAsync();
        }

        using var response = await browser.FillInAsync(ThePage.New, ThePage.WalkIn);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("系统出了故障，没有保存任何内容。", (await Browsing.PageOfAsync(response)).Text("h1"));
        Assert.Contains("Npgsql.PostgresException", tracker.Log);
        Assert.DoesNotContain("样例", tracker.Log);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("99")]
    [InlineData("")]
    public async Task A_version_nobody_can_have_seen_is_no_conflict_with_another_clerk(string version)
    {
        var tracker = one.Tracker;
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);

        using var response = await browser.FillInAsync(ThePage.Of(id, "withdrawal"), ("Form.Statement", "甲"), ("SeenVersion", version));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.DoesNotContain("别人", (await Browsing.PageOfAsync(response)).Text(".errors"));
        Assert.Equal(1, (await tracker.StreamAsync(id)).Version);
    }

    [Fact]
    public async Task A_number_with_a_control_character_finds_nothing()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        await ThePage.RegisterAsync(browser);

        Assert.Equal("0", (await browser.PageAsync(ThePage.Register + "?Number=%00")).Text("#total"));
    }

    [Fact]
    public async Task A_confirmation_before_the_filing_is_refused_at_its_field()
    {
        var tracker = empty.Tracker;
        using var browser = tracker.Browser();

        using var response = await browser.FillInAsync(
            ThePage.New, [.. ThePage.WalkIn, ("Form.Channel", "Online"), ("Form.ConfirmedOn", "2026-03-01")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("确认日期不能早于提交日期（2026年3月2日）。", (await Browsing.PageOfAsync(response)).Text("[data-valmsg-for='Form.ConfirmedOn']"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("supplement-notice")]
    [InlineData("supplement")]
    [InlineData("extension")]
    [InlineData("answer")]
    [InlineData("withdrawal")]
    public async Task A_case_that_is_not_there_and_a_case_of_another_office_are_not_found(string act)
    {
        var tracker = one.Tracker;
        await tracker.OpenOfficeAsync("other-office", "另一机关");
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);

        foreach (var address in new[]
        {
            ThePage.Of(Guid.CreateVersion7(), act),
            ThePage.Of(id, act).Replace(TestTracker.Office, "other-office"),
            ThePage.Of(id, act).Replace(TestTracker.Office, "no-such-office"),
            ThePage.Of(id, act).Replace($"{id}", "not-an-id"),
            ThePage.Of(StreamIds.Office(TestTracker.Office), act),
        })
        {
            using var response = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            var page = await Browsing.PageOfAsync(response);
            Assert.Contains("没有这个页面，或者没有这件申请。", page.Text("h1"));
            Assert.DoesNotContain("样例甲", page.Body!.TextContent);
        }
    }

    [Theory]
    [InlineData("supplement-notice", 3)]
    [InlineData("supplement", 1)]
    [InlineData("extension", 3)]
    [InlineData("answer?ground=disclosed", 1)]
    [InlineData("withdrawal", 2)]
    public async Task A_posted_form_without_its_fields_is_answered_at_each_field(string act, int fields)
    {
        var tracker = one.Tracker;
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        var page = await browser.PageAsync(ThePage.Of(id, act));
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var response = await browser.PostAsync(
            ThePage.Of(id, act),
            new FormUrlEncodedContent(
            [
                KeyValuePair.Create("__RequestVerificationToken", token),
                KeyValuePair.Create("SeenVersion", "1"),
                KeyValuePair.Create("CommandId", $"{Guid.CreateVersion7()}"),
            ]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var faults = (await Browsing.PageOfAsync(response)).QuerySelectorAll(".fault").Count(fault => fault.TextContent.Trim().Length > 0);
        Assert.Equal(fields, faults);
        Assert.Equal(1, (await tracker.StreamAsync(id)).Version);
    }

    [Fact]
    public async Task A_post_without_the_forms_token_saves_nothing()
    {
        var tracker = empty.Tracker;
        using var browser = tracker.Browser();

        using var response = await browser.PostAsync(
            ThePage.New, new FormUrlEncodedContent(ThePage.WalkIn.Select(field => KeyValuePair.Create(field.Item1, field.Item2))));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("没有保存任何内容", (await Browsing.PageOfAsync(response)).Text("h1"));
        Assert.Equal("0", (await browser.PageAsync(ThePage.Register)).Text("#total"));
    }

    [Fact]
    public async Task An_unknown_ground_and_other_without_words_are_refused_at_their_fields()
    {
        var tracker = one.Tracker;
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);

        using var unknown = await browser.FillInAsync(ThePage.Of(id, "answer?ground=disclosed"), ("Form.Ground", "sold"));
        Assert.Equal("没有这种办理结果，请重新选择。", (await Browsing.PageOfAsync(unknown)).Text("[data-valmsg-for='Form.Ground']"));
        using var other = await browser.FillInAsync(ThePage.Of(id, "answer?ground=other"));
        Assert.Equal("选择“其他”时，请写明具体情形。", (await Browsing.PageOfAsync(other)).Text("[data-valmsg-for='Form.SubReason']"));
    }

    [Theory]
    [InlineData("'; drop table mt_events; --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("=HYPERLINK(\"http://example.invalid\")")]
    [InlineData("%_\\")]
    public async Task What_somebody_wrote_is_shown_as_it_was_written(string text)
    {
        var tracker = one.Tracker;
        using var browser = tracker.Browser();

        var id = await ThePage.RegisterAsync(browser, ("Form.ApplicantName", text), ("Form.Content", text));

        var page = await browser.PageAsync(ThePage.Of(id));
        Assert.Equal(text, page.Text(".facts .text"));
        Assert.Empty(page.QuerySelectorAll("script:not([src])"));
        Assert.Equal("0", (await browser.PageAsync($"{ThePage.Register}?Number={Uri.EscapeDataString(text)}")).Text("#total"));
    }

    [Fact]
    public async Task Search_finds_by_part_of_a_number_and_pages_hold_fifty()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        for (var place = 0; place < 51; place++)
        {
            await ThePage.RegisterAsync(browser);
        }

        Assert.Equal("1", (await browser.PageAsync($"{ThePage.Register}?Number=0051")).Text("#total"));
        var first = await browser.PageAsync(ThePage.Register);
        Assert.Equal(50, first.QuerySelectorAll(".list tbody tr").Length);
        var second = await browser.PageAsync(first.QuerySelector(".pages a[rel=next]")!.GetAttribute("href")!);
        Assert.Single(second.QuerySelectorAll(".list tbody tr"));
        Assert.Equal("2026-0001", second.Text(".list tbody th a"));
    }

    [Theory]
    [InlineData("?Year=2026&Form=2021&Row=no_such_row")]
    [InlineData("?Year=2026&Form=1999&Row=new")]
    [InlineData("?Year=abc&Form=2021&Row=new")]
    [InlineData("?Form=2021&Row=new")]
    [InlineData("?Year=2026&Form=2021&Row=new&Column=Nobody")]
    public async Task A_figure_that_is_not_there_is_not_found(string query)
    {
        var tracker = empty.Tracker;
        using var browser = tracker.Browser();

        using var response = await browser.GetAsync(ThePage.Register + query);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
