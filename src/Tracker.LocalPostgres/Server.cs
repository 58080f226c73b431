using System.Globalization;

namespace Tracker.LocalPostgres;

/// <summary>Starts, adopts and stops the server of one cluster folder. Every caller holds the start lock.</summary>
internal sealed class Server(ClusterFiles files, ServerAccount account, PostgresBinaries binaries)
{
    private const long LongestLog = 10 * 1024 * 1024;
    private const int Patience = 600; // seconds; recovery after a power cut may take a while
    private const int FastPatience = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LastChildren = TimeSpan.FromSeconds(20);

    public PostgresBinaries Binaries => binaries;

    /// <summary>A server that accepts connections: the one that runs, also when nobody has looked after it, or a new one.</summary>
    public async Task<Postmaster> EnsureRunningAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var running = await Postmaster.FindAsync(files, account);
            if (running is { IsReady: true })
                return running;
            if (running is { IsStarting: true })
                await Task.Delay(Pause, cancellationToken);
            else if (running is not null)
                await StopAsync("fast"); // it is on its way down, or its socket was swept away
            else if (await IsVacantAsync(cancellationToken))
                await StartAsync();
        }
    }

    /// <summary>Stops the server, when one runs, and waits for its end.</summary>
    /// <param name="mode">"fast" ends the sessions in order; "immediate" is a power cut.</param>
    public async Task StopAsync(string mode)
    {
        if (await Postmaster.FindAsync(files, account) is not { } running)
        {
            await ClearAwayAsync();
            return;
        }

        var stop = await PgCtlStopAsync(mode, mode == "fast" ? FastPatience : Patience);
        // Asked in the moment between a crash and its recovery, PostgreSQL 15 waits for ever. What was committed outlives this too.
        if (!stop.Succeeded && mode == "fast")
            stop = await PgCtlStopAsync("immediate", Patience);
        if (!stop.Succeeded && await Postmaster.FindAsync(files, account) is not null)
            throw new LocalPostgresException($"无法停止数据库。\n{stop.Errors}{await LogTailAsync()}".TrimEnd());
        SocketFolders.Remove(running.SocketFolder);
    }

    /// <summary>
    /// The command wrapped so that the program and all its children hold the server lock: the kernel then tells whether
    /// any of them is alive, whatever pids say, also across containers that share the folder.
    /// </summary>
    public static IReadOnlyList<string> UnderServerLock(ClusterFiles files, IReadOnlyList<string> command) =>
        ["flock", "--nonblock", files.ServerLock, .. command];

    /// <summary>Waits for the children of a server or initdb that has just ended; refuses when they stay.</summary>
    public static async Task WaitForTheLastAsync(ClusterFiles files, CancellationToken cancellationToken) =>
        (await FileLock.ExclusiveAsync(files.ServerLock, LastChildren, Elsewhere(files), cancellationToken)).Dispose();

    /// <summary>
    /// Waits for the children of a server that has just ended. False: a server has come up meanwhile, because a tracker was killed
    /// after it had given the order to start one.
    /// </summary>
    private async Task<bool> IsVacantAsync(CancellationToken cancellationToken)
    {
        var waitingSince = Environment.TickCount64;
        while (true)
        {
            using (var nobody = FileLock.TryExclusive(files.ServerLock))
                if (nobody is not null)
                    return true;
            if (await Postmaster.FindAsync(files, account) is not null)
                return false;
            if (Environment.TickCount64 - waitingSince > LastChildren.TotalMilliseconds)
                throw new LocalPostgresException(Elsewhere(files));
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private async Task StartAsync()
    {
        File.Delete(files.PidFile); // stale, as nothing holds the server lock and no PostgreSQL works in the folder
        var socketFolder = await SocketFolders.PrepareAsync(files, account);
        SocketFolders.Sweep(socketFolder);
        await SetLogAsideAsync();
        ServerSettings.Write(files, socketFolder);
        // pg_ctl gives the server a session of its own, so Ctrl+C reaches the tracker alone, which then stops it in order.
        var start = await Tool.RunAsync(UnderServerLock(files, account.As(
        [
            binaries.PgCtl, "start", "-D", files.Pg, "-w", "-t", Seconds(Patience), "-l", files.Log,
            "-o", $"-c config_file={ShellQuoted(files.Settings)}",
        ])));
        if (!start.Succeeded)
            throw new LocalPostgresException($"数据库未能启动。\n{start.Errors}{await LogTailAsync()}".TrimEnd());
    }

    /// <summary>Of a server that was killed: its socket and the folder of it.</summary>
    private async Task ClearAwayAsync()
    {
        using var nobody = FileLock.TryExclusive(files.ServerLock);
        if (nobody is null)
            return; // children of it live on, or it runs where it cannot be seen from here
        await SocketFolders.ClearAwayAsync(files, account);
    }

    private Task<Finished> PgCtlStopAsync(string mode, int patience) =>
        account.RunAsync([binaries.PgCtl, "stop", "-D", files.Pg, "-m", mode, "-w", "-t", Seconds(patience)]);

    private static string Elsewhere(ClusterFiles files) =>
        $"数据目录 {files.DataFolder} 的数据库正在别处运行（例如另一个容器），请先停止它。";

    private async Task SetLogAsideAsync()
    {
        if (new FileInfo(files.Log) is { Exists: true, Length: > LongestLog })
            (await account.RunAsync(["mv", "-f", "--", files.Log, $"{files.Log}.1"])).OrRefuse("无法更换数据库日志。");
    }

    private async Task<string> LogTailAsync() => (await account.RunAsync(["tail", "-n", "12", "--", files.Log])).Output;

    private static string Seconds(int seconds) => seconds.ToString(CultureInfo.InvariantCulture);

    private static string ShellQuoted(string value) => $"'{value.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
