using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Tracker.Reminders.Outbox;

namespace Tracker.Reminders.Channels;

/// <summary>
/// Sends over HTTP. It follows no redirect and asks no proxy: what an administrator entered is what is called. Of the answer nothing but a number
/// is kept, so that nobody reads through it what stands behind a wall.
/// </summary>
public sealed class HttpChannel : IDisposable
{
    /// <summary>A robot's answer is a few dozen bytes.</summary>
    private const int LongestAnswer = 16 * 1024;

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = LongestAnswer,
    };

    /// <summary>Sends one message to an office's channel, and says what came of it.</summary>
    public async Task<SendOutcome> SendAsync(
        OfficeChannel channel, OutgoingMessage message, MessageText text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (ChannelAddress.Allowed(channel.Url) is not { } address)
        {
            return new(SendResult.AddressNotAllowed);
        }

        var body = channel.Kind == MessageChannel.Webhook ? WebhookMessage.Body(message, text, now) : GroupRobot.Body(channel.Kind, text);
        using var request = new HttpRequestMessage(HttpMethod.Post, channel.Kind == MessageChannel.DingTalk ? GroupRobot.WithSign(address, channel.Secret, now) : address)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new("application/json", "utf-8") } },
        };
        request.Headers.Add("Idempotency-Key", message.IdempotencyKey);
        if (channel is { Kind: MessageChannel.Webhook, Secret: { } secret })
        {
            WebhookMessage.Sign(request.Headers, body, secret, now);
        }

        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode && channel.Kind != MessageChannel.Webhook
                ? GroupRobot.OutcomeOf(await response.Content.ReadAsStringAsync(cancellationToken))
                : OutcomeOf(response.StatusCode);
        }
        catch (HttpRequestException fault)
        {
            return OutcomeOf(fault);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(SendResult.TimedOut);
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>What is refused for good is not tried again: a redirect, and all of 4xx but 408 and 429.</summary>
    private static SendOutcome OutcomeOf(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => new(SendResult.Delivered, (int)status),
        408 or 429 or >= 500 => new(SendResult.Busy, (int)status),
        _ => new(SendResult.Refused, (int)status),
    };

    private static SendOutcome OutcomeOf(HttpRequestException fault) => fault switch
    {
        { HttpRequestError: HttpRequestError.SecureConnectionError } or { InnerException: AuthenticationException } => new(SendResult.NotSecure),
        { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError } or { InnerException: SocketException } =>
            new(SendResult.Unreachable),
        _ => new(SendResult.ConnectionLost),
    };
}
