using System.Text.Json;
using Tracker.Tests;
using Tracker.Web.Tests.Commands;

namespace Tracker.Web.Tests.AnnualReports;

/// <summary>Any other register works as well: compared with a slow table that shares no code with the product.</summary>
public sealed class GeneratedRegisterTests(PrivateClusterFixture cluster)
{
    private const string Office = "generated";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Every_cell_of_every_year_and_form_equals_the_slow_table_s(int seed)
    {
        var requests = GeneratedRegister.Of(seed);
        var cli = await ImportedAsync(requests);

        for (var year = 2019; year <= 2026; year++)
        {
            foreach (var form in new[] { "2021", "2019" })
            {
                using var report = JsonDocument.Parse(await cli.SucceedAsync(
                    "report", "--office", Office, "--year", $"{year}", "--form", form, "--as", "json"));
                foreach (var row in report.RootElement.GetProperty("table3").EnumerateObject())
                {
                    var expected = SlowTable.Kinds.Append(null)
                        .Select(kind => (long)SlowTable.Cell(requests, form, year, row.Name, kind).Count);
                    Assert.Equal(expected, row.Value.EnumerateArray().Select(figure => figure.GetInt64()));
                }

                Assert.All(
                    report.RootElement.GetProperty("identities").EnumerateArray(),
                    identity => Assert.True(identity.GetProperty("holds").GetBoolean()));
            }
        }
    }

    [Fact]
    public async Task The_list_behind_a_cell_holds_exactly_the_slow_table_s_requests()
    {
        var requests = GeneratedRegister.Of(seed: 3);
        var cli = await ImportedAsync(requests);
        await using var tracker = await TestTracker.OverAsync(cli, new(2026, 3, 10));
        using var browser = tracker.Browser();

        var page = await browser.PageAsync($"/offices/{Office}/annual-reports/2023/section-three");

        foreach (var row in page.QuerySelectorAll("tr[data-row]"))
        {
            var cells = row.QuerySelectorAll("td a").ToList();
            for (var column = 0; column < cells.Count; column++)
            {
                var expected = SlowTable.Cell(requests, "2021", 2023, row.GetAttribute("data-row")!, column == 6 ? null : SlowTable.Kinds[column]);
                Assert.Equal($"{expected.Count}", cells[column].TextContent);
                Assert.Equal(expected.Order(), (await NumbersAsync(browser, cells[column].GetAttribute("href")!)).Order());
            }
        }
    }

    [Fact]
    public async Task Closing_a_year_marks_exactly_what_is_carried_out_and_the_next_year_opens_with_it()
    {
        var requests = GeneratedRegister.Of(seed: 4);
        var cli = await ImportedAsync(requests);

        Assert.Contains("2022 年度已封账", await cli.SucceedAsync("close-year", "--office", Office, "--year", "2022"));

        await using var tracker = await TestTracker.OverAsync(cli, new(2026, 3, 10));
        await using var command = tracker.Worker.Database.CreateCommand(
            "select number from case_rows where carried_forward = '{2022}' order by number");
        await using var reader = await command.ExecuteReaderAsync();
        var marked = new List<string>();
        while (await reader.ReadAsync())
        {
            marked.Add(reader.GetString(0));
        }

        Assert.Equal(SlowTable.Cell(requests, "2021", 2022, "carried_out", null).Order(), marked.Order());
        using var next = JsonDocument.Parse(await cli.SucceedAsync("report", "--office", Office, "--year", "2023", "--as", "json"));
        var i5 = next.RootElement.GetProperty("identities").EnumerateArray().Single(identity => identity.GetProperty("id").GetString() == "I5");
        Assert.True(i5.GetProperty("holds").GetBoolean());
        Assert.Contains("核验无误", await cli.SucceedAsync("verify"));

        var again = await cli.RunAsync("close-year", "--office", Office, "--year", "2022");
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("2022 年度已经封账，不能再次封账。", again.Errors);
    }

    [Fact]
    public async Task A_late_entry_after_the_closing_is_named_by_I5_and_the_report_does_not_pass_as_balanced()
    {
        var requests = GeneratedRegister.Of(seed: 5, extra: 10);
        var cli = await ImportedAsync(requests);
        await cli.SucceedAsync("close-year", "--office", Office, "--year", "2022");
        var late = new OracleRequest("补录1", "当面", new(2022, 12, 20), null, null, "科研机构", "disclosed", new(2023, 1, 5));
        await cli.SucceedAsync("import-register", cli.File("late.csv", GeneratedRegister.Csv([late])), "--office", Office);

        var report = await cli.RunAsync("report", "--office", Office, "--year", "2023");

        Assert.Equal(1, report.ExitCode);
        Assert.Contains("不得作为年度报告使用", report.Output);
        Assert.Contains("I5", report.Errors);
        Assert.Contains("科研机构", report.Errors);
        Assert.Contains("涉及申请：补录1", report.Errors);
        Assert.Matches(
            "封账后有变动，封账时的数字不变。按现有登记：“一、本年新收政府信息公开申请数量”科研机构 封账时 [0-9]+，现为 [0-9]+（增 补录1）；“四、结转下年度继续办理”科研机构 封账时 [0-9]+，现为 [0-9]+（增 补录1）。",
            await cli.SucceedAsync("report", "--office", Office, "--year", "2022"));
    }

