using System.Globalization;

namespace Tracker.LocalPostgres.Tests;

public sealed class ClusterSettingsTests(ANewCluster fixture) : IClassFixture<ANewCluster>
{
    private PrivateCluster Cluster => fixture.Cluster;

    [Theory]
    [InlineData("server_encoding", "UTF8")]
    [InlineData("data_checksums", "on")]
    [InlineData("fsync", "on")]
    [InlineData("full_page_writes", "on")]
    [InlineData("synchronous_commit", "on")]
    [InlineData("listen_addresses", "")]
    [InlineData("log_min_messages", "log")]
    [InlineData("log_min_error_statement", "panic")]
    [InlineData("log_error_verbosity", "terse")]
    [InlineData("log_parameter_max_length", "0")]
    [InlineData("log_parameter_max_length_on_error", "0")]
    [InlineData("log_statement", "none")]
    public async Task A_new_cluster_has_the_setting(string name, string expected) =>
        Assert.Equal(expected, await Cluster.AskAsync($"show {name}"));

    [Fact]
    public async Task A_new_cluster_sorts_by_code_point_and_lives_in_utc()
    {
        Assert.Equal("C.UTF-8|C.UTF-8", await Cluster.AskAsync("select datcollate, datctype from pg_database where datname = 'template1'"));
        Assert.Equal("0", await Cluster.AskAsync("select extract(timezone from timestamptz '2026-07-01')::int"));
        Assert.Equal(await Cluster.AskAsync("show timezone"), await Cluster.AskAsync("show log_timezone"));
    }

    [Fact]
    public async Task A_persons_own_settings_are_kept_but_never_win_over_ours()
    {
        await using var folder = new TestFolder();
        await (await folder.OpenAsync()).DisposeAsync();
        await File.AppendAllTextAsync(Path.Combine(folder.Pg, "postgresql.conf"), "\nwork_mem = '7MB'\nfsync = off\n");
        await using var cluster = await folder.OpenAsync();
        Assert.Equal("7MB", await cluster.AskAsync("show work_mem"));
        Assert.Equal("on", await cluster.AskAsync("show fsync"));
    }

    [Fact]
    public void No_process_of_the_server_listens_on_tcp()
    {
        var pid = fixture.Folder.ServerPid();
        var sockets = SocketInodes(pid);
        Assert.NotEmpty(sockets); // the Unix socket at least, else this test looks at nothing
        Assert.Empty(sockets.Intersect(TcpInodes(pid)));
    }

    [Fact]
    public void The_socket_folder_is_open_to_the_servers_account_alone()
    {
        Assert.True(File.Exists(Path.Combine(Cluster.SocketFolder, ".s.PGSQL.5432")));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(Cluster.SocketFolder));
    }

    [Fact]
    public async Task A_value_in_a_failing_statement_is_not_in_the_log()
    {
        await Cluster.CreateDatabaseIfMissingAsync("secrets");
        await Cluster.AskAsync("create table person (name text primary key); insert into person values ('张三丰密')", "secrets");
        string[] failing =
        [
            "select '张三丰密'::integer",
            "select no_such_column from person where name = '张三丰密'",
            "insert into person values ('张三丰密')",
            "do $$ begin raise warning '张三丰密'; raise exception '张三丰密'; end $$",
        ];
        foreach (var statement in failing)
            Assert.Contains("张三丰密", string.Concat(await Cluster.TryAskAsync(statement, "secrets")), StringComparison.Ordinal);
        var log = await File.ReadAllTextAsync(Cluster.LogFile);
        Assert.Contains("ready to accept connections", log, StringComparison.Ordinal);
        Assert.DoesNotContain("张三丰密", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_database_is_made_once_whatever_its_name()
    {
        const string name = "it's a \"book\"";
        await Task.WhenAll(Cluster.CreateDatabaseIfMissingAsync(name), Cluster.CreateDatabaseIfMissingAsync(name));
        Assert.Equal(name, await Cluster.AskAsync("select current_database()", name));
    }

    private static HashSet<string> SocketInodes(int pid) =>
    [
        .. Directory.EnumerateFileSystemEntries($"/proc/{pid}/fd")
            .Select(descriptor => new FileInfo(descriptor).LinkTarget ?? "")
            .Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))
            .Select(target => target["socket:[".Length..^1]),
    ];

    private static IEnumerable<string> TcpInodes(int pid) =>
        new[] { "tcp", "tcp6" }
            .Select(protocol => string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/net/{protocol}"))
            .Where(File.Exists)
            .SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields.Length > 9)
            .Select(fields => fields[9]);
}
