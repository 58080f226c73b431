using Npgsql;
using Tracker.Tests;

namespace Tracker.Web.Tests.Commands;

public sealed class RemindersCommandTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task A_sweep_tells_what_it_recorded_and_a_replay_fails_where_something_was_added()
    {
        var cli = await Cli.WithOfficeAsync(cluster, "test-office");
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));
        string[] replay = ["reminders", "replay", "--from", $"{today.AddDays(-1):yyyy-MM-dd}", "--to", $"{today:yyyy-MM-dd}"];

        Assert.Contains("test-office：查看", await cli.SucceedAsync("reminders", "sweep"));
        Assert.Contains("缺少 0，多出 0。", await cli.SucceedAsync(replay));
        await using (var owner = NpgsqlDataSource.Create(cli.Database))
        await using (var add = owner.CreateCommand(
            """
            insert into reminders values (gen_random_uuid(), 'test-office', gen_random_uuid(), 'Answer', '', $1, $1, 0, $1, 'Handler', gen_random_uuid(), now())
            """))
        {
            add.Parameters.Add(new() { Value = today });
            await add.ExecuteNonQueryAsync();
        }

        var found = await cli.RunAsync(replay);

        Assert.Equal(1, found.ExitCode);
        Assert.Contains("多出\ttest-office\t", found.Output);
        Assert.Contains("\t答复期限\t", found.Output);
        Assert.Contains("缺少 0，多出 1。", found.Output);
    }

    [Theory]
    [InlineData("2026-03-10", "2026-03-09", null, "--from 不能晚于 --to")]
    [InlineData("2026-03-10", "2090-03-09", null, "--to 不能晚于今天")]
    [InlineData("2026-3-40", "2026-03-09", null, "--from 应为日期")]
    [InlineData("2026-03-09", "2026-03-10", "nobody", "没有代码为“nobody”的机关")]
    public async Task What_cannot_be_replayed_is_refused(string from, string to, string? office, string sentence)
    {
        var cli = await Cli.WithOfficeAsync(cluster, "test-office");

        var result = await cli.RunAsync(["reminders", "replay", "--from", from, "--to", to, .. office is null ? Array.Empty<string>() : ["--office", office]]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(sentence, result.Errors);
    }
}