    [Fact]
    public async Task A_closed_year_stands_on_its_page_as_it_was_closed_and_a_correction_is_named_beside_it()
    {
        var cli = await ImportedAsync(
        [
            new("旧1", "当面", new(2022, 3, 1), null, null, "自然人", "disclosed", new(2022, 3, 10)),
            new("旧2", "当面", new(2022, 3, 2), null, null, "自然人", "disclosed", new(2022, 3, 11)),
        ]);
        await cli.SucceedAsync("close-year", "--office", Office, "--year", "2022");
        await using var tracker = await TestTracker.OverAsync(cli, new(2026, 3, 10));
        using var browser = tracker.Browser();
        var register = await browser.PageAsync($"/offices/{Office}/requests?number=旧1");
        var address = register.QuerySelector("tbody a")!.GetAttribute("href")!;

        var form = await browser.PageAsync($"{address}/voiding");
        Assert.Contains("2022 年度（已封账：封账时的数字不变，与现在的差额列在该年度表下）", form.Text("[aria-label=对年度报告的影响]"));
        await browser.FollowAsync(await browser.SubmitAsync($"{address}/voiding", form, ("Form.Reason", "重复登记")));

        var table = await browser.PageAsync($"/offices/{Office}/annual-reports/2022/section-three");
        Assert.Equal("2", table.Text("tr[data-row=new] td:last-child"));
        Assert.Equal("2 1", $"{table.Text("tr[data-move='new/0'] td:nth-child(3)")} {table.Text("tr[data-move='new/0'] td:nth-child(4)")}");
        Assert.Equal(address, table.QuerySelector("tr[data-move='disclosed/0'] a")!.GetAttribute("href"));
        var behind = await browser.PageAsync(table.QuerySelector("tr[data-row=new] td:last-child a")!.GetAttribute("href")!);
        Assert.Contains("（封账时）", behind.Text("main"));
        Assert.Contains("旧1", behind.Text("tbody"));
        Assert.Contains("旧2", behind.Text("tbody"));
    }

    [Fact]
    public async Task However_many_cases_make_the_difference_each_is_named_and_closing_says_so_too()
    {
        var cli = await ImportedAsync([]);
        await cli.SucceedAsync("close-year", "--office", Office, "--year", "2022");
        var late = Enumerable.Range(1, 60).Select(place =>
            new OracleRequest($"补录{place:00}", "当面", new(2022, 12, 20), null, null, "自然人", null, null)).ToList();
        await cli.SucceedAsync("import-register", cli.File("late.csv", GeneratedRegister.Csv(late)), "--office", Office);

        var report = await cli.RunAsync("report", "--office", Office, "--year", "2023");
        var closing = await cli.RunAsync("close-year", "--office", Office, "--year", "2023");

        Assert.Equal((1, 0), (report.ExitCode, closing.ExitCode)); // a difference is shown and does not refuse closing
        Assert.All(late, request => Assert.Contains(request.Number, report.Errors));
        Assert.All(late, request => Assert.Contains(request.Number, closing.Errors));
        Assert.Contains("结转下年度 60 件", closing.Output);
    }

    [Fact]
    public async Task A_year_that_is_not_over_cannot_be_closed()
    {
        var cli = await ImportedAsync([]);
        var year = TimeProvider.System.GetUtcNow().AddHours(8).Year;

        var result = await cli.RunAsync("close-year", "--office", Office, "--year", $"{year}");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"{year} 年度尚未结束", result.Errors);
    }

    private async Task<Cli> ImportedAsync(IReadOnlyCollection<OracleRequest> requests)
    {
        var cli = await Cli.WithOfficeAsync(cluster, Office);
        var imported = await cli.SucceedAsync("import-register", cli.File("register.csv", GeneratedRegister.Csv(requests)), "--office", Office);
        Assert.Contains($"已导入 {requests.Count} 件", imported);
        return cli;
    }

    private static async Task<List<string>> NumbersAsync(HttpClient browser, string address)
    {
        var numbers = new List<string>();
        for (var next = address; next is not null;)
        {
            var page = await browser.PageAsync(next);
            numbers.AddRange(page.QuerySelectorAll(".list tbody th a").Select(link => link.TextContent));
            next = page.QuerySelector(".pages a[rel=next]")?.GetAttribute("href");
        }

        return numbers;
    }
}
