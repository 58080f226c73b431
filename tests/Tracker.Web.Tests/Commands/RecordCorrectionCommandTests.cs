using System.Text.RegularExpressions;
using Npgsql;
using Tracker.Tests;
using Tracker.Web.Tests.Pages.RecordCorrections;

namespace Tracker.Web.Tests.Commands;

/// <summary>A year full of 更正申请: no table counts one, and every command on the book holds with them in it.</summary>
public sealed class RecordCorrectionCommandTests(PrivateClusterFixture cluster)
{
    private const string Office = TestTracker.Office;

    [Fact]
    public async Task Section_three_stays_zero_and_verify_rebuild_rotate_erase_and_closing_hold()
    {
        var cli = await Cli.WithOfficeAsync(cluster, Office);
        var report = await ReportAsync(cli);
        var open = await FillAsync(cli);

        Assert.Equal(report, await ReportAsync(cli));
        Assert.Empty(new Regex(@":\s*[1-9]\d*\s*[,}\]]", RegexOptions.NonBacktracking).Matches(report.Replace("2025", "", StringComparison.Ordinal)).Select(match => match.Value));
        Assert.Contains("核验无误", await cli.SucceedAsync("verify"));
        await cli.SucceedAsync("seal");
        var rows = await RowsAsync(cli);
        Assert.Contains($"已重新生成 {CorrectionCase.All.Length + 1} 件更正申请", await cli.SucceedAsync("rebuild"));
        Assert.Equal(rows, await RowsAsync(cli));
        await cli.SucceedAsync("keys", "rotate");
        Assert.Contains("核验无误", await cli.SucceedAsync("verify"));

        var refused = await cli.RunAsync("erase", "更正2025-0001", open, "--office", Office, "--yes");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("这件更正申请还没有办结，不能删除个人信息。", refused.Errors);
        Assert.Equal(1, (await cli.RunAsync("erase", "更正2025-0099", "--office", Office, "--yes")).ExitCode);
        Assert.Equal(1, (await cli.RunAsync("erase", $"{Guid.CreateVersion7()}", "--office", Office, "--yes")).ExitCode);

        var ended = await EndedAsync(cli);
        Assert.Contains("个人信息已删除", await cli.SucceedAsync("erase", ended.Number, "--office", Office, "--yes"));
        Assert.Contains("核验无误", await cli.SucceedAsync("verify"));
        await cli.SucceedAsync("close-year", "--office", Office, "--year", "2025");
        Assert.Equal(rows, await RowsAsync(cli)); // nothing is carried forward, and what is not personal stays
        Assert.Contains("核验无误", await cli.SucceedAsync("verify"));

        await using var tracker = await TestTracker.OverAsync(cli, new(2026, 11, 20));
        using var browser = tracker.Browser();
        var page = (await browser.PageAsync(CorrectionPages.Of(ended.Id))).Body!;
        Assert.Contains("已依法删除", page.TextContent);
        Assert.Contains("依法删除个人信息", page.TextContent);
        Assert.DoesNotContain("样例甲", page.TextContent);
        Assert.Empty(page.QuerySelectorAll(".acts a"));
        using var late = await browser.FillInAsync(CorrectionPages.Of(ended.Id, "note"), ("Form.Text", "甲"));
        Assert.Contains("不能再写入内容", (await Browsing.PageOfAsync(late)).Text(".errors"));
    }

    /// <summary>One for every act, and one to which nothing was done; answers its number.</summary>
    private static async Task<string> FillAsync(Cli cli)
    {
        await using var tracker = await TestTracker.OverAsync(cli, new(2025, 3, 10));
        using var browser = tracker.Browser();
        foreach (var act in CorrectionCase.All)
        {
            var id = await CorrectionPages.RegisterAsync(browser, InItsYear([("Form.FiledOn", "2026-03-02"), ("Form.Channel", act.Channel)]));
            await browser.FollowAsync(await browser.FillInAsync(CorrectionPages.Of(id, act.Noun), InItsYear(act.Typed)));
        }

        var open = await CorrectionPages.RegisterAsync(browser, InItsYear([("Form.FiledOn", "2026-03-02")]));
        return (await tracker.CorrectionAsync(open)).State.Registration!.Number;
    }

    private static (string, string)[] InItsYear((string Name, string Value)[] typed) =>
        [.. typed.Select(field => (field.Name, field.Value.Replace("2026-", "2025-", StringComparison.Ordinal)))];

    private static Task<string> ReportAsync(Cli cli) => cli.SucceedAsync("report", "--office", Office, "--year", "2025", "--as", "json");

    private static async Task<(Guid Id, string Number)> EndedAsync(Cli cli)
    {
        await using var source = NpgsqlDataSource.Create(cli.Database);
        await using var command = source.CreateCommand("set role tracker_worker; select id, number from correction_rows where outcome = 'Corrected'");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetGuid(0), reader.GetString(1));
    }

    private static async Task<List<string>> RowsAsync(Cli cli)
    {
        await using var source = NpgsqlDataSource.Create(cli.Database);
        await using var command = source.CreateCommand(
            "set role tracker_worker; select (to_jsonb(c) - 'version')::text from correction_rows c order by id");
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
