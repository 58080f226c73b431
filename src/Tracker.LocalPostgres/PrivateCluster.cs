using System.Data.Common;

namespace Tracker.LocalPostgres;

/// <summary>
/// 自带数据库: a PostgreSQL cluster of this machine's own, for the tracker and for tests. It is started by its first user and
/// stopped by its last; several processes may use one data folder at the same time.
/// </summary>
/// <remarks>
/// Every user holds the use lock shared. Whoever decides, starts or stops holds the start lock alone. On leaving, the one
/// who can take the use lock alone was the last. All locks die with their process, so a killed tracker leaves an orphaned
/// server at most, and the next user adopts that.
/// </remarks>
public sealed class PrivateCluster : IAsyncDisposable
{
    private static readonly TimeSpan OthersPatience = TimeSpan.FromMinutes(2);

    private readonly ClusterFiles files;
    private readonly Server server;
    private FileLock? use;
    private volatile Postmaster running;

    private PrivateCluster(ClusterFiles files, Server server, FileLock use, Postmaster running) =>
        (this.files, this.server, this.use, this.running) = (files, server, use, running);

    /// <summary>The folder with master key, locks and, in <c>pg</c>, the cluster; free of links.</summary>
    public string DataFolder => files.DataFolder;

    /// <summary>The folder with psql, pg_dump and the like of the server's version.</summary>
    public string BinFolder => server.Binaries.Folder;

    /// <summary>
    /// The folder of the server's only door; mode 0700, and the path is short. After <see cref="EnsureRunningAsync"/> it may be
    /// another one: whoever starts the server chooses it.
    /// </summary>
    public string SocketFolder => running.SocketFolder;

    /// <summary>Whether the server last seen still runs. It asks neither the server nor another program, and waits for nobody.</summary>
    public bool IsRunning => running.StillRuns;

    /// <summary>The server's log, which holds no value out of the book.</summary>
    public string LogFile => files.Log;

    /// <summary>Whether a cluster stands in the folder; of a folder nobody may look into it is not denied. Nothing is created.</summary>
    public static bool Exists(string dataFolder)
    {
        try
        {
            return Directory.Exists(dataFolder) && Directory.EnumerateDirectories(dataFolder).Contains(new ClusterFiles(dataFolder).Pg);
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>Opens the cluster in the folder; makes folder and cluster, starts or adopts the server as needed.</summary>
    /// <exception cref="LocalPostgresException">It cannot; the message is for the person at the terminal.</exception>
    public static async Task<PrivateCluster> OpenAsync(string dataFolder, CancellationToken cancellationToken = default)
    {
        var prepared = await LocalPostgres.DataFolder.PrepareAsync(dataFolder);
        using var starting = await StartLockAsync(prepared, cancellationToken);
        var account = await ServerAccount.ForAsync(prepared);
        await LocalPostgres.DataFolder.LetInAsync(prepared, account);
        var major = await NewCluster.MajorVersionAsync(prepared);
        var binaries = await PostgresBinaries.FindAsync(major);
        if (major is null)
        {
            await Server.WaitForTheLastAsync(prepared, cancellationToken);
            await NewCluster.CreateAsync(prepared, account, binaries);
        }

        return await UseAsync(prepared, new Server(prepared, account, binaries), cancellationToken);
    }

    /// <summary>How Npgsql reaches a database of the cluster, as its superuser.</summary>
    public string ConnectionString(string database) => new DbConnectionStringBuilder
    {
        ["Host"] = SocketFolder,
        ["Port"] = 5432,
        ["Username"] = NewCluster.Superuser,
        ["Database"] = database,
    }.ConnectionString;

    /// <summary>Makes the database unless it is there.</summary>
    public async Task CreateDatabaseIfMissingAsync(string database, CancellationToken cancellationToken = default)
    {
        // Two at once would both find it missing.
        using var alone = await StartLockAsync(files, cancellationToken);
        const string create =
            """
            select format('create database %I', :'name')
            where not exists (select from pg_database where datname = :'name') \gexec
            """;
        var psql = await Tool.RunAsync(
            [
                server.Binaries.Psql, "--no-psqlrc", "--quiet", "--host", SocketFolder, "--port", "5432",
                "--username", NewCluster.Superuser, "--dbname", "postgres",
                "--set", "ON_ERROR_STOP=1", "--set", $"name={database}",
            ],
            create);
        psql.OrRefuse($"无法建立数据库 {database}。");
    }

    /// <summary>Starts the server again when it has gone; sessions of before are lost.</summary>
    public async Task EnsureRunningAsync(CancellationToken cancellationToken = default)
    {
        using var starting = await StartLockAsync(files, cancellationToken);
        running = await server.EnsureRunningAsync(cancellationToken);
    }

    /// <summary>Ends the server as a power cut would, whoever uses it: for tests of what survives.</summary>
    public async Task StopImmediatelyAsync(CancellationToken cancellationToken = default)
    {
        using var stopping = await StartLockAsync(files, cancellationToken);
        await server.StopAsync("immediate");
    }

    /// <summary>Leaves the cluster; its last user stops the server.</summary>
    /// <exception cref="LocalPostgresException">The server did not stop; it is left to the next user.</exception>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref use, null) is not { } own)
            return;
        using var stopping = await StartLockAsync(files, CancellationToken.None);
        await LeaveAsync(files, server, own);
    }

    private static async Task<PrivateCluster> UseAsync(ClusterFiles files, Server server, CancellationToken cancellationToken)
    {
        var taken = FileLock.TryShared(files.UseLock)
            ?? throw new LocalPostgresException($"文件 {files.UseLock} 被其他程序独占，请先结束该程序。");
        try
        {
            return new PrivateCluster(files, server, taken, await server.EnsureRunningAsync(cancellationToken));
        }
        catch
        {
            await LeaveAsync(files, server, taken); // Ctrl+C while it starts must not leave a server behind
            throw;
        }
    }

    private static async Task LeaveAsync(ClusterFiles files, Server server, FileLock use)
    {
        use.Dispose();
        using var last = FileLock.TryExclusive(files.UseLock);
        if (last is not null)
            await server.StopAsync("fast");
    }

    private static Task<FileLock> StartLockAsync(ClusterFiles files, CancellationToken cancellationToken) =>
        FileLock.ExclusiveAsync(
            files.StartLock,
            OthersPatience,
            $"另一个 tracker 进程占用数据目录 {files.DataFolder} 已超过 {OthersPatience.TotalMinutes} 分钟，请稍后再试。",
            cancellationToken);
}
