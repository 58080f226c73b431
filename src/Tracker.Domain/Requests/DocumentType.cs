namespace Tracker.Domain.Requests;

/// <summary>文件种类 that is taken as a document. Its members' names are stored: retired, never renamed.</summary>
public enum DocumentType
{
    /// <summary>PDF</summary>
    Pdf,

    /// <summary>JPEG</summary>
    Jpeg,

    /// <summary>PNG</summary>
    Png,

    /// <summary>TIFF</summary>
    Tiff,

    /// <summary>Word (DOCX)</summary>
    Docx,

    /// <summary>Excel (XLSX)</summary>
    Xlsx,

    /// <summary>Word 97-2003 (DOC)</summary>
    Doc,

    /// <summary>Excel 97-2003 (XLS)</summary>
    Xls,

    /// <summary>版式文档 OFD (GB/T 33190)</summary>
    Ofd,

    /// <summary>纯文本</summary>
    Text,
}

/// <summary>
/// Which files are taken: by the end of their names, and by their first bytes. Archives are not, for nobody sees what is in them; nor is
/// anything a browser would carry out (HTML, SVG), or Word and Excel with macros.
/// </summary>
public static class DocumentTypes
{
    /// <summary>How much of the beginning is looked at, in bytes.</summary>
    public const int HeadBytes = 4096;

    private static readonly (DocumentType Type, string[] Endings, byte[][] Beginnings)[] All =
    [
        (DocumentType.Pdf, [".pdf"], ["%PDF-"u8.ToArray()]),
        (DocumentType.Jpeg, [".jpg", ".jpeg"], [[0xFF, 0xD8, 0xFF]]),
        (DocumentType.Png, [".png"], [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]]),
        (DocumentType.Tiff, [".tif", ".tiff"], [[0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A]]),
        (DocumentType.Docx, [".docx"], [Zip]),
        (DocumentType.Xlsx, [".xlsx"], [Zip]),
        (DocumentType.Doc, [".doc"], [Compound]),
        (DocumentType.Xls, [".xls"], [Compound]),
        (DocumentType.Ofd, [".ofd"], [Zip]),
        (DocumentType.Text, [".txt"], []),
    ];

    private static readonly string[] Marked = ["<!doctype", "<!--", "<html", "<head", "<body", "<script", "<svg", "<?xml", "<iframe"];

    private static byte[] Zip => [0x50, 0x4B, 0x03, 0x04];

    private static byte[] Compound => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Every ending that is taken, with its dot.</summary>
    public static IEnumerable<string> Endings => All.SelectMany(known => known.Endings);

    /// <summary>What a file is by its name; none if it is not taken.</summary>
    public static DocumentType? ByName(string name)
    {
        foreach (var (type, endings, _) in All)
        {
            if (Array.Exists(endings, ending => name.Length > ending.Length && name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>Whether a file begins as one of its kind does.</summary>
    /// <param name="type">What its name says.</param>
    /// <param name="head">Its first <see cref="HeadBytes"/>, or all of it if it is shorter.</param>
    public static bool BeginsAs(DocumentType type, ReadOnlySpan<byte> head)
    {
        if (type == DocumentType.Text)
        {
            return IsText(head);
        }

        foreach (var beginning in All.First(known => known.Type == type).Beginnings)
        {
            if (head.StartsWith(beginning))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>UTF-8, GB18030, or UTF-16 with its mark; and no page for a browser in disguise.</summary>
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        var isWide = head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        var plain = new List<char>(head.Length);
        foreach (var sign in head)
        {
            if (sign == 0 && isWide)
            {
                continue;
            }

            if (sign < 0x20 && sign is not (0x09 or 0x0A or 0x0C or 0x0D) && !isWide)
            {
                return false;
            }

            plain.Add((char)sign);
        }

        var text = new string([.. plain]).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\t', '\r', '\n', '\f');
        return !Array.Exists(Marked, mark => text.StartsWith(mark, StringComparison.OrdinalIgnoreCase));
    }
}
