using System.Text.Json;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Tests;
using Tracker.Web.Tests.Commands;

namespace Tracker.Web.Tests.AnnualReports;

/// <summary>After a rebuild under way with imports, every cell is still the slow table's.</summary>
public sealed class RebuildTests(PrivateClusterFixture cluster)
{
    private const string Office = "generated";

    [Fact]
    public async Task Every_cell_equals_the_slow_table_s_when_registers_were_imported_during_rebuilds()
    {
        var cli = await Cli.WithOfficeAsync(cluster, Office);
        var requests = Enumerable.Range(20, 4)
            .SelectMany(seed => GeneratedRegister.Of(seed, extra: 60).Select(request => request with { Number = $"{seed}-{request.Number}" }))
            .ToList();
        var key = new EventStore.Sealing.MasterKeySource(Variable: null, Path.Combine(cli.DataFolder, "master.key"));
        await using var owner = await Book.OpenAsync(cli.Database, key, BookRole.Owner, default);

        var importing = Task.Run(async () =>
        {
            foreach (var (place, part) in requests.Chunk(requests.Count / 5).Index())
            {
                var imported = await cli.RunApartAsync("import-register", cli.File($"{place}.csv", GeneratedRegister.Csv(part)), "--office", Office);
                Assert.True(imported.ExitCode == 0, imported.ToString());
            }
        });
        var rebuilds = 0;
        while (!importing.IsCompleted)
        {
            await CaseRows.RebuildAsync(owner, default);
            rebuilds++;
        }

        await importing;
        Assert.True(rebuilds > 1, $"{rebuilds}");
        await AssertEqualsSlowTableAsync(cli, requests);
        Assert.Contains($"已重新生成 {requests.Count} 件", await cli.SucceedAsync("rebuild"));
        await AssertEqualsSlowTableAsync(cli, requests);
        Assert.Contains("核验无误", await cli.SucceedAsync("verify"));
    }

    private static async Task AssertEqualsSlowTableAsync(Cli cli, IReadOnlyCollection<OracleRequest> requests)
    {
        foreach (var year in new[] { 2020, 2022, 2025 })
        {
            using var report = JsonDocument.Parse(await cli.SucceedAsync(
                "report", "--office", Office, "--year", $"{year}", "--form", "2021", "--as", "json"));
            foreach (var row in report.RootElement.GetProperty("table3").EnumerateObject())
            {
                Assert.Equal(
                    SlowTable.Kinds.Append(null).Select(kind => (long)SlowTable.Cell(requests, "2021", year, row.Name, kind).Count),
                    row.Value.EnumerateArray().Select(figure => figure.GetInt64()));
            }
        }
    }
}
