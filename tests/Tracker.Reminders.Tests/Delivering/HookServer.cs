using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tracker.Reminders.Tests.Delivering;

/// <summary>
/// An endpoint on loopback that takes, refuses and hangs up, as its address says. A webhook's signature and a 钉钉 robot's sign are computed here
/// from what their documents say, without any code of ours.
/// </summary>
public sealed class HookServer : IAsyncLifetime
{
    public const string Secret = "sample-secret";

    private WebApplication app = null!;

    /// <summary>What was taken: where, under which key, and what it said.</summary>
    public ConcurrentQueue<(string Path, string Key, string Body)> Taken { get; } = new();

    public string Url => app.Urls.First();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var (path, body) = (context.Request.Path.Value!, await reader.ReadToEndAsync());
        if (path == "/cut")
        {
            context.Abort();
            return;
        }

        if (path.StartsWith("/status/", StringComparison.Ordinal))
        {
            context.Response.StatusCode = int.Parse(path["/status/".Length..], CultureInfo.InvariantCulture);
            context.Response.Headers.Location = "/signed";
            return;
        }

        if (path.StartsWith("/robot/", StringComparison.Ordinal))
        {
            await context.Response.WriteAsync($$"""{"errcode":{{path["/robot/".Length..]}},"errmsg":"sample"}""");
        }
        else if ((path == "/signed" && !IsSigned(context.Request, body)) || (path == "/dingtalk" && !IsDingTalk(context.Request.Query)))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        else if (path != "/signed")
        {
            await context.Response.WriteAsync(path == "/page" ? "<html>" : """{"errcode":0,"errmsg":"ok"}""");
        }

        Taken.Enqueue((path, context.Request.Headers["Idempotency-Key"].ToString(), body));
    }

    private static bool IsSigned(HttpRequest request, string body)
    {
        var stamp = request.Headers["X-Tracker-Timestamp"].ToString();
        var expected = HMACSHA256.HashData(Encoding.ASCII.GetBytes(Secret), Encoding.UTF8.GetBytes(stamp + "." + body));
        return request.Headers["X-Tracker-Signature"] == "sha256=" + Convert.ToHexString(expected).ToLowerInvariant();
    }

    private static bool IsDingTalk(IQueryCollection query)
    {
        var text = query["timestamp"] + "\n" + Secret;
        return query["access_token"] == "sample" && query["timestamp"].ToString().Length == 13
            && query["sign"] == Convert.ToBase64String(HMACSHA256.HashData(Encoding.ASCII.GetBytes(Secret), Encoding.ASCII.GetBytes(text)));
    }
}
