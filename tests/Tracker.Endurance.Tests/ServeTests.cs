using Tracker.Tests;

namespace Tracker.Endurance.Tests;

/// <summary>serve and those beside it on one data folder: who brings the database back, and who does not stop it.</summary>
public sealed class ServeTests
{
    [Fact]
    public async Task Two_on_one_folder_bring_back_one_database_and_the_one_that_leaves_does_not_stop_it()
    {
        await using var first = new ServedTracker();
        await using var second = new ServedTracker(first.DataFolder);
        await first.StartAsync();
        await second.StartAsync();
        var pid = first.DatabasePid!.Value;

        await Signal.Kill.SendAsync(pid);
        await first.UntilAsync(async () => first.DatabasePid != pid && await first.AnswersAsync() && await second.AnswersAsync());
        var alone = first.DatabasePid;
        Assert.Equal(0, await second.StopAsync());
        Assert.Equal(0, (await first.RunAsync("verify")).ExitCode);

        Assert.True(await first.AnswersAsync());
        Assert.Equal(alone, first.DatabasePid);
        Assert.Equal(0, await first.StopAsync());
        Assert.Null(first.DatabasePid);
        Assert.Contains("数据库停止了运行，正在重新启动。", first.Said);
        Assert.Contains("数据库已恢复运行。", first.Said);
    }

    [Fact]
    public async Task Ctrl_C_while_the_database_is_away_ends_serve_and_leaves_no_database()
    {
        await using var served = new ServedTracker();
        await served.StartAsync();

        await Signal.Quit.SendAsync(served.DatabasePid!.Value);
        Assert.Equal(0, await served.StopAsync());

        Assert.Null(served.DatabasePid);
    }
}
