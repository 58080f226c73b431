using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tracker.Domain.Offices;
using Tracker.Reminders;
using Tracker.Reminders.Channels;
using Tracker.Reminders.Outbox;
using Tracker.Tests;
using Tracker.Web.Accounts;
using Tracker.Web.Pages;
using Tracker.Web.Tests.Pages.Administration;
using Tracker.Web.Wiring;

namespace Tracker.Web.Tests.Pages.Sending;

/// <summary>What an administrator sets of what leaves the product, and sees of it.</summary>
public sealed class ReminderChannelPagesTests(PrivateClusterFixture cluster)
{
    private const string Secret = "sample-secret-0123456789";

    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly string Channels = Addresses.ReminderChannels(TestTracker.Office);
    private static readonly string Outbox = Addresses.Outbox(TestTracker.Office);
    private static readonly string Sending = Addresses.Sending(TestTracker.Office);
    private static readonly string Quiet = Addresses.QuietHours(TestTracker.Office);

    [Fact]
    public async Task A_channel_is_added_tested_shown_without_its_secrets_parked_sent_again_and_removed()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        using var added = await AddAsync(browser, ("Form.Kind", "Webhook"), ("Form.Name", "样例渠道"), ("Form.Url", "http://127.0.0.1:1/hook?key=sample"), ("Form.Secret", Secret));
        var page = await browser.FollowAsync(added);
        Assert.Equal("已添加提醒渠道“样例渠道”，系统将连接 127.0.0.1:1。", page.Text(".banner"));
        Assert.DoesNotContain("key=sample", page.Source.Text);
        Assert.DoesNotContain(Secret, page.Source.Text);
        var channel = Assert.Single(await tracker.Services.GetRequiredService<ChannelSettings>().OfOfficeAsync(TestTracker.Office, default));
        Assert.Equal((MessageChannel.Webhook, Secret), (channel.Kind, channel.Secret));

