using System.Text;
using System.Text.Json;
using Tracker.Reminders.Channels;
using Tracker.Reminders.Outbox;

namespace Tracker.Reminders.Tests.Delivering;

/// <summary>Webhooks and robots against an endpoint that checks what it gets.</summary>
public sealed class HttpChannelTests(HookServer hooks) : IClassFixture<HookServer>
{
    private static readonly DateTimeOffset Now = Sample.At("2026-03-10 09:00");

    [Fact]
    public async Task A_webhook_gets_signed_json_with_number_due_date_and_days_left()
    {
        var message = Sample.Message(MessageChannel.Webhook);
        Assert.Equal(new(SendResult.Delivered, 200), await SendAsync(MessageChannel.Webhook, "/signed", HookServer.Secret, message));
        Assert.Equal(new(SendResult.Refused, 401), await SendAsync(MessageChannel.Webhook, "/signed", "another secret", message));

        var (_, key, body) = Assert.Single(hooks.Taken, taken => taken.Key == message.IdempotencyKey);
        using var json = JsonDocument.Parse(body);
        Assert.Equal(key, json.RootElement.GetProperty("id").GetString());
        Assert.Equal("Notice", json.RootElement.GetProperty("kind").GetString());
        var item = Assert.Single(json.RootElement.GetProperty("items").EnumerateArray());
        Assert.Equal(
            ("2026-0001", "Answer", "2026-03-12", 2),
            (item.GetProperty("number").GetString(), item.GetProperty("matter").GetString(), item.GetProperty("dueOn").GetString(), item.GetProperty("workingDaysLeft").GetInt32()));
    }

    [Theory]
    [InlineData(204, Verdict.Sent)]
    [InlineData(302, Verdict.Parked)]
    [InlineData(400, Verdict.Parked)]
    [InlineData(404, Verdict.Parked)]
    [InlineData(408, Verdict.Retried)]
    [InlineData(429, Verdict.Retried)]
    [InlineData(500, Verdict.Retried)]
    [InlineData(503, Verdict.Retried)]
    public async Task What_is_answered_decides_whether_it_is_tried_again_and_no_redirect_is_followed(int status, Verdict verdict)
    {
        var message = Sample.Message(MessageChannel.Webhook);

        var outcome = await SendAsync(MessageChannel.Webhook, $"/status/{status}", HookServer.Secret, message);

        Assert.Equal((verdict, status), (outcome.Verdict, outcome.Answer));
        Assert.DoesNotContain(hooks.Taken, taken => taken.Key == message.IdempotencyKey);
    }

    [Fact]
    public async Task What_hangs_up_or_is_not_there_is_tried_again_and_what_is_not_allowed_is_not_called()
    {
        var message = Sample.Message(MessageChannel.Webhook);
        Assert.Equal(new(SendResult.ConnectionLost), await SendAsync(MessageChannel.Webhook, "/cut", HookServer.Secret, message));
        using var http = new HttpChannel();
        foreach (var (url, expected) in new[]
        {
            ("http://127.0.0.1:1/", SendResult.Unreachable),
            (hooks.Url.Replace("http:", "https:", StringComparison.Ordinal), SendResult.NotSecure),
            ("http://hooks.example/", SendResult.AddressNotAllowed),
            ("http://10.0.0.1/", SendResult.AddressNotAllowed),
            ("http://127.0.0.1.example/", SendResult.AddressNotAllowed),
            ("https://user:password@hooks.example/", SendResult.AddressNotAllowed),
            ("file:///etc/passwd", SendResult.AddressNotAllowed),
            ("ftp://hooks.example/", SendResult.AddressNotAllowed),
            ("hooks.example", SendResult.AddressNotAllowed),
        })
        {
            var channel = new OfficeChannel(Guid.NewGuid(), MessageChannel.Webhook, "样例", url, "secret");
            Assert.Equal((url, expected), (url, (await http.SendAsync(channel, message, Sample.Text(), Now, default)).Result));
        }
    }

    [Fact]
    public async Task The_robots_get_their_text_and_say_with_errcode_whether_they_took_it()
    {
        var message = Sample.Message(MessageChannel.WeCom);
        Assert.Equal(new(SendResult.Delivered, 0), await SendAsync(MessageChannel.WeCom, "/wecom", secret: null, message));
        Assert.Equal(new(SendResult.Delivered, 0), await SendAsync(MessageChannel.DingTalk, "/dingtalk?access_token=sample", HookServer.Secret, message));
        Assert.Equal(new(SendResult.Refused, 401), await SendAsync(MessageChannel.DingTalk, "/dingtalk?access_token=sample", "another secret", message));
        Assert.Equal(new(SendResult.Delivered, 0), await SendAsync(MessageChannel.DingTalk, "/robot/0", secret: null, message));
        Assert.Equal(new(SendResult.Refused, 93000), await SendAsync(MessageChannel.WeCom, "/robot/93000", secret: null, message));
        Assert.Equal(new(SendResult.Busy, 45009), await SendAsync(MessageChannel.WeCom, "/robot/45009", secret: null, message));
        Assert.Equal(new(SendResult.Refused, 310000), await SendAsync(MessageChannel.DingTalk, "/robot/310000", secret: null, message));
        Assert.Equal(new(SendResult.Busy, 130101), await SendAsync(MessageChannel.DingTalk, "/robot/130101", secret: null, message));
        Assert.Equal(new(SendResult.Busy, 503), await SendAsync(MessageChannel.DingTalk, "/status/503", secret: null, message));
        Assert.Equal(new(SendResult.Refused), await SendAsync(MessageChannel.WeCom, "/page", secret: null, message));

        foreach (var taken in hooks.Taken.Where(taken => taken.Key == message.IdempotencyKey && taken.Path is "/wecom" or "/dingtalk"))
        {
            using var json = JsonDocument.Parse(taken.Body);
            Assert.Equal("text", json.RootElement.GetProperty("msgtype").GetString());
            Assert.Equal("提醒 1 项\n样例：\n2026-0001 2026年3月12日到期", json.RootElement.GetProperty("text").GetProperty("content").GetString());
        }
    }

    [Fact]
    public void What_is_too_long_for_a_robot_is_cut_between_two_items_and_says_how_many_are_left()
    {
        using var json = JsonDocument.Parse(GroupRobot.Body(MessageChannel.WeCom, Sample.Text(lines: 300)));
        var content = json.RootElement.GetProperty("text").GetProperty("content").GetString()!;
        var shown = content.Split('\n').Count(line => line.EndsWith("到期", StringComparison.Ordinal));

        Assert.InRange(Encoding.UTF8.GetByteCount(content), 1000, 2048);
        Assert.EndsWith($"另有 {300 - shown} 项", content);
    }

    private async Task<SendOutcome> SendAsync(MessageChannel kind, string path, string? secret, OutgoingMessage message)
    {
        using var http = new HttpChannel();
        return await http.SendAsync(new(Guid.NewGuid(), kind, "样例", hooks.Url + path, secret), message, Sample.Text(), Now, default);
    }
}
