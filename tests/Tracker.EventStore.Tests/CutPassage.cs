using System.Net;
using System.Net.Sockets;

namespace Tracker.Tests;

/// <summary>One client's connection to the server, until one of the two ends it or it is cut.</summary>
internal sealed class CutPassage(Socket client, EndPoint address, Func<ReadOnlySpan<byte>, Fate> judge) : IDisposable
{
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(1);

    private readonly Socket server = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool losesAnswer;

    public async Task RunAsync()
    {
        try
        {
            await server.ConnectAsync(address);
            await Task.WhenAny(ToServerAsync(), ToClientAsync());
        }
        catch (SocketException)
        {
            // The server is not there; the client finds its connection closed.
        }

        Dispose();
    }

    public void Dispose()
    {
        client.Close(0); // at once, as a reset
        server.Close(0);
    }

    private async Task ToServerAsync()
    {
        var packet = new byte[64 * 1024];
        while (await ReceiveAsync(client, packet) is > 0 and var length)
        {
            var fate = judge(packet.AsSpan(0, length));
            losesAnswer = fate is Fate.LosesItsAnswer;
            if (fate is Fate.IsLost || !await SendAsync(server, packet.AsMemory(0, length)))
            {
                return;
            }

            if (losesAnswer)
            {
                await Task.WhenAny(answered.Task, Task.Delay(AnswerPatience));
                return;
            }
        }
    }

    private async Task ToClientAsync()
    {
        var packet = new byte[64 * 1024];
        while (await ReceiveAsync(server, packet) is > 0 and var length)
        {
            if (!losesAnswer)
            {
                await SendAsync(client, packet.AsMemory(0, length));
            }
            else if (packet.AsSpan(0, length) is [.., (byte)'Z', 0, 0, 0, 5, _]) // ready for query: it is done
            {
                answered.TrySetResult();
                return;
            }
        }
    }

    private static async Task<int> ReceiveAsync(Socket from, byte[] packet)
    {
        try
        {
            return await from.ReceiveAsync(packet);
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            return 0;
        }
    }

    private static async Task<bool> SendAsync(Socket to, ReadOnlyMemory<byte> packet)
    {
        try
        {
            await to.SendAsync(packet);
            return true;
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }
}
