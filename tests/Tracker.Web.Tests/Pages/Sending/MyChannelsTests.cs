using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Reminders.Channels;
using Tracker.Reminders.Outbox;
using Tracker.Tests;
using Tracker.Web.Accounts;
using Tracker.Web.Pages;
using Tracker.Web.Wiring;

namespace Tracker.Web.Tests.Pages.Sending;

/// <summary>我的提醒方式, and the calendar that is read without a sign-in.</summary>
public sealed class MyChannelsTests(PrivateClusterFixture cluster)
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Fact]
    public async Task Mail_is_chosen_with_an_address_and_a_test_tells_how_it_went()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        var me = await tracker.NewAccountAsync([new(TestTracker.Office, Role.Statistician)]);
        using var browser = tracker.Browser(me);
        var settings = tracker.Services.GetRequiredService<ChannelSettings>();
        foreach (var (way, address, sentence) in new[]
        {
            ("", "", "请选择提醒方式。"), ("Each", "", "请填写邮箱地址。"), ("Digest", "样例", "邮箱地址的写法不对"),
            ("Each", "reader@office.example\r\nBcc: other@office.example", "邮箱地址的写法不对"), ("Each", "样例 <reader@office.example>", "邮箱地址的写法不对"),
        })
        {
            using var refused = await SendAsync(browser, "", ("Form.Way", way), ("Form.Address", address));
            Assert.Equal((sentence, HttpStatusCode.UnprocessableEntity), (sentence, refused.StatusCode));
            Assert.Contains(sentence, (await Browsing.PageOfAsync(refused)).Text(".errors"));
        }

        Assert.Equal(PersonChannels.Usual, await settings.OfPersonAsync(me.Id, default));
        var page = await browser.FollowAsync(await SendAsync(browser, "", ("Form.Way", "Digest"), ("Form.Address", " reader@office.example ")));
        Assert.Equal(new(MailWay.Digest, "reader@office.example"), await settings.OfPersonAsync(me.Id, default));
        Assert.Contains("还没有设置发信服务器", page.Text(".notice"));
        await using (var stored = tracker.Owner.CreateCommand("set row_security = off; select count(*) from sealed_settings where encode(sealed, 'escape') like '%reader%'"))
        {
            Assert.Equal(0L, await stored.ExecuteScalarAsync());
        }

        Assert.Contains("已经排队", (await browser.FollowAsync(await SendAsync(browser, "Test"))).Text(".banner"));
        Assert.Contains("不到一分钟前刚发过一次测试", (await browser.FollowAsync(await SendAsync(browser, "Test"))).Text(".banner"));
        Assert.Equal(1, await new OutboxWorker(tracker.Worker, (_, _, _) => Task.FromResult(new SendOutcome(SendResult.Busy, 451)), () => tracker.Time.Now).SendDueAsync(MessageChannel.Mail, default));
        Assert.Contains("最近一次测试：2026-03-10 09:00，待发，对方暂时不能接收（451）。", (await browser.PageAsync(Addresses.MyChannels)).Text("main"));
        Assert.DoesNotContain("reader@", tracker.Log);
    }

    [Fact]
    public async Task A_calendar_address_is_shown_once_read_without_a_sign_in_passes_another_s_parser_and_ends_when_it_is_revoked()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var everybody = tracker.Browser();
        var id = await ThePage.RegisterAsync(everybody);
        var now = tracker.Time.Now;
        tracker.Time.Now = now.AddDays(14);
        var due = (await everybody.PageAsync(Addresses.PrintedDeadlines(TestTracker.Office))).Text("main");
        Assert.Contains("已逾期（0 项）", due);
        Assert.Matches(@"5 个工作日内到期（1 项）[\s\S]*答复期限\s*2026年3月30日\s*剩余4个工作日", due);
        tracker.Time.Now = now;
        var me = await tracker.NewAccountAsync([new(TestTracker.Office, Role.Statistician)]);
        using var browser = tracker.Browser(me);
        using var nobody = tracker.Browser(account: null);

        using var made = await SendAsync(browser, "Calendar");
        var address = (await Browsing.PageOfAsync(made)).Text("#calendar-address");
        Assert.Matches(@"^http://localhost/calendar/[\w-]{43}\.ics$", address);
        Assert.DoesNotContain("calendar-address", (await browser.PageAsync(Addresses.MyChannels)).Source.Text);
        await tracker.Services.GetRequiredService<ChannelSettings>().SetSendingAsync(new("https://tracker.office.example", Mail: null), tracker.Time.Now, default);

        using var read = await nobody.GetAsync(new Uri(address).AbsolutePath);
        var file = await read.Content.ReadAsByteArrayAsync();
        Assert.Equal("text/calendar", read.Content.Headers.ContentType!.MediaType);
        var number = (await tracker.StreamAsync(id)).State.Registration!.Number;
        var dueOn = (await everybody.PageAsync(Addresses.Case(TestTracker.Office, id))).Text(".deadline");
        var parsed = await ParsedAsync(file);
        Assert.Contains(parsed, one => one.Contains($"|supplementnotice-{id}@tracker|{number} 补正告知期限|", StringComparison.Ordinal));
        var event_ = Assert.Single(parsed, one => one.Contains("|answer-", StringComparison.Ordinal));
        Assert.Equal($"answer-{id}@tracker|{number} 答复期限|https://tracker.office.example{Addresses.Case(TestTracker.Office, id)}", event_[(event_.IndexOf('|') + 1)..]);
        var day = DateOnly.ParseExact(event_[..event_.IndexOf('|')], "yyyy-MM-dd");
        Assert.Contains($"{day.Year}年{day.Month}月{day.Day}日", dueOn);
        Assert.Contains("2026-03-10 09:00", (await browser.PageAsync(Addresses.MyChannels)).Text("tbody td"));

        var page = await browser.PageAsync(Addresses.MyChannels);
        var hash = page.QuerySelector("input[name=id]")!.GetAttribute("value")!;
        using (var another = await SendAsync(everybody, "Revoke", ("id", hash)))
        {
            Assert.Contains("没有这个订阅地址，可能已经停用。", (await everybody.FollowAsync(another)).Text(".banner"));
        }

        using (var still = await nobody.GetAsync(new Uri(address).AbsolutePath))
        {
            Assert.Equal(HttpStatusCode.OK, still.StatusCode); // it is not theirs to revoke
        }

        Assert.Contains("已停用订阅地址。", (await browser.FollowAsync(await SendAsync(browser, "Revoke", ("id", hash)))).Text(".banner"));
        Assert.Contains("没有这个订阅地址", (await browser.FollowAsync(await SendAsync(browser, "Revoke", ("id", hash)))).Text(".banner"));
        Assert.Single((await everybody.PageAsync(Addresses.Audit(TestTracker.Office))).QuerySelectorAll("tbody tr"), row => row.TextContent.Contains("停用日历订阅地址", StringComparison.Ordinal));
        foreach (var gone in new[] { new Uri(address).AbsolutePath, "/calendar/x.ics", $"/calendar/{new string('A', 43)}.ics", $"/calendar/{new string('A', 4000)}.ics" })
        {
            using var response = await nobody.GetAsync(gone);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }

        for (var each = 0; each < CalendarAddresses.Most; each++)
        {
            using var one = await SendAsync(browser, "Calendar");
            Assert.Equal(HttpStatusCode.OK, one.StatusCode);
        }

        using var oneMore = await SendAsync(browser, "Calendar");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, oneMore.StatusCode);
    }

    [Fact]
    public async Task Who_was_disabled_or_has_left_the_office_gets_no_mail_of_it()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        var here = await tracker.NewAccountAsync([new(OfficeRole.EveryOffice, Role.Supervisor)]);
        var elsewhere = await tracker.NewAccountAsync([new("other-office", Role.Handler)]);
        var disabled = await tracker.NewAccountAsync([new(TestTracker.Office, Role.Handler)]);
        await using (var scope = tracker.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<People>().SetDisabledAsync(disabled, disabled: true, by: null, default);
        }

        var send = MailRecipients.StillHere(tracker.Worker, (_, _, _) => Task.FromResult(new SendOutcome(SendResult.Delivered)));
        foreach (var (account, kind, channel, expected) in new[]
        {
            (here, MessageKind.Digest, MessageChannel.Mail, SendResult.Delivered),
            (elsewhere, MessageKind.Digest, MessageChannel.Mail, SendResult.ChannelOff),
            (elsewhere, MessageKind.Test, MessageChannel.Mail, SendResult.Delivered),
            (disabled, MessageKind.Reminder, MessageChannel.Mail, SendResult.ChannelOff),
            (disabled, MessageKind.Test, MessageChannel.Mail, SendResult.ChannelOff),
            (disabled, MessageKind.Notice, MessageChannel.WeCom, SendResult.Delivered),
        })
        {
            var message = new OutgoingMessage(Guid.NewGuid(), TestTracker.Office, channel, kind, account.Id, "key", [], tracker.Time.Now);
            Assert.Equal((kind, expected), (kind, (await send(message, tracker.Time.Now, default)).Result));
        }
    }

    [Fact]
    public async Task The_calendar_holds_the_offices_one_may_see_and_nothing_for_who_was_disabled_or_asks_too_often()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var everybody = tracker.Browser();
        await ThePage.RegisterAsync(everybody);
        var addresses = tracker.Services.GetRequiredService<CalendarAddresses>();
        var administrator = await tracker.NewAccountAsync([new(TestTracker.Office, Role.Administrator)]);
        var token = (await addresses.MakeAsync(administrator.Id, default))!;
        using var nobody = tracker.Browser(account: null);

        Assert.Empty(await ParsedAsync(await nobody.GetByteArrayAsync(Addresses.DueCalendar(token)))); // who administers sees no case

        await using (var scope = tracker.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<People>().SetDisabledAsync(administrator, disabled: true, by: null, default);
        }

        var answers = new List<HttpStatusCode>();
        for (var look = 0; look < DueCalendars.LooksPerMinute; look++)
        {
            using var response = await nobody.GetAsync(Addresses.DueCalendar(token));
            answers.Add(response.StatusCode);
        }

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], answers.Distinct());
    }

    /// <summary>What Debian's python3-icalendar finds in a file: day, uid, summary and address of each event.</summary>
    private static async Task<string[]> ParsedAsync(byte[] file)
    {
        const string script =
            """
            import sys, icalendar
            calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
            assert calendar["VERSION"] == "2.0" and calendar["PRODID"] and not calendar.errors
            for event in calendar.walk("VEVENT"):
                assert not event.errors and event["DTSTAMP"].dt and (event["DTEND"].dt - event["DTSTART"].dt).days == 1
                print(event["DTSTART"].dt.isoformat(), event["UID"], event["SUMMARY"], event["URL"], sep="|")
            """;
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-X", "utf8", "-c", script])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await python.StandardInput.BaseStream.WriteAsync(file);
        python.StandardInput.Close();
        var found = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        Assert.Equal(0, python.ExitCode);
        return found.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string handler, params (string Name, string Value)[] typed)
    {
        var page = await browser.PageAsync(Addresses.MyChannels);
        var token = page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.PostAsync(
            Addresses.MyChannels + (handler.Length > 0 ? $"?handler={handler}" : ""),
            new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. typed.Select(field => KeyValuePair.Create(field.Name, field.Value))]));
    }
}
