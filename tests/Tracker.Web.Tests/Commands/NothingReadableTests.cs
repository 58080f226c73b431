using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Tracker.Tests;
using Tracker.Web.Tests.Pages.Documents;
using Tracker.Web.Tests.Pages.RecordCorrections;

namespace Tracker.Web.Tests.Commands;

/// <summary>
/// Names and numbers stand nowhere in a dump or a log: not in clear, hexadecimal or base64, in UTF-8 or GB18030, nor as SHA-256;
/// and not after an import that failed either.
/// </summary>
public sealed class NothingReadableTests(PrivateClusterFixture cluster)
{
    private const string Office = "test-office";
    private static readonly string[] Personal = ["样例欧阳甲", "000-7777-0001", "样例申请内容：某街道的统计台账", "样例撤回说明", "样例补正事项", "样例附件名", "样例附件里的一句话", "000000190001010000"];

    [Fact]
    public async Task Not_after_an_import_a_failing_import_and_acts_through_pages()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var cli = await Cli.WithOfficeAsync(cluster, Office);
        var good = $"登记编号,申请方式,提交日期,申请人类别,申请人,联系方式,申请内容\n1,当面,2022-03-01,自然人,{Personal[0]},{Personal[1]},{Personal[2]}\n";
        await cli.SucceedAsync("import-register", cli.File("good.csv", good), "--office", Office);
        var failing = await cli.RunAsync(
            "import-register", cli.File("bad.csv", good.Replace("\n1,", "\n2,") + $"3,当面,2022-02-30,自然人,{Personal[0]},{Personal[1]},{Personal[2]}\n"), "--office", Office);
        Assert.Equal(1, failing.ExitCode);
        await using (var tracker = await TestTracker.OverAsync(cli, new(2026, 3, 10)))
        using (var browser = tracker.Browser())
        {
            var id = await ThePage.RegisterAsync(browser, ("Form.ApplicantName", Personal[0]), ("Form.Contact", Personal[1]), ("Form.Content", Personal[2]));
            await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, "supplement-notice"), ("Form.Items", Personal[4])));
            await browser.FollowAsync(await browser.UploadAsync(id, $"{Personal[5]}.txt", Encoding.UTF8.GetBytes(Personal[6])));
            await browser.FollowAsync(await browser.FillInAsync(
                ThePage.Of(id, "identity-proof"), ("Form.Document", "IdentityCard"), ("Form.Number", Personal[7])));
            await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, "withdrawal"), ("Form.Statement", Personal[3])));
            var correction = await CorrectionPages.RegisterAsync(
                browser, ("Form.ApplicantName", Personal[0]), ("Form.Contact", Personal[1]), ("Form.Record", Personal[2]), ("Form.ShouldSay", Personal[3]), ("Form.Evidence", Personal[4]));
            await browser.FollowAsync(await browser.FillInAsync(CorrectionPages.Of(correction, "non-correction"), ("Form.Finding", "NotTrue"), ("Form.Reasons", Personal[3])));
            await browser.GetAsync($"{ThePage.Register}?Number={Uri.EscapeDataString(Personal[0])}");
            var found = await browser.FollowAsync(await browser.FillInAsync(ThePage.Register, ("words", Personal[0])));
            Assert.Equal("2", found.Text("#total"));
        }

        var searched = new[]
        {
            ("dump", await DumpAsync(cli.Database)),
            ("server log", await File.ReadAllTextAsync(cluster.Cluster.LogFile)),
            ("output", failing.Output + failing.Errors),
        };

        Assert.Contains("request_withdrawn", searched[0].Item2);
        foreach (var (place, text) in searched)
        {
            foreach (var form in Personal.SelectMany(Forms))
            {
                Assert.False(text.Contains(form, StringComparison.OrdinalIgnoreCase), $"{place}: {form}");
            }
        }
    }

    [Fact]
    public void The_search_itself_would_find_each_form()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.Equal(11, Forms(Personal[0]).Distinct().Count());
        Assert.Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Personal[0])), Forms(Personal[0]));
    }

    private static IEnumerable<string> Forms(string text)
    {
        yield return text;
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(text), Encoding.GetEncoding("gb18030").GetBytes(text) })
        {
            yield return Convert.ToHexStringLower(bytes);
            // At each of the three places a text can begin in a longer base64, the part that does not depend on its neighbours.
            yield return Convert.ToBase64String(bytes)[..(bytes.Length / 3 * 4)];
            yield return Convert.ToBase64String([0, .. bytes])[4..^4];
            yield return Convert.ToBase64String([0, 0, .. bytes])[4..^4];
            yield return Convert.ToHexStringLower(SHA256.HashData(bytes));
        }
    }

    private async Task<string> DumpAsync(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(Path.Combine(cluster.Cluster.BinFolder, "pg_dump"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
            ArgumentList = { "-h", settings.Host!, "-U", settings.Username!, settings.Database! },
        };
        using var process = Process.Start(start)!;
        var dump = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return dump;
    }
}
