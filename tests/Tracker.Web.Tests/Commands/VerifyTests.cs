using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Tests;
using Tracker.Web.Tests.AnnualReports;

namespace Tracker.Web.Tests.Commands;

/// <summary><c>tracker verify</c> names what is wrong whatever it meets, and raises no alarm over what is in order.</summary>
public sealed class VerifyTests(PrivateClusterFixture cluster)
{
    private const string Office = "generated";

    [Fact]
    public async Task Beside_a_rebuild_it_raises_no_alarm()
    {
        var cli = await FilledAsync();
        var key = new EventStore.Sealing.MasterKeySource(Variable: null, Path.Combine(cli.DataFolder, "master.key"));
        await using var owner = await Book.OpenAsync(cli.Database, key, BookRole.Owner, default);
        using var stop = new CancellationTokenSource();
        var rebuilds = 0;
        var rebuilding = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await CaseRows.RebuildAsync(owner, default);
                Interlocked.Increment(ref rebuilds);
            }
        });

        for (var round = 0; round < 12 || (Volatile.Read(ref rebuilds) < 2 && round < 500); round++)
        {
            Assert.Contains("核验无误", await cli.SucceedAsync("verify"));
        }

        await stop.CancelAsync();
        await rebuilding;
        Assert.True(rebuilds > 1, $"{rebuilds}");
    }

    [Theory]
    [InlineData("update case_rows set channel = 'Pigeon'", "台账与账簿不符")]
    [InlineData("update case_rows set due_on = 'infinity'", "台账与账簿不符")]
    [InlineData("update case_rows set received_on = '0400-01-01 BC'", "台账与账簿不符")]
    [InlineData("update case_rows set missing = array['Nothing']", "台账与账簿不符")]
    [InlineData("update case_rows set missing = array[null]::varchar[]", "台账与账簿不符")]
    [InlineData("update case_rows set carried_forward = '{{1,2},{3,4}}'", "台账与账簿不符")]
    [InlineData("delete from offices", "台账与账簿不符")]
    [InlineData("update offices set opened_on = '-infinity'", "台账与账簿不符")]
    [InlineData("delete from mt_events where type = 'office_opened'; delete from mt_streams where type = 'office'", "机关没有登记：共 1 处，第一处：机关 generated")]
    [InlineData("alter table case_rows drop column due_on", "缺少 column case_rows.due_on date")]
    [InlineData("drop table offices", "缺少 table offices")]
    [InlineData("drop table case_rows", "缺少表")]
    [InlineData("drop table seals", "缺少 table seals")]
    [InlineData("update mt_events set correlation_id = 'none' where version = 1", "事件内容与散列不符")]
    [InlineData("update mt_streams set type = 'office' where type = 'request'", "事件名称未列入目录")]
    public async Task Whatever_was_done_to_it_the_answer_is_a_sentence(string change, string sentence)
    {
        var cli = await FilledAsync(few: true);
        await using (var connection = new Npgsql.NpgsqlConnection(cli.Database))
        {
            await connection.OpenAsync();
            await using var command = new Npgsql.NpgsqlCommand(change, connection);
            await command.ExecuteNonQueryAsync();
        }

        var result = await cli.RunAsync("verify");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(sentence, result.Errors);
    }

    [Fact]
    public async Task Offices_are_compared_in_the_database_s_own_order()
    {
        var cli = await Cli.NewAsync(cluster);
        foreach (var code in new[] { "a-b", "aB", "a_a", "ab", "Ab", "a0" })
        {
            await cli.SucceedAsync("office", "add", code, $"样例机关{code}");
            await cli.SucceedAsync("import-register", cli.File($"{code}.csv", GeneratedRegister.Csv(GeneratedRegister.Of(3, extra: 2))), "--office", code);
        }

        Assert.Contains("核验无误", await cli.SucceedAsync("verify"));
    }

    private Task<Cli> FilledAsync(bool few = false) => Cli.FilledAsync(cluster, $"generated {few}", async cli =>
    {
        await cli.SucceedAsync("office", "add", Office, "样例机关");
        await cli.SucceedAsync(
            "import-register", cli.File("r.csv", GeneratedRegister.Csv(GeneratedRegister.Of(7, extra: few ? 3 : 300))), "--office", Office);
    });
}
