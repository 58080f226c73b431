using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Tracker.Documents.Registers;

namespace Tracker.Documents.Tests.Registers;

/// <summary>台账 out, as CSV and as a workbook: days are days, and no text is ever a formula.</summary>
public sealed class ExportedRegisterTests
{
    private static readonly RegisterTitle Title = new("样例机关依申请公开台账", "筛选：无，全部申请", "导出：2026-03-10 09:00，测试员");

    private static readonly RegisterLine Line = new(
        "=1+1", new(2026, 3, 2), "当面", "自然人", "样＊", new(2026, 3, 30), "-剩 14 个工作日", "@办理中", ResultOn: null, "+例〔2026〕1号", "甲,\"乙\"\n\u0001");

    [Fact]
    public async Task A_csv_file_has_its_mark_its_headings_and_harmless_cells()
    {
        using var file = new MemoryStream();
        Assert.Equal(1, await RegisterCsv.WriteAsync(file, Lines(1), default));

        Assert.Equal(Encoding.UTF8.GetPreamble(), file.ToArray()[..3]);
        var lines = Encoding.UTF8.GetString(file.ToArray()[3..]).Split("\r\n", 2);
        Assert.Equal("登记编号,收到之日,申请方式,申请人类别,申请人,答复期限,剩余,办理结果,答复日期,答复文号,缺", lines[0]);
        Assert.Equal("\t=1+1,2026-03-02,当面,自然人,样＊,2026-03-30,\t-剩 14 个工作日,\t@办理中,,\t+例〔2026〕1号,\"甲,\"\"乙\"\"\n\u0001\"\r\n", lines[1]);
    }

    [Fact]
    public async Task A_workbook_is_valid_and_reads_back_as_texts_and_days_under_fixed_headings()
    {
        using var file = new MemoryStream();
        Assert.Equal(3, await RegisterWorkbook.WriteAsync(file, Title, Lines(3), default));

        file.Position = 0;
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        var rows = sheet.Descendants<Row>().ToList();
        Assert.Equal([Title.Heading, Title.Filter, Title.Exported], rows.Take(3).Select(row => row.InnerText));
        Assert.Equal(RegisterLine.Columns.Select(column => column.Heading), rows[3].Elements<Cell>().Select(cell => cell.InnerText));
        var cells = rows[4].Elements<Cell>().ToList();
        Assert.Equal(("=1+1", CellValues.InlineString), (cells[0].InnerText, cells[0].DataType!.Value));
        Assert.Equal(("46083", null), (cells[1].CellValue!.Text, cells[1].DataType)); // 2 March 2026
        Assert.Empty(sheet.Descendants<CellFormula>());
        Assert.Equal("甲,\"乙\"\n", cells[10].InnerText);
        Assert.Equal((4d, PaneStateValues.Frozen), (sheet.Descendants<Pane>().Single().VerticalSplit!.Value, sheet.Descendants<Pane>().Single().State!.Value));
        Assert.Equal("A4:K7", sheet.Descendants<AutoFilter>().Single().Reference!.Value);
    }

    private static async IAsyncEnumerable<RegisterLine> Lines(int count)
    {
        for (var place = 0; place < count; place++)
        {
            await Task.Yield();
            yield return Line;
        }
    }
}
