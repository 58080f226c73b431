using System.Text.Json;
using Npgsql;
using Tracker.Domain.LegalTime;
using Tracker.Tests;

namespace Tracker.Web.Tests.Commands;

/// <summary><c>calendar list | preview | adopt</c>: first the consequences, then the book; a bad file is answered line by line.</summary>
public sealed class CalendarCommandTests(PrivateClusterFixture cluster)
{
    private const string NewYear =
        """
        {
          "year": 2027,
          "notices": ["https://www.gov.cn/1"],
          "days": [
            {"date": "2027-01-01", "name": "元旦", "off": true},
            {"date": "2027-01-02", "name": "元旦", "off": true},
            {"date": "2027-01-03", "name": "元旦", "off": true}
          ]
        }
        """;

    private const string Register =
        """
        登记编号,申请方式,提交日期,申请人类别,办理结果,答复日期
        甲1,当面,2023-03-20,自然人,,
        甲2,当面,2021-03-01,自然人,,
        甲3,当面,2023-03-20,自然人,disclosed,2023-03-28
        """;

    private static readonly string Before = $"{WorkingCalendar.Embedded.AddWorkingDays(new(2023, 3, 20), 20):yyyy-MM-dd}";
    private static readonly string After = $"{WorkingCalendar.Embedded.AddWorkingDays(new(2023, 3, 20), 21):yyyy-MM-dd}";

    [Fact]
    public async Task What_is_previewed_is_what_adopting_does_and_a_second_time_nothing_happens()
    {
        var cli = await WithRegisterAsync();
        var file = Changed2023(cli);
        var untouched = await DueAsync(cli);
        Assert.Equal(2, untouched.Count(due => due == Before));

        var preview = await cli.SucceedAsync("calendar", "preview", file);
        Assert.Contains("现在没有写入任何内容", preview);
        Assert.Contains("2023-03-22（星期三） 样例节：改为放假", preview);
        Assert.Contains("未办结申请 2 件：答复期限变动 1 件，期限不变、不再是暂定 0 件。", preview);
        Assert.Contains($"test-office 甲1：{Before} → {After}，推迟 1 日", preview);
        Assert.Contains("--seen 20", preview);
        Assert.Equal(untouched, await DueAsync(cli));

        var adopted = await cli.SucceedAsync("calendar", "adopt", file, "--seen", "20");
        Assert.Contains("已采用2023 年的放假安排，工作日历第 21 版。", adopted);
        Assert.Contains($"test-office 甲1：{Before} → {After}，推迟 1 日", adopted);
        var moved = await DueAsync(cli);
        Assert.Equal((1, 1), (moved.Count(due => due == Before), moved.Count(due => due == After))); // the closed one keeps its calendar

        Assert.Contains("已经采用，内容相同", await cli.SucceedAsync("calendar", "adopt", file));
        Assert.Contains("核验无误", await cli.SucceedAsync("verify"));
        Assert.Contains("已重新生成 3 件", await cli.SucceedAsync("rebuild"));
        Assert.Equal(moved, await DueAsync(cli));
        var list = await cli.SucceedAsync("calendar", "list");
        Assert.StartsWith("工作日历第 21 版。", list);
        Assert.Contains("改过 1 次", list);
        await cli.SucceedAsync("calendar", "adopt", cli.File("2027.json", NewYear));
        list = await cli.SucceedAsync("calendar", "list");
        Assert.Contains("2027 年的放假安排：放假 3 天，上班 0 天", list);
        Assert.Contains("2027年12月29日起的期限都是暂定的。", list);
    }

    [Fact]
    public async Task Consequences_seen_on_another_calendar_are_shown_anew_and_not_adopted()
    {
        var cli = await WithRegisterAsync();
        var untouched = await DueAsync(cli);

        var result = await cli.RunAsync("calendar", "adopt", Changed2023(cli), "--seen", "19");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("现在是第 20 版", result.Errors);
        Assert.Contains($"甲1：{Before} → {After}", result.Output);
        Assert.Equal(untouched, await DueAsync(cli));
    }

    [Fact]
    public async Task An_office_s_own_days_stand_under_its_name_and_move_its_cases()
    {
        var cli = await WithRegisterAsync();
        await cli.SucceedAsync("office", "add", "second-office", "另一样例机关");
        await cli.SucceedAsync("import-register", cli.File("second.csv", Register), "--office", "second-office");
        var file = cli.File("own.json", """{"year":2023,"notices":["样例政发〔2023〕1号"],"days":[{"date":"2023-03-22","name":"样例节","off":true}]}""");

        var adopted = await cli.SucceedAsync("calendar", "adopt", file, "--office", "second-office");

        Assert.Contains("second-office 2023 年的自有安排", adopted);
        Assert.Contains("答复期限变动 1 件", adopted);
        Assert.DoesNotContain("test-office", adopted);
        Assert.Contains("second-office 2023 年的自有安排：放假 1 天，上班 0 天", await cli.SucceedAsync("calendar", "list"));
        Assert.Contains("核验无误", await cli.SucceedAsync("verify"));
    }

