using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Tracker.Documents.Registers;

/// <summary>How the cells of an exported register look.</summary>
internal static class RegisterStyles
{
    public const uint Text = 1;
    public const uint Day = 2;
    public const uint Heading = 3;
    public const uint Title = 4;
    public const uint Remark = 5;

    private const uint DayFormat = 164;

    public static Stylesheet Make() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy\\-mm\\-dd" }),
        new Fonts(Letters(size: 10), Letters(size: 10, new Bold()), Letters(size: 16, new Bold())),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8ECF2" }) { PatternType = PatternValues.Solid })),
        new Borders(
            new Border(),
            new Border(
                new LeftBorder(Grey()) { Style = BorderStyleValues.Thin },
                new RightBorder(Grey()) { Style = BorderStyleValues.Thin },
                new TopBorder(Grey()) { Style = BorderStyleValues.Thin },
                new BottomBorder(Grey()) { Style = BorderStyleValues.Thin },
                new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            Format(font: 0, border: 1, wraps: true),
            Format(font: 0, border: 1, format: DayFormat),
            Format(font: 1, border: 1, fill: 2, wraps: true, aligned: HorizontalAlignmentValues.Center),
            Format(font: 2, aligned: HorizontalAlignmentValues.Center),
            Format(font: 0, aligned: HorizontalAlignmentValues.Left, wraps: true)));

    private static Font Letters(double size, params OpenXmlElement[] bold) =>
        new([.. bold, new FontSize { Val = size }, new FontName { Val = "宋体" }]);

    private static Color Grey() => new() { Rgb = "FF9AA3AF" };

    private static CellFormat Format(
        uint font, uint border = 0, uint fill = 0, uint format = 0, bool wraps = false, HorizontalAlignmentValues aligned = HorizontalAlignmentValues.Left) =>
        new(new Alignment { Horizontal = aligned, Vertical = VerticalAlignmentValues.Top, WrapText = wraps })
        {
            FontId = font,
            BorderId = border,
            FillId = fill,
            NumberFormatId = format,
            FormatId = 0,
            ApplyFont = true,
            ApplyBorder = true,
            ApplyFill = true,
            ApplyNumberFormat = true,
            ApplyAlignment = true,
        };
}
