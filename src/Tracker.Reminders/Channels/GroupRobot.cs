using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Tracker.Reminders.Outbox;

namespace Tracker.Reminders.Channels;

/// <summary>
/// 群机器人 of 企业微信 and 钉钉: the text message of their documents. Both answer 200 whatever happens, and say with errcode whether they took it.
/// </summary>
public static class GroupRobot
{
    /// <summary>How long a text may be, in bytes of UTF-8: 企业微信 2,048; 钉钉 takes messages of 20,000 as a whole.</summary>
    private const int WeComBytes = 2048;
    private const int DingTalkBytes = 18_000;

    /// <summary>系统繁忙, of both.</summary>
    private const int SystemBusy = -1;

    /// <summary>More than 20 messages a minute: 企业微信 45009, 钉钉 130101.</summary>
    private static readonly int[] ComeLater = [SystemBusy, 45009, 130101];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Body(MessageChannel robot, MessageText text)
    {
        var longest = robot == MessageChannel.WeCom ? WeComBytes : DingTalkBytes;
        var content = $"{text.Subject}\n{text.Body(body => Encoding.UTF8.GetByteCount($"{text.Subject}\n{body}") <= longest)}";
        return JsonSerializer.Serialize(new { Msgtype = "text", Text = new { Content = content } }, Json);
    }

    /// <summary>钉钉 加签: milliseconds since 1970 and, in base64, HMAC-SHA256 under the secret over them, a line break and the secret itself.</summary>
    public static Uri WithSign(Uri address, string? secret, DateTimeOffset now)
    {
        if (secret is null)
        {
            return address;
        }

        var timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{secret}")));
        var query = $"timestamp={timestamp}&sign={Uri.EscapeDataString(sign)}";
        return new UriBuilder(address) { Query = address.Query.Length > 1 ? $"{address.Query[1..]}&{query}" : query }.Uri;
    }

    public static SendOutcome OutcomeOf(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("errcode", out var code) || !code.TryGetInt32(out var number)
                ? new(SendResult.Refused)
                : number == 0 ? new(SendResult.Delivered, 0)
                : new(ComeLater.Contains(number) ? SendResult.Busy : SendResult.Refused, number);
        }
        catch (JsonException)
        {
            return new(SendResult.Refused); // whoever answered is no robot
        }
    }
}
