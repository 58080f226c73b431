using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Tracker.Documents.Registers;

/// <summary>
/// The rows of a file read so far, by 登记编号 and 提交日期: a number that restarts at 1 each year is another request. Two
/// digests a row are kept and nothing of its text; they never leave memory.
/// </summary>
public sealed class SeenRows
{
    private readonly Dictionary<UInt128, (UInt128 Facts, int Row)> seen = [];
    private readonly ArrayBufferWriter<byte> buffer = new();

    /// <summary>None for a new request; else that the row repeats an earlier one, or contradicts it.</summary>
    public RowResult<RegisterRow>? Judge(RegisterRow row)
    {
        var facts = FactsOf(row);
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, KeyOf(row), out var isKnown);
        if (!isKnown)
        {
            first = (facts, row.Row);
            return null;
        }

        return first.Facts == facts
            ? new RowRepeated<RegisterRow>(row.Row, first.Row)
            : new RowFaulty<RegisterRow>([RegisterFault.At(
                row.Row,
                RegisterColumns.Number,
                row.Number,
                string.Create(CultureInfo.InvariantCulture, $"与第 {first.Row} 行登记编号、提交日期都相同的，其他各格也相同；不是同一件的，编号不同"))]);
    }

    private UInt128 KeyOf(RegisterRow row)
    {
        Add(row.Number);
        Add(row.FiledOn);
        return Digest();
    }

    private UInt128 FactsOf(RegisterRow row)
    {
        Add((int)row.Channel);
        Add((int)row.ApplicantKind);
        Add(row.ArrivedOn);
        Add(row.ConfirmedOn);
        Add(row.NoticeOn);
        Add(row.NoticePeriodEndsOn);
        Add(row.SupplementOn);
        Add(row.ExtensionApprovedOn);
        Add(row.ExtensionWorkingDays ?? -1);
        Add(row.AnsweredOn);
        Add(row.Ground?.Key);
        Add(row.DocumentNumber);
        Add(row.ApplicantName);
        Add(row.Contact);
        Add(row.Content);
        return Digest();
    }

    private void Add(DateOnly? day) => Add(day?.DayNumber ?? -1);

    private void Add(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(sizeof(int)), value);
        buffer.Advance(sizeof(int));
    }

    private void Add(string? text)
    {
        Add(text?.Length ?? -1); // so that no two rows run together to the same bytes
        Encoding.UTF8.GetBytes(text, buffer);
    }

    private UInt128 Digest()
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.WrittenSpan, digest);
        buffer.ResetWrittenCount();
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }
}
