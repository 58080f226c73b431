using System.Text.Json;
using Tracker.Tests;
using Tracker.Web.Demo;
using Tracker.Web.Tests.Commands;

namespace Tracker.Web.Tests.AnnualReports;

/// <summary>The registers of five offices give every cell of their published tables, through the command and through the page.</summary>
public sealed class SeedTests(PrivateClusterFixture cluster)
{
    public static TheoryData<string> Seeds => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Seeds"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!).Order()];

    [Fact]
    public void There_are_five_seeds() => Assert.Equal(5, Seeds.Count);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_cell_is_as_published_and_opens_exactly_its_cases(string seed)
    {
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Seeds", $"{seed}.json")));
        var (name, year, form) = (Text(expected, "name"), expected.RootElement.GetProperty("year").GetInt32(), Text(expected, "form"));
        var office = DemoOffices.All.Single(office => office.Name == name);
        var cli = await Cli.NewAsync(cluster);
        await cli.SucceedAsync("office", "add", office.Code, name);

        await cli.SucceedAsync("import-register", DemoOffices.PathOf(office), "--office", office.Code);
        using var report = JsonDocument.Parse(await cli.SucceedAsync("report", "--office", office.Code, "--year", $"{year}", "--as", "json"));

        Assert.Equal((name, year, form), (Text(report, "agency"), report.RootElement.GetProperty("year").GetInt32(), Text(report, "form")));
        Assert.All(report.RootElement.GetProperty("identities").EnumerateArray(), identity => Assert.True(identity.GetProperty("holds").GetBoolean()));
        await using var tracker = await TestTracker.OverAsync(cli, new(2026, 3, 10));
        using var browser = tracker.Browser();
        var page = await browser.PageAsync($"/offices/{office.Code}/annual-reports/{year}/section-three");
        foreach (var (row, figures) in Rows(expected))
        {
            Assert.Equal(figures, Figures(report, row));
            var cells = page.QuerySelectorAll($"tr[data-row={row}] td a").ToList();
            Assert.Equal(figures, cells.Select(cell => long.Parse(cell.TextContent)));
            foreach (var (cell, figure) in cells.Zip(figures))
            {
                Assert.Equal($"{figure}", (await browser.PageAsync(cell.GetAttribute("href")!)).Text("#total"));
            }
        }

        if (form == "pre-2019")
        {
            Assert.Equal(14, page.QuerySelectorAll("td").Count(cell => cell.TextContent.Trim() == "待填报"));
            Assert.Equal(16, report.RootElement.GetProperty("annex").GetArrayLength());
        }
        else
        {
            Assert.Equal(Rows(expected).Count(), report.RootElement.GetProperty("table3").EnumerateObject().Count());
            Assert.Equal("待填报", Text(report, "table2"));
            Assert.Equal("待填报", Text(report, "table4"));
        }
    }

    [Fact]
    public async Task Importing_twice_adds_nothing()
    {
        var cli = await Cli.NewAsync(cluster);
        var office = DemoOffices.All[1];
        await cli.SucceedAsync("office", "add", office.Code, office.Name);
        Assert.Contains("已导入 22 件，已在登记簿中 0 件", await cli.SucceedAsync("import-register", DemoOffices.PathOf(office), "--office", office.Code));

        Assert.Contains("已导入 0 件，已在登记簿中 22 件", await cli.SucceedAsync("import-register", DemoOffices.PathOf(office), "--office", office.Code));

        Assert.Contains("核验无误", await cli.SucceedAsync("verify"));
        Assert.Contains("已重新生成 22 件", await cli.SucceedAsync("rebuild"));
        Assert.Contains("22 件申请", await cli.SucceedAsync("verify"));
    }

    /// <summary>Rows by key: seven figures, or of the annex this year and cumulative.</summary>
    private static IEnumerable<(string Row, long[] Figures)> Rows(JsonDocument expected) =>
        expected.RootElement.TryGetProperty("rows", out var rows)
            ? rows.EnumerateObject().Select(row => (row.Name, row.Value.EnumerateArray().Select(figure => figure.GetInt64()).ToArray()))
            : expected.RootElement.GetProperty("annex").EnumerateArray().Select(line =>
                (KeyOf(line[0].GetString()!), new[] { line[2].GetInt64(), line[3].GetInt64() }));

    private static IEnumerable<long> Figures(JsonDocument report, string row) => report.RootElement.TryGetProperty("table3", out var table)
        ? table.GetProperty(row).EnumerateArray().Select(figure => figure.GetInt64())
        : report.RootElement.GetProperty("annex").EnumerateArray()
            .Where(line => KeyOf(line[0].GetString()!) == row)
            .SelectMany(line => new[] { line[2].GetInt64(), line[3].GetInt64() });

    private static string KeyOf(string label) => Domain.AnnualReports.AnnexBefore2019.Count([], 2012).Single(line => line.Label == label).Key;

    private static string Text(JsonDocument json, string member) => json.RootElement.GetProperty(member).GetString()!;
}
