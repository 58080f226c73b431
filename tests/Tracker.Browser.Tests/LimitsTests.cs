using System.Net.Sockets;
using System.Text;

namespace Tracker.Browser.Tests;

/// <summary>What only a real server limits.</summary>
public sealed class LimitsTests(DemoTracker tracker)
{
    [Theory]
    [InlineData("/sign-in", 400)] // its token is looked for in the body
    [InlineData("/tracker.css", 413)]
    [InlineData("/offices/quanzhou-digital/requests/new", 413)]
    public async Task A_body_of_a_gigabyte_is_turned_away_before_it_is_read(string path, int status)
    {
        var address = new Uri(tracker.Address);
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await using var stream = connection.GetStream();
        var head = $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {1 << 30}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);

        using var reader = new StreamReader(stream, Encoding.UTF8);
        var line = await reader.ReadLineAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith($"HTTP/1.1 {status} ", line, StringComparison.Ordinal);
    }
}
