using System.Text.RegularExpressions;
using Npgsql;
using Tracker.Tests;

namespace Tracker.Web.Tests.Commands;

/// <summary><c>seal</c> and <c>verify --head</c>, as somebody uses them who keeps the code on paper.</summary>
public sealed partial class SealCommandTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task The_printed_code_proves_a_later_book_and_a_changed_one_is_named()
    {
        var cli = await Cli.WithOfficeAsync(cluster, "test-office");
        var code = Code().Match(await cli.SucceedAsync("seal")).Value;
        await cli.SucceedAsync("office", "add", "second-office", "另一样例机关");

        Assert.Contains($"与封存码 {code} 一致", await cli.SucceedAsync("verify", "--head", code.ToLowerInvariant()));

        await ExecuteAsync(cli, "update mt_events set seq_id = seq_id + 100; delete from seals");
        var result = await cli.RunAsync("verify", "--head", code);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("账簿与封存码不符", result.Errors);
    }

    [Fact]
    public async Task A_slip_of_the_pen_is_told_from_a_changed_book()
    {
        var cli = await Cli.NewAsync(cluster);

        var result = await cli.RunAsync("verify", "--head", "1-AAAAA-AAAAA-AAAAA-AAAAA");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("不是封存码", result.Errors);
    }

    [Fact]
    public async Task A_book_without_an_office_holds_the_calendar_and_has_a_code()
    {
        var cli = await Cli.NewAsync(cluster);

        Assert.Contains("账簿共 20 个事件", await cli.SucceedAsync("seal"));
        Assert.Contains("账簿共 20 个事件", await cli.SucceedAsync("seal")); // the next start adopts nothing more
    }

    [Theory]
    [InlineData("update offices set name = '别的机关'", "台账与账簿不符：共 1 处，第一处：机关 test-office")]
    [InlineData("insert into offices values ('left-over', '多出的机关', '2026-01-01')", "台账与账簿不符：共 1 处，第一处：机关 left-over")]
    [InlineData("update mt_events set user_name = 'user:somebody' where tenant_id = 'test-office'", "事件内容与散列不符：共 1 处，第一处：test-office")]
    [InlineData("insert into number_counters values ('test-office', 'request', 2026, 3)", "登记编号不连续：共 1 处，第一处：test-office 2026 年")]
    [InlineData("grant update on mt_events to tracker_worker", "数据库的防护不全：共 1 处，第一处：多出 grant update on mt_events to tracker_worker")]
    public async Task Each_kind_of_fault_is_one_line_that_names_its_place(string damage, string line)
    {
        var cli = await Cli.WithOfficeAsync(cluster, "test-office");
        await ExecuteAsync(cli, damage);

        var result = await cli.RunAsync("verify");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(line, result.Errors);
    }

    private static async Task ExecuteAsync(Cli cli, string sql)
    {
        await using var connection = new NpgsqlConnection(cli.Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex("[0-9]+(?:-[0-9A-Z]{5}){4}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
