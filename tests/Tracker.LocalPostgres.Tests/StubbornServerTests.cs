using System.Globalization;
using Tracker.Tests;

namespace Tracker.LocalPostgres.Tests;

public sealed class StubbornServerTests
{
    [Fact]
    public async Task A_server_that_never_ends_when_asked_between_a_crash_and_its_recovery_is_ended_all_the_same()
    {
        await using var folder = new TestFolder();
        var cluster = await folder.OpenAsync();
        await cluster.AskAsync("create table kept as select g from generate_series(1, 200000) g");
        var server = folder.ServerPid();
        var children = await File.ReadAllTextAsync($"/proc/{server}/task/{server}/children");

        await Signal.Kill.SendAsync(int.Parse(children.Split(' ')[0], CultureInfo.InvariantCulture)); // as when memory runs out
        while (!(await File.ReadAllTextAsync(cluster.LogFile)).Contains("was interrupted", StringComparison.Ordinal))
            await Task.Yield();
        await cluster.DisposeAsync();

        Assert.False(folder.ServerRuns());
        await using var again = await folder.OpenAsync();
        Assert.Equal("200000", await again.AskAsync("select count(*) from kept"));
    }
}