    [Theory]
    [InlineData("", "不是正确的 JSON")]
    [InlineData("{\"year\":2027,\n\"notices\":[],\n\"days\":[}", "第 3 行：不是正确的 JSON")]
    [InlineData("[]", "文件：应为一个对象")]
    [InlineData("""{"year":"2027","notices":[],"days":[]}""", "“year”应为公历年份")]
    [InlineData("""{"year":2027,"notices":[],"days":[],"colour":1}""", "文件：不认识“colour”这一项")]
    [InlineData("{\"year\":2027,\"notices\":[\"https://www.gov.cn/1\"],\"days\":[\n{\"date\":\"2027-01-01\",\"name\":\"元旦\",\"off\":true},\n{\"date\":\"2027-02-30\",\"name\":\"春节\",\"off\":true}]}", "第 3 行：“date”应为日期")]
    [InlineData("{\"year\":2027,\"notices\":[\"https://www.gov.cn/1\"],\"days\":[\n{\"date\":\"2027-01-01\",\"name\":\"元旦\"}]}", "第 2 行：缺少“off”这一项")]
    [InlineData("{\"year\":2027,\"notices\":[\"https://www.gov.cn/1\"],\"days\":[\n{\"date\":\"2027-01-01\",\"name\":\"元旦\",\"off\":\"true\"}]}", "第 2 行：“off”应为 true")]
    [InlineData("{\"year\":2027,\"notices\":[\"https://www.gov.cn/1\"],\"days\":[\n{\"date\":\"2027-02-05\",\"name\":\"春节\",\"off\":false}]}", "第 2 行 2027-02-05（星期五）：本来就是工作日")]
    [InlineData("{\"year\":2027,\"notices\":[\"https://www.gov.cn/1\"],\"days\":[\n{\"date\":\"2027-01-01\",\"name\":\"元旦\",\"off\":true},\n{\"date\":\"2027-01-01\",\"name\":\"元旦\",\"off\":true}]}", "第 3 行 2027-01-01（星期五）：日期写了两遍")]
    [InlineData("{\"year\":2027,\"notices\":[\"https://www.gov.cn/1\"],\"days\":[\n{\"date\":\"2026-10-01\",\"name\":\"国庆节\",\"off\":true}]}", "第 2 行 2026-10-01（星期四）：不属于这一年")]
    [InlineData("""{"year":2027,"notices":["放假通知"],"days":[{"date":"2027-01-01","name":"元旦","off":true}]}""", "来源（notices）应为通知的网址")]
    [InlineData("""{"year":2027,"notices":[],"days":[{"date":"2027-01-01","name":"元旦","off":true}]}""", "没有注明来源")]
    [InlineData("""{"year":2028,"notices":["https://www.gov.cn/1"],"days":[{"date":"2028-01-01","name":"元旦","off":true}]}""", "不能采用 2028 年的放假安排")]
    public async Task A_bad_file_is_answered_with_what_and_where(string content, string sentence)
    {
        var cli = await Cli.NewAsync(cluster);
        var file = cli.File("bad.json", content);

        foreach (var verb in new[] { "preview", "adopt" })
        {
            var result = await cli.RunAsync("calendar", verb, file);

            Assert.Equal(1, result.ExitCode);
            Assert.Contains(sentence, result.Errors);
            Assert.Empty(result.Output);
        }

        Assert.StartsWith("工作日历第 20 版。", await cli.SucceedAsync("calendar", "list"));
    }

    [Fact]
    public async Task A_file_or_an_office_that_is_not_there_is_said_and_a_lone_weekend_day_is_pointed_out()
    {
        var cli = await Cli.NewAsync(cluster);
        var file = cli.File("2027.json", NewYear.Replace("2027-01-03", "2027-05-09"));

        Assert.Contains("读不到文件", (await cli.RunAsync("calendar", "preview", "/nowhere/2027.json")).Errors);
        Assert.Contains("没有代码为“none”的机关", (await cli.RunAsync("calendar", "adopt", file, "--office", "none")).Errors);
        var preview = await cli.RunAsync("calendar", "preview", file);
        Assert.Equal(0, preview.ExitCode);
        Assert.Contains("请注意：第 7 行 2027-05-09（星期日）：周末本来就休息", preview.Errors);
    }

    private Task<Cli> WithRegisterAsync() => Cli.FilledAsync(cluster, "register under a calendar", async cli =>
    {
        await cli.SucceedAsync("office", "add", "test-office", "样例机关");
        await cli.SucceedAsync("import-register", cli.File("register.csv", Register), "--office", "test-office");
    });

    /// <summary>2023 as a later notice changed it: one more day off.</summary>
    private static string Changed2023(Cli cli)
    {
        var notice = HolidayNotice.Embedded.Single(known => known.Year == 2023);
        return cli.File("2023.json", JsonSerializer.Serialize(new
        {
            year = 2023,
            notices = notice.Sources.Append("https://www.gov.cn/2"),
            days = notice.Days.Select(day => new { date = day.Date, name = day.Name, off = day.Off }).Append(new { date = new DateOnly(2023, 3, 22), name = "样例节", off = true }),
        }));
    }

    private static async Task<List<string>> DueAsync(Cli cli)
    {
        await using var connection = new NpgsqlConnection(cli.Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "set role tracker_worker; select due_on::text from case_rows order by tenant_id, number", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var due = new List<string>();
        while (await reader.ReadAsync())
        {
            due.Add(reader.GetString(0));
        }

        return due;
    }
}
