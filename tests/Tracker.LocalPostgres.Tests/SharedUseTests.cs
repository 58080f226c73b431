using Tracker.Tests;

namespace Tracker.LocalPostgres.Tests;

public sealed class SharedUseTests
{
    [Fact]
    public async Task The_server_stops_with_its_only_user_and_leaves_no_socket_folder()
    {
        await using var folder = new TestFolder();
        var cluster = await folder.OpenAsync();
        Assert.True(folder.ServerRuns());
        await cluster.DisposeAsync();
        Assert.False(File.Exists(folder.PidFile));
        Assert.False(Directory.Exists(cluster.SocketFolder));
    }

    [Theory]
    [InlineData(Signal.Kill)]
    [InlineData(Signal.Quit)]
    public async Task The_only_user_of_a_server_that_was_ended_leaves_no_socket_folder_either(Signal signal)
    {
        await using var folder = new TestFolder();
        var cluster = await folder.OpenAsync();
        await signal.SendAsync(folder.ServerPid());
        while (cluster.IsRunning)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        await Task.Delay(200, TestContext.Current.CancellationToken); // its children end after it
        await cluster.DisposeAsync();
        Assert.False(Directory.Exists(cluster.SocketFolder));
    }

    [Fact]
    public async Task What_was_written_is_there_at_the_next_start()
    {
        await using var folder = new TestFolder();
        await using (var first = await folder.OpenAsync())
            await first.AskAsync("create table kept as select 42 as answer");
        await using var second = await folder.OpenAsync();
        Assert.Equal("42", await second.AskAsync("select answer from kept"));
    }

    [Fact]
    public async Task The_last_of_two_users_stops_the_server()
    {
        await using var folder = new TestFolder();
        var first = await folder.OpenAsync();
        var second = await folder.OpenAsync();
        await first.DisposeAsync();
        await first.DisposeAsync(); // leaving twice is leaving once
        Assert.Equal("1", await second.AskAsync("select 1"));
        await second.DisposeAsync();
        Assert.False(File.Exists(folder.PidFile));
    }

    [Fact]
    public async Task A_server_another_process_uses_is_left_running()
    {
        await using var folder = new TestFolder();
        await using var other = await OtherTracker.OpenAsync(folder.Path);
        var pid = folder.ServerPid();
        await (await folder.OpenAsync()).DisposeAsync();
        Assert.Equal(pid, folder.ServerPid());
        Assert.True(folder.ServerRuns());
    }

    [Fact]
    public async Task Two_who_open_a_new_folder_at_the_same_moment_share_one_server()
    {
        await using var folder = new TestFolder();
        var both = await Task.WhenAll(folder.OpenAsync(), folder.OpenAsync());
        Assert.Equal(
            await both[0].AskAsync("select pg_postmaster_start_time()"),
            await both[1].AskAsync("select pg_postmaster_start_time()"));
        await Task.WhenAll(both[0].DisposeAsync().AsTask(), both[1].DisposeAsync().AsTask());
        Assert.False(File.Exists(folder.PidFile));
    }

    [Fact]
    public async Task A_server_that_was_stopped_immediately_comes_back_with_what_was_committed()
    {
        await using var folder = new TestFolder();
        await using var cluster = await folder.OpenAsync();
        await cluster.AskAsync("create table kept as select 42 as answer");
        await cluster.StopImmediatelyAsync();
        Assert.NotEqual(0, (await cluster.TryAskAsync("select 1")).ExitCode);
        await cluster.EnsureRunningAsync();
        Assert.Equal("42", await cluster.AskAsync("select answer from kept"));
    }

    [Fact]
    public async Task A_data_folder_with_a_long_path_works()
    {
        await using var folder = new TestFolder(string.Join('/', Enumerable.Repeat(new string('长', 25), 3)));
        Assert.True(folder.Path.Length > 100 && System.Text.Encoding.UTF8.GetByteCount(folder.Path) > 250);
        await using var cluster = await folder.OpenAsync();
        Assert.Equal("1", await cluster.AskAsync("select 1"));
        Assert.True(cluster.SocketFolder.Length < 80, cluster.SocketFolder);
    }

    [Fact]
    public async Task A_cancelled_opening_leaves_no_server()
    {
        await using var folder = new TestFolder();
        await using var other = await OtherTracker.OpenAsync(folder.Path);
        await other.KillAsync();
        Assert.True(folder.ServerRuns());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => PrivateCluster.OpenAsync(folder.Path, new CancellationToken(canceled: true)));
        Assert.False(File.Exists(folder.PidFile));
    }
}
