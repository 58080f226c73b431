using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Tracker.Reminders.Outbox;

namespace Tracker.Reminders.Channels;

/// <summary>Webhook: what is posted, and how its receiver knows from whom it is.</summary>
public static class WebhookMessage
{
    /// <summary>Seconds since 1970; a receiver refuses what is some minutes old.</summary>
    public const string TimestampHeader = "X-Tracker-Timestamp";

    /// <summary><c>sha256=</c> and in hexadecimal HMAC-SHA256 under the secret over timestamp, full stop and body.</summary>
    public const string SignatureHeader = "X-Tracker-Signature";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Body(OutgoingMessage message, MessageText text, DateTimeOffset now) => JsonSerializer.Serialize(
        new
        {
            Id = message.IdempotencyKey,
            message.Kind,
            message.Office,
            SentAt = now.ToUniversalTime(),
            Title = text.Subject,
            Items = text.Items.Select(item => new
            {
                item.Line.Number,
                item.Line.Reminder.Due.Matter,
                item.Line.Reminder.Due.DueOn,
                item.State,
                item.WorkingDaysLeft,
                item.Late,
                item.Text,
                item.Link,
            }),
        },
        Json);

    /// <summary>The signature of a body.</summary>
    public static string Signature(string timestamp, string body, string secret) => "sha256=" + Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));

    internal static void Sign(HttpRequestHeaders headers, string body, string secret, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        headers.Add(TimestampHeader, timestamp);
        headers.Add(SignatureHeader, Signature(timestamp, body, secret));
    }
}