        using (var same = await AddAsync(browser, ("Form.Kind", "Webhook"), ("Form.Name", " 样例渠道 "), ("Form.Url", "https://hooks.example/"), ("Form.Secret", Secret)))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, same.StatusCode);
            Assert.Contains("请换一个名称", (await Browsing.PageOfAsync(same)).Text("[data-valmsg-for='Form.Name']"));
        }

        foreach (var sentence in new[] { "已经排队", "“样例渠道”：不到一分钟前刚发过一次测试" })
        {
            Assert.Contains(sentence, (await browser.FollowAsync(await PressAsync(browser, page, Channels, "Test"))).Text(".banner"));
        }

        var worker = Worker(tracker, new(SendResult.Refused, 404));
        Assert.Equal(1, await worker.SendDueAsync(MessageChannel.Webhook, default));
        Assert.Contains("搁置，对方拒绝接收（404）", (await browser.PageAsync(Channels)).Text("tbody"));
        var parked = await browser.PageAsync($"{Outbox}?state=Parked");
        using (var number = await browser.GetAsync($"{Outbox}?state=0"))
        using (var empty = await browser.GetAsync($"{Outbox}?state="))
        {
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (number.StatusCode, empty.StatusCode));
        }

        Assert.Contains("对方拒绝接收（404）", parked.Text("tbody .attempts"));
        Assert.Contains("样例渠道", parked.Text("tbody"));
        using (var head = tracker.Browser(await tracker.NewAccountAsync([new(TestTracker.Office, Role.DisclosureHead)])))
        {
            var seen = await head.PageAsync(Outbox);
            Assert.Contains("搁置", seen.Text("tbody"));
            Assert.Empty(seen.QuerySelectorAll("main button")); // to be seen by who answers for it, not to be sent again
        }

        Assert.Contains("已经重新排队发送", (await browser.FollowAsync(await PressAsync(browser, parked, Outbox, "Again"))).Text(".banner"));
        Assert.Contains("已经不在搁置之列", (await browser.FollowAsync(await PressAsync(browser, parked, Outbox, "Again"))).Text(".banner"));
        await Worker(tracker, new(SendResult.Delivered, 200)).SendDueAsync(MessageChannel.Webhook, default);
        Assert.Equal(2, (await browser.PageAsync($"{Outbox}?state=Sent")).QuerySelectorAll(".attempts li").Length);

        var listed = await browser.PageAsync(Channels);
        await browser.FollowAsync(await PressAsync(browser, listed, Channels, "Remove"));
        Assert.Contains("没有这个提醒渠道，可能已经移除。", (await browser.FollowAsync(await PressAsync(browser, listed, Channels, "Remove"))).Text(".banner"));
        Assert.Empty(await tracker.Services.GetRequiredService<ChannelSettings>().OfOfficeAsync(TestTracker.Office, default));
        Assert.Contains("样例渠道（已移除）", (await browser.PageAsync(Outbox)).Text("tbody"));
        var audit = (await browser.PageAsync(Addresses.Audit(TestTracker.Office))).QuerySelectorAll("tbody tr");
        Assert.All(
            new[] { "添加提醒渠道", "移除提醒渠道", "重新发送消息" },
            what => Assert.Single(audit, row => row.TextContent.Contains(what, StringComparison.Ordinal))); // once each: what changed nothing is not noted
        Assert.DoesNotContain("sample", tracker.Log);
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_nothing_is_kept()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        foreach (var (kind, url, secret, field, sentence) in new[]
        {
            ("", "https://hooks.example/", Secret, "Form.Kind", "请选择种类。"),
            ("Mail", "https://hooks.example/", Secret, "Form.Kind", "填写的内容无法识别，请检查格式。"),
            ("99", "https://hooks.example/", Secret, "Form.Kind", "填写的内容无法识别，请检查格式。"),
            ("Webhook", "", Secret, "Form.Url", "请填写地址。"),
            ("Webhook", "http://10.0.0.1/", Secret, "Form.Url", "地址应以 https:// 开头"),
            ("Webhook", "https://user:word@hooks.example/", Secret, "Form.Url", "不能带用户名、密码"),
            ("Webhook", "https://hooks.example/", "short", "Form.Secret", "至少 16 个字符"),
            ("WeCom", "https://hooks.example/", Secret, "Form.Secret", "请留空"),
        })
        {
            using var refused = await AddAsync(browser, ("Form.Kind", kind), ("Form.Name", "样例"), ("Form.Url", url), ("Form.Secret", secret));
            Assert.Equal((sentence, HttpStatusCode.UnprocessableEntity), (sentence, refused.StatusCode));
            var page = await Browsing.PageOfAsync(refused);
            Assert.Contains(sentence, page.Text($"[data-valmsg-for='{field}']"));
            Assert.DoesNotContain(Secret, page.Source.Text);
        }

        foreach (var (field, value, sentence) in new[]
        {
            ("Form.PublicUrl", "http://office.example", "网址应以 https:// 开头"),
            ("Form.Host", "a b", "服务器应是主机名或者 IP 地址。"),
            ("Form.Port", "0", "端口是 1 至 65535 的整数。"),
            ("Form.Security", "None", "不加密只能用于本机上的发信服务器。"),
            ("Form.Password", "", "请填写密码。"),
            ("Form.Sender", "样例", "请填写发件人的邮箱地址"),
        })
        {
            using var refused = await browser.FillInAsync(Sending, [.. Server, (field, value)]);
            Assert.Equal((field, HttpStatusCode.UnprocessableEntity), (field, refused.StatusCode));
            Assert.Contains(sentence, (await Browsing.PageOfAsync(refused)).Text($"[data-valmsg-for='{field}']"));
        }

        foreach (var (from, to, sentence) in new[] { ("18:00", "", "免打扰时段从傍晚到次日早晨"), ("08:30", "18:00", "免打扰时段从傍晚到次日早晨"), ("25:00", "08:30", "请写成 18:00 或者 1800。") })
        {
            using var refused = await browser.FillInAsync(Quiet, ("Form.From", from), ("Form.To", to));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(sentence, (await Browsing.PageOfAsync(refused)).Text(".errors"));
        }

        var settings = tracker.Services.GetRequiredService<ChannelSettings>();
        Assert.Empty(await settings.OfOfficeAsync(TestTracker.Office, default));
        Assert.Null((await settings.SendingAsync(default)).Mail);
    }

    [Fact]
    public async Task Quiet_hours_are_a_dated_fact_and_the_server_is_set_for_all_by_who_administers_all()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        var quiet = await browser.FollowAsync(await browser.FillInAsync(Quiet, ("Form.From", "17：30"), ("Form.To", "900")));
        Assert.Contains("已经排好的消息仍在原定时间发出", quiet.Text(".banner"));
        Assert.Equal(new QuietHoursSet(Today, new(17, 30), new(9, 0)), (await OfficeDataPageTests.EventsAsync(tracker)).Last());
        var page = await browser.FollowAsync(await browser.FillInAsync(Quiet, ("Form.From", ""), ("Form.To", "")));
        Assert.Contains("免打扰时段为 17:30 至次日 09:00 和休息日。", page.Text("tbody"));
        Assert.Contains("不设免打扰时段", page.Text("tbody"));

        var saved = await browser.FollowAsync(await browser.FillInAsync(Sending, Server));
        Assert.Contains("smtp.office.example:587，加密（STARTTLS），用户名 sample，发件人 tracker@office.example", saved.Text(".facts"));
        Assert.DoesNotContain(Secret, saved.Source.Text);
        var settings = tracker.Services.GetRequiredService<ChannelSettings>();
        await browser.FollowAsync(await browser.FillInAsync(Sending, ("Form.Port", "2587")));
        Assert.Equal(
            new("https://tracker.office.example", new("smtp.office.example", 2587, Encrypted: true, "sample", Secret, "tracker@office.example")),
            await settings.SendingAsync(default));
        using var elsewhere = await browser.FillInAsync(Sending, ("Form.Host", "other.example"));
        Assert.Contains("请填写密码。", (await Browsing.PageOfAsync(elsewhere)).Text(".errors"));

        using var local = tracker.Browser(await tracker.NewAccountAsync([new(TestTracker.Office, Role.Administrator)]));
        Assert.Contains("由全部机关的管理员修改", (await local.PageAsync(Sending)).Text("main"));
        await browser.FollowAsync(await browser.FillInAsync(Sending, ("Form.Host", ""), ("Form.PublicUrl", "")));
        Assert.Equal(new(PublicUrl: null, Mail: null), await settings.SendingAsync(default));
    }

    [Fact]
    public async Task While_the_pages_are_served_what_is_enqueued_goes_out_at_once_and_it_stops_cleanly()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        var settings = tracker.Services.GetRequiredService<ChannelSettings>();
        var id = Guid.CreateVersion7();
        await settings.SetOfOfficeAsync(TestTracker.Office, new(id, MessageChannel.Webhook, "样例", "http://127.0.0.1:1/", Secret), tracker.Time.Now, default);
        using var watch = new OutboxWatch(
            tracker.Worker,
            tracker.Services.GetRequiredService<LegalClock>(),
            tracker.Services.GetRequiredService<ReadReminderLines>(),
            tracker.Services.GetRequiredService<HttpChannel>(),
            NullLogger<OutboxWatch>.Instance);
        await watch.StartAsync(default);
        await Task.Delay(200); // it has looked once and found nothing; from here on somebody must ring
        var outbox = tracker.Services.GetRequiredService<OutboxList>();
        await outbox.AddAsync(
            new(Guid.CreateVersion7(), TestTracker.Office, MessageChannel.Webhook, MessageKind.Test, id, "test-now", [], tracker.Time.Now), tracker.Time.Now, default);

        OutboxEntry? tried = null;
        for (var waited = 0; tried?.Result is null && waited < 100; waited++)
        {
            await Task.Delay(100);
            tried = await outbox.LastTestAsync(TestTracker.Office, id, default);
        }

        Assert.Equal((SendResult.Unreachable, MessageState.Waiting), (tried?.Result, tried?.State));
        await watch.StopAsync(default).WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static (string, string)[] Server =>
    [
        ("Form.PublicUrl", "https://tracker.office.example/"), ("Form.Host", "smtp.office.example"), ("Form.Port", "587"), ("Form.Security", "StartTls"),
        ("Form.UserName", "sample"), ("Form.Password", Secret), ("Form.Sender", "tracker@office.example"),
    ];

    private static OutboxWorker Worker(TestTracker tracker, SendOutcome outcome) =>
        new(tracker.Worker, (_, _, _) => Task.FromResult(outcome), () => tracker.Time.Now);

    private static async Task<HttpResponseMessage> AddAsync(HttpClient browser, params (string Name, string Value)[] typed) =>
        await browser.PostAsync(Channels, new FormUrlEncodedContent([.. await TokenAsync(browser), .. typed.Select(field => KeyValuePair.Create(field.Name, field.Value))]));

    /// <summary>Presses the first button of a handler, as the page shows it.</summary>
    private static Task<HttpResponseMessage> PressAsync(HttpClient browser, AngleSharp.Html.Dom.IHtmlDocument page, string address, string handler)
    {
        var form = page.MainForms().First(form => form.Action.Contains($"handler={handler}", StringComparison.Ordinal));
        return browser.PostAsync(
            $"{address}?handler={handler}",
            new FormUrlEncodedContent(form.Elements.OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name!, input.Value))));
    }

    private static async Task<IEnumerable<KeyValuePair<string, string>>> TokenAsync(HttpClient browser) =>
        [KeyValuePair.Create("__RequestVerificationToken", (await browser.PageAsync("/password")).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!)];
}
