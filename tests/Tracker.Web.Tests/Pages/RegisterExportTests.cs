using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Tracker.Web.Accounts;
using Tracker.Web.Tests.Pages.Acts;

namespace Tracker.Web.Tests.Pages;

/// <summary>导出: the same list as a file, with names masked and the export in the audit.</summary>
public sealed class RegisterExportTests(OneTracker one) : IClassFixture<OneTracker>
{
    [Fact]
    public async Task The_list_of_the_address_leaves_as_a_file_with_masked_names_and_stands_in_the_audit()
    {
        using var browser = one.Tracker.Browser();
        await ThePage.RegisterAsync(
            browser, ("Form.ApplicantName", "欧阳样例"), ("Form.Contact", "000-6666-0001"), ("Form.Content", "样例码头泊位"), ("Form.ApplicantKind", "CommercialEnterprise"));
        var before = await ExportedAsync(browser);
        var page = await browser.PageAsync($"{ThePage.Register}?kind=CommercialEnterprise");
        Assert.Equal("样例机关　台账　筛选：申请人类别：商业企业　打印日期：2026年3月10日", page.Text(".printed"));
        var links = page.QuerySelectorAll(".export a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(["xlsx", "csv"], links.Select(link => link[(link.IndexOf("as=", StringComparison.Ordinal) + 3)..]));

        using var csv = await browser.GetAsync(links[1]);
        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.ToString());
        Assert.Equal($"样例机关台账{ActCase.Today:yyyyMMdd}.csv", csv.Content.Headers.ContentDisposition!.FileNameStar);
        var text = Encoding.UTF8.GetString(await csv.Content.ReadAsByteArrayAsync());
        Assert.Contains(",当面,商业企业,欧＊,", text);
        Assert.Equal(2, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        foreach (var personal in new[] { "欧阳", "6666", "码头" })
        {
            Assert.DoesNotContain(personal, text);
        }

        var rows = await WorkbookAsync(browser, links[0]);
        Assert.Equal("样例机关依申请公开台账", rows[0]);
        Assert.Equal("筛选：申请人类别：商业企业", rows[1]);
        Assert.Matches("^导出：[0-9: -]+，测试员。", rows[2]);
        Assert.Contains("商业企业欧＊", rows[4]);
        Assert.Equal(5, rows.Count);
        Assert.Equal(before + 2, await ExportedAsync(browser));
        Assert.DoesNotContain("欧阳", one.Tracker.Log);
    }

    private static async Task<int> ExportedAsync(HttpClient browser) =>
        (await browser.PageAsync($"/offices/{TestTracker.Office}/audit")).QuerySelectorAll(".list tbody tr")
            .Count(row => row.TextContent.Contains("导出台账") && row.TextContent.Contains("测试员"));

    [Fact]
    public async Task A_search_and_a_figure_are_exported_like_their_lists_and_the_words_stay_out()
    {
        using var browser = one.Tracker.Browser();
        await ThePage.RegisterAsync(browser, ("Form.ApplicantName", "上官样例"), ("Form.Content", "样例渔港疏浚记录"));
        await ThePage.RegisterAsync(browser, ("Form.ApplicantName", "上官样例"), ("Form.Content", "样例疏浚渔港记录"));
        using var found = await browser.FillInAsync(ThePage.Register, ("words", "渔港疏浚"));
        var rows = await WorkbookAsync(browser, found.Headers.Location!.ToString().Replace("/requests?", "/requests/export?"));
        Assert.Equal((5, "筛选：按搜索词（不写入文件）"), (rows.Count, rows[1]));
        Assert.DoesNotContain("渔港", string.Concat(rows));

        var figure = await browser.PageAsync($"{ThePage.Register}?year=2026&form=2021&row=new&column=NaturalPerson");
        var counted = await WorkbookAsync(browser, figure.QuerySelector(".export a")!.GetAttribute("href")!);
        Assert.Equal(int.Parse(figure.Text("#total")), counted.Count - 4);
        Assert.StartsWith("样例机关依申请公开台账：2026 年度", counted[0]);
    }

    [Theory]
    [InlineData("?as=pdf")]
    [InlineData("?kind=Robot")]
    [InlineData("?year=2026&form=2021&row=nowhere")]
    public async Task What_is_no_list_and_no_format_is_not_found(string query)
    {
        using var browser = one.Tracker.Browser(await one.Tracker.NewAccountAsync([new(TestTracker.Office, Role.Statistician)]));
        using var response = await browser.GetAsync($"{ThePage.Register}/export{query}");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<List<string>> WorkbookAsync(HttpClient browser, string address)
    {
        using var response = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var file = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(row => row.InnerText)];
    }
}
