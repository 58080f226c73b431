using System.Diagnostics;
using Tracker.Tests;

namespace Tracker.LocalPostgres.Tests;

public sealed class InterruptionTests
{
    [Fact]
    public async Task A_server_whose_tracker_was_killed_is_adopted_and_then_stopped()
    {
        await using var folder = new TestFolder();
        await using var other = await OtherTracker.OpenAsync(folder.Path);
        var pid = folder.ServerPid();
        await other.KillAsync();
        Assert.True(folder.ServerRuns());
        await using (var cluster = await folder.OpenAsync())
        {
            Assert.Equal(pid, folder.ServerPid());
            Assert.Equal("1", await cluster.AskAsync("select 1"));
        }

        Assert.False(File.Exists(folder.PidFile));
    }

    [Fact]
    public async Task A_server_that_a_killed_tracker_had_ordered_is_awaited_and_adopted()
    {
        await using var folder = await WithAClusterAsync();
        var cluster = await folder.OpenAsync();
        await cluster.DisposeAsync();
        var account = Environment.IsPrivilegedProcess ? $"-o $(stat -c %u {folder.Pg}) -g $(stat -c %g {folder.Pg})" : "";
        var under = Environment.IsPrivilegedProcess ? $"setpriv --reuid $(stat -c %u {folder.Pg}) --regid $(stat -c %g {folder.Pg}) --clear-groups" : "";
        var start =
            $"install -d -m 0700 {account} {cluster.SocketFolder}; "
            + $"exec {under} {cluster.BinFolder}/pg_ctl start -w -s -D {folder.Pg} -l {folder.Pg}/server.log -o '-c config_file={folder.Path}/tracker.conf'";

        // What is left of such a tracker: a program that holds the lock, and no server yet.
        using var order = Process.Start("flock", [Path.Combine(folder.Path, "server.lock"), "sh", "-c", $"sleep 1; {start}"]);
        await Task.Delay(300);
        await using var adopting = await folder.OpenAsync();
        Assert.Equal("1", await adopting.AskAsync("select 1"));
        await order.WaitForExitAsync();
        Assert.Equal(0, order.ExitCode);
    }

    [Theory]
    [InlineData(Signal.Kill)]
    [InlineData(Signal.Quit)]
    [InlineData(Signal.Interrupt)]
    public async Task A_server_that_ends_however_it_ends_is_noticed_and_started_again(Signal signal)
    {
        await using var folder = new TestFolder();
        await using var cluster = await folder.OpenAsync();
        await cluster.AskAsync("create table kept as select 42 as answer");
        Assert.True(cluster.IsRunning);

        await signal.SendAsync(folder.ServerPid());
        while (cluster.IsRunning)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        await cluster.EnsureRunningAsync();

        Assert.True(cluster.IsRunning);
        Assert.Equal("42", await cluster.AskAsync("select answer from kept"));
    }

    [Fact]
    public async Task A_server_whose_socket_is_gone_does_not_count_as_running()
    {
        await using var folder = new TestFolder();
        await using var cluster = await folder.OpenAsync();
        Directory.Delete(cluster.SocketFolder, recursive: true);
        Assert.False(cluster.IsRunning);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_tracker_but_does_not_reach_its_server()
    {
        await using var folder = new TestFolder();
        await using var other = await OtherTracker.OpenAsync(folder.Path);
        var pid = folder.ServerPid();
        await other.PressCtrlCAsync();
        await using var cluster = await folder.OpenAsync();
        Assert.Equal(pid, folder.ServerPid());
        Assert.Equal("1", await cluster.AskAsync("select 1"));
    }

    [Fact]
    public async Task A_pid_file_of_a_process_that_has_ended_is_survived()
    {
        await using var folder = await WithAClusterAsync();
        using var ended = Process.Start("true");
        await ended.WaitForExitAsync();
        await LeavePidFileAsync(folder, [$"{ended.Id}", folder.Pg, "0", "5432", "/nowhere", "", "0 0", "ready   "]);
        await using var cluster = await folder.OpenAsync();
        Assert.Equal("1", await cluster.AskAsync("select 1"));
    }

    [Fact]
    public async Task A_pid_file_of_a_process_that_is_no_server_is_survived()
    {
        await using var folder = await WithAClusterAsync();
        var self = Environment.ProcessId;
        await LeavePidFileAsync(folder, [$"{self}", folder.Pg, "0", "5432", "/nowhere", "", "0 0", "ready   "]);
        await using var cluster = await folder.OpenAsync();
        Assert.Equal("1", await cluster.AskAsync("select 1"));
        Assert.NotEqual(self, folder.ServerPid());
    }

    [Fact]
    public async Task A_pid_file_that_names_the_server_of_another_folder_is_survived()
    {
        await using var folder = await WithAClusterAsync();
        await using var otherFolder = new TestFolder();
        await using var other = await otherFolder.OpenAsync();
        await LeavePidFileAsync(folder, await File.ReadAllLinesAsync(otherFolder.PidFile));
        await using (var cluster = await folder.OpenAsync())
            Assert.Equal(folder.Pg, await cluster.AskAsync("show data_directory"));
        Assert.Equal("1", await other.AskAsync("select 1"));
    }

    [Fact]
    public async Task A_socket_lock_that_names_the_server_of_another_folder_is_survived()
    {
        await using var folder = new TestFolder();
        await using var otherFolder = new TestFolder();
        await using var other = await otherFolder.OpenAsync();
        await using var cluster = await folder.OpenAsync();
        const string lockFile = ".s.PGSQL.5432.lock";
        var left = await File.ReadAllBytesAsync(Path.Combine(other.SocketFolder, lockFile));
        await cluster.StopImmediatelyAsync();
        await TestFolder.CreateLikeAsync(other.SocketFolder, cluster.SocketFolder);
        await File.WriteAllBytesAsync(Path.Combine(cluster.SocketFolder, lockFile), left);
        await cluster.EnsureRunningAsync();
        Assert.Equal(folder.Pg, await cluster.AskAsync("show data_directory"));
    }

    [Fact]
    public async Task An_empty_pid_file_is_survived()
    {
        await using var folder = await WithAClusterAsync();
        await LeavePidFileAsync(folder, []);
        await using var cluster = await folder.OpenAsync();
        Assert.Equal("1", await cluster.AskAsync("select 1"));
    }

    [Fact]
    public async Task A_half_finished_cluster_is_made_anew()
    {
        await using var folder = new TestFolder();
        var unfinished = Path.Combine(folder.Path, "pg.new");
        Directory.CreateDirectory(Path.Combine(unfinished, "base"));
        await File.WriteAllTextAsync(Path.Combine(unfinished, "PG_VERSION"), "15\n");
        await using var cluster = await folder.OpenAsync();
        Assert.Equal("1", await cluster.AskAsync("select 1"));
        Assert.False(Directory.Exists(unfinished));
    }

    [Fact]
    public async Task A_server_whose_socket_was_swept_away_is_started_anew()
    {
        await using var folder = new TestFolder();
        await using var first = await folder.OpenAsync();
        var pid = folder.ServerPid();
        Directory.Delete(first.SocketFolder, recursive: true);
        await using var second = await folder.OpenAsync();
        Assert.NotEqual(pid, folder.ServerPid());
        Assert.Equal("1", await first.AskAsync("select 1"));
    }

    private static async Task<TestFolder> WithAClusterAsync()
    {
        var folder = new TestFolder();
        await (await folder.OpenAsync()).DisposeAsync();
        return folder;
    }

    private static Task LeavePidFileAsync(TestFolder folder, string[] lines) => File.WriteAllLinesAsync(folder.PidFile, lines);
}
