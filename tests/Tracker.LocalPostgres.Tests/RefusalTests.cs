namespace Tracker.LocalPostgres.Tests;

public sealed class RefusalTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [Fact]
    public async Task A_cluster_of_another_major_version_is_refused_by_number()
    {
        await using var folder = new TestFolder();
        await (await folder.OpenAsync()).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.Pg, "PG_VERSION"), "99\n");
        Assert.Contains("PostgreSQL 99", await RefusalAsync(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_folder_with_something_else_in_it_is_refused_and_left_alone()
    {
        await using var folder = new TestFolder();
        Directory.CreateDirectory(folder.Pg);
        var precious = Path.Combine(folder.Pg, "precious");
        await File.WriteAllTextAsync(precious, "");
        if (Environment.IsPrivilegedProcess)
            await HandToNobodyAsync(folder.Pg);
        Assert.Contains("不是完整的数据库目录", await RefusalAsync(folder), StringComparison.Ordinal);
        Assert.True(File.Exists(precious));
    }

    [Fact]
    public async Task A_socket_folder_others_may_enter_is_refused()
    {
        await using var folder = new TestFolder();
        var cluster = await folder.OpenAsync();
        await cluster.DisposeAsync();
        Directory.CreateDirectory(cluster.SocketFolder, OwnerOnly | UnixFileMode.OtherExecute);
        try
        {
            Assert.Contains(cluster.SocketFolder, await RefusalAsync(folder), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(cluster.SocketFolder);
        }
    }

    [Fact]
    public async Task A_data_folder_behind_a_closed_door_is_refused_by_the_doors_name()
    {
        await using var folder = new TestFolder("closed/data");
        var door = Path.GetDirectoryName(folder.Path)!;
        // Root's server runs under another account, for which the owner's modes are of no use.
        Directory.CreateDirectory(door, Environment.IsPrivilegedProcess ? OwnerOnly : UnixFileMode.None);
        Assert.Contains(door, await RefusalAsync(folder), StringComparison.Ordinal);
        File.SetUnixFileMode(door, OwnerOnly);
    }

    [Fact]
    public async Task A_path_that_a_shell_would_expand_is_refused()
    {
        await using var folder = new TestFolder("$(id)");
        Assert.Contains(folder.Path, await RefusalAsync(folder), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public async Task A_cluster_that_runs_in_another_container_is_refused()
    {
        await using var folder = new TestFolder();
        await (await folder.OpenAsync()).DisposeAsync();
        // All that is seen of such a server from here: its lock.
        await using var lockOfTheServer = new FileStream(
            Path.Combine(folder.Path, "server.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Contains("正在别处运行", await RefusalAsync(folder), StringComparison.Ordinal);
    }

    private static async Task<string> RefusalAsync(TestFolder folder)
    {
        var refusal = await Assert.ThrowsAsync<LocalPostgresException>(folder.OpenAsync);
        Assert.Matches(@"^[^\n]*[\u4e00-\u9fff]", refusal.Message);
        return refusal.Message;
    }

    private static async Task HandToNobodyAsync(string folder)
    {
        using var chown = System.Diagnostics.Process.Start("chown", ["nobody", folder]);
        await chown.WaitForExitAsync();
    }
}
