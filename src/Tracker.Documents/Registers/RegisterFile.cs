using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;

namespace Tracker.Documents.Registers;

/// <summary>
/// 台账文件: a register as CSV, comma or tab, in UTF-8 or GB18030. It is read row by row and never held as a whole. Whatever
/// is wrong with it comes out as faults.
/// </summary>
public sealed class RegisterFile : IDisposable
{
    /// <summary>A larger file is refused before it is read.</summary>
    public const long MaxBytes = 100L * 1024 * 1024;

    /// <summary>Room for the longest 申请内容 and everything beside it; more is a quote that was never closed.</summary>
    private const int MaxRecordBytes = 256 * 1024;

    private readonly FileStream stream;
    private readonly RegisterEncoding? encoding;
    private readonly char separator;
    private readonly RegisterHeader? header;
    private readonly ImmutableArray<RegisterFault> faults;
    private long malformedRow;

    private RegisterFile(FileStream stream)
    {
        if (!stream.CanSeek)
        {
            throw new IOException("A register is read twice, so it must be a file and not a pipe.");
        }

        this.stream = stream;
        Length = stream.Length;
        if (Length > MaxBytes)
        {
            faults = [RegisterFault.OfFile($"不超过 {Megabytes(MaxBytes)} 的文件；请分成几个文件导入", Megabytes(Length))];
            return;
        }

        (encoding, var fault) = RegisterEncoding.Detect(stream);
        if (fault is not null)
        {
            faults = [fault];
            return;
        }

        // The separator is the one that yields more of the known headings.
        var (commas, tabs) = (ReadHeader(','), ReadHeader('\t'));
        (separator, var first) = (tabs.Header?.Known ?? 0) > (commas.Header?.Known ?? 0) ? ('\t', tabs) : (',', commas);
        header = first.Header;
        faults = first.Fault is { } broken ? [broken] : header!.Faults;
    }

    /// <summary>The size of the file in bytes.</summary>
    public long Length { get; }

    /// <summary>How many of its bytes were read so far.</summary>
    public long BytesRead => stream.Position;

    /// <summary>The columns that are not part of a register and are passed over.</summary>
    public ImmutableArray<string> UnknownColumns => header?.Unknown ?? [];

    /// <summary>Opens a file, finds its encoding and reads its headings.</summary>
    /// <exception cref="IOException">There is no such file, it is a pipe, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static RegisterFile Open(string path)
    {
        var opened = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        try
        {
            return new(opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Each row, or what is wrong with it; blank rows are passed over. Asked for again, one reading after the other, it starts anew.</summary>
    public IEnumerable<RowResult<RegisterRow>> Read()
    {
        if (!faults.IsEmpty)
        {
            yield return new RowFaulty<RegisterRow>(faults);
            yield break;
        }

        using var csv = Start(separator);
        var rows = new RowReader(csv, header!);
        Advance(csv);
        while (Advance(csv) is var (more, fault) && (more || fault is not null))
        {
            if (fault is not null)
            {
                yield return new RowFaulty<RegisterRow>([fault]);
            }
            else if (rows.Read() is { } result)
            {
                yield return result;
            }

            if (!more)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private (RegisterHeader? Header, RegisterFault? Fault) ReadHeader(char candidate)
    {
        using var csv = Start(candidate);
        return Advance(csv) switch
        {
            (_, { } fault) => (null, fault),
            (false, _) => (null, RegisterFault.OfFile("第 1 行为列名、以下每行一件申请的台账", "空文件")),
            _ when csv.RawRecord.Contains((byte)0) => (null, RegisterFault.OfRow(1, RowReader.NoNul)),
            _ => (RegisterHeader.Of(csv), null),
        };
    }

    private CsvReader Start(char candidate)
    {
        stream.Position = encoding!.Preamble;
        malformedRow = 0;
        return CsvReader.Create(
            stream,
            new CsvReaderOptions
            {
                Encoding = encoding.Encoding,
                Separator = candidate,
                HasHeader = false,
                SkipEmptyLines = false, // an empty line is a row of the spreadsheet and counts
                MaxRecordSize = MaxRecordBytes,
                OnMalformedRecord = malformed => malformedRow = malformed.RecordNumber,
            },
            leaveOpen: true);
    }

    /// <summary>The next record; a fault without more means that nothing behind it can be read.</summary>
    private (bool More, RegisterFault? Fault) Advance(CsvReader csv)
    {
        try
        {
            var more = csv.Read();
            return (more, more && malformedRow == csv.RowNumber
                ? RegisterFault.OfRow((int)malformedRow, "引号成对；单元格内有英文引号时，整格加引号，其中的引号写两遍")
                : null);
        }
        catch (CsvFormatException tooLong)
        {
            return (false, RegisterFault.OfRow((int)tooLong.RecordNumber, "一行不超过 256 KB；多半是引号没有成对，以下各行没有读"));
        }
    }

    private static string Megabytes(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{(bytes + (1 << 20) - 1) >> 20} MB");
}
