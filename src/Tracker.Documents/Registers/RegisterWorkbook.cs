using System.Globalization;
using System.IO.Packaging;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Tracker.Documents.Registers;

/// <summary>
/// 台账 as a workbook (.xlsx): a title, headings that stay in sight and on every printed page, days that are days. Texts are texts, whatever
/// they begin with. Lines are written as they come and never held.
/// </summary>
public static class RegisterWorkbook
{
    private const string Sheet = "台账";
    private const int HeadingRow = 4;
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>Writes all lines; answers how many.</summary>
    public static async Task<int> WriteAsync(
        Stream file, RegisterTitle title, IAsyncEnumerable<RegisterLine> lines, CancellationToken cancellationToken)
    {
        // A package that may only be written keeps no part of it in memory; the SDK's own document would open it for reading as well.
        using var package = Package.Open(file, FileMode.Create, FileAccess.Write);
        var sheet = package.CreatePart(new("/xl/worksheets/sheet1.xml", UriKind.Relative), $"{ContentType}worksheet+xml", CompressionOption.Normal);
        int count;
        await using (var stream = sheet.GetStream(FileMode.Create, FileAccess.Write))
        using (var writer = OpenXmlWriter.Create(stream))
        {
            count = await WriteAsync(writer, title, lines, cancellationToken);
        }

        var styles = package.CreatePart(new("/xl/styles.xml", UriKind.Relative), $"{ContentType}styles+xml", CompressionOption.Normal);
        await using (var stream = styles.GetStream(FileMode.Create, FileAccess.Write))
        {
            RegisterStyles.Make().Save(stream);
        }

        var workbook = package.CreatePart(new("/xl/workbook.xml", UriKind.Relative), $"{ContentType}sheet.main+xml", CompressionOption.Normal);
        await using (var stream = workbook.GetStream(FileMode.Create, FileAccess.Write))
        {
            Book(workbook.CreateRelationship(sheet.Uri, TargetMode.Internal, $"{Relation}worksheet").Id).Save(stream);
        }

        workbook.CreateRelationship(styles.Uri, TargetMode.Internal, $"{Relation}styles");
        package.CreateRelationship(workbook.Uri, TargetMode.Internal, $"{Relation}officeDocument");
        return count;
    }

    private static Workbook Book(string sheet) => new(
        new Sheets(new Sheet { Name = Sheet, SheetId = 1, Id = sheet }),
        new DefinedNames(new DefinedName($"'{Sheet}'!${HeadingRow}:${HeadingRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));

    private static async Task<int> WriteAsync(
        OpenXmlWriter writer, RegisterTitle title, IAsyncEnumerable<RegisterLine> lines, CancellationToken cancellationToken)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = HeadingRow, TopLeftCell = $"A{HeadingRow + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        {
            WorkbookViewId = 0,
        }));
        writer.WriteElement(new Columns(RegisterLine.Columns.Select((column, place) => new Column
        {
            Min = (uint)place + 1,
            Max = (uint)place + 1,
            Width = column.Width,
            CustomWidth = true,
        })));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, [title.Heading], RegisterStyles.Title);
        WriteRow(writer, [title.Filter], RegisterStyles.Remark);
        WriteRow(writer, [title.Exported], RegisterStyles.Remark);
        WriteRow(writer, [.. RegisterLine.Columns.Select(column => column.Heading)], RegisterStyles.Heading);
        var count = 0;
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            WriteRow(writer, line.Cells, RegisterStyles.Text);
            count++;
        }

        writer.WriteEndElement();
        var last = ColumnName(RegisterLine.Columns.Length - 1);
        writer.WriteElement(new AutoFilter { Reference = $"A{HeadingRow}:{last}{HeadingRow + count}" });
        writer.WriteElement(new MergeCells(Enumerable.Range(1, HeadingRow - 1).Select(row => new MergeCell { Reference = $"A{row}:{last}{row}" })));
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddFooter("&C第 &P 页，共 &N 页")));
        writer.WriteEndElement();
        return count;
    }

    private static void WriteRow(OpenXmlWriter writer, object?[] cells, uint style)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            writer.WriteElement(cell switch
            {
                DateOnly day => new Cell(new CellValue(Serial(day))) { StyleIndex = RegisterStyles.Day },
                string text when text.Length > 0 => new Cell(new InlineString(new Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve }))
                {
                    DataType = CellValues.InlineString,
                    StyleIndex = style,
                },
                _ => new Cell { StyleIndex = style },
            });
        }

        writer.WriteEndElement();
    }

    /// <summary>A day as a sheet counts it: from 30 December 1899 on.</summary>
    private static string Serial(DateOnly day) =>
        (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture);

    /// <summary>Without characters no XML may hold.</summary>
    private static string Writable(string text) =>
        string.Concat(text.EnumerateRunes().Where(sign => sign.Value > char.MaxValue || XmlConvert.IsXmlChar((char)sign.Value)));

    private static char ColumnName(int place) => (char)('A' + place);
}
