using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Tracker.Tests;

/// <summary>What becomes of a packet on its way to the server.</summary>
public enum Fate
{
    /// <summary>It arrives, and so does the answer.</summary>
    Passes,

    /// <summary>The connection is cut before it arrives.</summary>
    IsLost,

    /// <summary>It arrives and is carried out; the connection is cut before the answer comes back.</summary>
    LosesItsAnswer,
}

/// <summary>Stands between Npgsql and a cluster's socket, and cuts connections as a bad network would.</summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener door = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<CutPassage, Task> passages = [];
    private readonly UnixDomainSocketEndPoint server;
    private readonly Task accepting;

    public CuttingProxy(string socketFolder)
    {
        server = new(Path.Combine(socketFolder, ".s.PGSQL.5432"));
        door.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Asked for each packet that comes from a client.</summary>
    public Func<ReadOnlySpan<byte>, Fate> Judge { get; set; } = _ => Fate.Passes;

    /// <summary>The same database, by way of this proxy.</summary>
    public string Lead(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        Host = "127.0.0.1",
        Port = ((IPEndPoint)door.LocalEndpoint).Port,
        SslMode = SslMode.Disable,
    }.ConnectionString;

    /// <summary>The next packet that holds these words meets its fate; all others pass.</summary>
    public void CutOnce(Fate fate, string words)
    {
        var (sought, met) = (Encoding.UTF8.GetBytes(words), 0);
        Judge = packet => packet.IndexOf(sought) >= 0 && Interlocked.Exchange(ref met, 1) == 0 ? fate : Fate.Passes;
    }

    /// <summary>Cuts every connection there is, whatever it is doing.</summary>
    public void CutAll()
    {
        foreach (var passage in passages.Keys)
        {
            passage.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        door.Dispose();
        await accepting;
        CutAll();
        await Task.WhenAll(passages.Values);
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await door.AcceptSocketAsync();
            }
            catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
            {
                return;
            }

            var passage = new CutPassage(client, server, packet => Judge(packet));
            passages[passage] = passage.RunAsync();
        }
    }
}
