using System.Text;

namespace Tracker.Documents.Registers;

/// <summary>In which encoding a register file is written, found by reading its bytes strictly, in pieces.</summary>
/// <param name="Encoding">UTF-8 or GB18030.</param>
/// <param name="Preamble">The bytes of a byte order mark, to be passed over.</param>
internal sealed record RegisterEncoding(Encoding Encoding, int Preamble)
{
    private const int PieceSize = 64 * 1024;
    private const string Utf16 = "UTF-8 或者 GB18030 编码的 CSV（此文件是 UTF-16，请另存为“CSV UTF-8”）";
    private const string Workbook = "CSV 文本（此文件是 Excel 工作簿或者压缩包，请另存为“CSV UTF-8”）";
    private const string NeitherEncoding = "UTF-8 或者 GB18030 编码的文字";

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>UTF-8 if all of it is; else GB18030 if all of it is; else a fault at the first byte that fits neither.</summary>
    public static (RegisterEncoding? Found, RegisterFault? Fault) Detect(Stream stream)
    {
        var start = new byte[4];
        stream.Position = 0;
        var bytes = start.AsSpan(0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return (null, RegisterFault.OfFile(Utf16));
        }

        if (bytes is [(byte)'P', (byte)'K', 3, 4] or [0xD0, 0xCF, 0x11, 0xE0])
        {
            return (null, RegisterFault.OfFile(Workbook));
        }

        var isMarkedUtf8 = bytes is [0xEF, 0xBB, 0xBF, ..];
        var isMarkedGb = bytes is [0x84, 0x31, 0x95, 0x33];
        if (FirstBad(stream, Utf8) is not { } badAsUtf8)
        {
            return (new(Utf8, isMarkedUtf8 ? 3 : 0), null);
        }

        // The three bytes of the mark would also pass for two characters of GB18030.
        var bad = badAsUtf8;
        if (!isMarkedUtf8)
        {
            if (FirstBad(stream, Gb18030) is not { } badAsGb)
            {
                return (new(Gb18030, isMarkedGb ? 4 : 0), null);
            }

            bad = Math.Max(badAsUtf8, badAsGb);
        }

        return (null, new(RowOf(stream, bad), RegisterColumns.WholeRow, Found: "", NeitherEncoding));
    }

    /// <summary>The place of the first byte that is no text in the encoding, or none.</summary>
    private static long? FirstBad(Stream stream, Encoding encoding)
    {
        var decoder = encoding.GetDecoder();
        var bytes = new byte[PieceSize];
        var text = new char[encoding.GetMaxCharCount(PieceSize)];
        long before = 0;
        stream.Position = 0;
        while (true)
        {
            var count = stream.Read(bytes);
            try
            {
                decoder.GetChars(bytes.AsSpan(0, count), text, flush: count == 0);
            }
            catch (DecoderFallbackException fault)
            {
                return before + fault.Index;
            }

            if (count == 0)
            {
                return null;
            }

            before += count;
        }
    }

    /// <summary>The row a byte stands in. Quotes and line breaks are never part of another character in either encoding.</summary>
    private static int RowOf(Stream stream, long place)
    {
        var (row, inQuotes, afterReturn) = (1, false, false);
        var bytes = new byte[PieceSize];
        stream.Position = 0;
        for (long before = 0; before < place;)
        {
            var count = stream.Read(bytes.AsSpan(0, (int)Math.Min(bytes.Length, place - before)));
            foreach (var b in bytes.AsSpan(0, count))
            {
                inQuotes ^= b == '"';
                row += !inQuotes && (b == '\r' || (b == '\n' && !afterReturn)) ? 1 : 0;
                afterReturn = b == '\r';
            }

            before += count;
        }

        return row;
    }
}
