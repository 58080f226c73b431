using System.Collections.Immutable;
using System.Text;
using Tracker.Domain.Requests;

namespace Tracker.Documents.Registers;

/// <summary>What is wrong with a cell, a row or the file.</summary>
/// <param name="Row">The row a person sees in a spreadsheet; the headings are row 1.</param>
/// <param name="Column">The column's heading, or 整行, or 文件.</param>
/// <param name="Found">What stands there; masked where it may be about a person.</param>
/// <param name="Expected">A short phrase, or none where <paramref name="Refusal"/> says it.</param>
/// <param name="Refusal">The domain's reason, if the cells can be read and the acts they state are not possible.</param>
public sealed record RegisterFault(int Row, string Column, string Found, string? Expected, RequestRefusal? Refusal = null)
{
    /// <summary>Stands for a cell of 申请人, 联系方式 or 申请内容.</summary>
    public const string Masked = "（已隐去）";

    /// <summary>Stands for a cell with nothing in it.</summary>
    public const string Empty = "（空）";

    private const int EchoAtMost = 30;

    internal static RegisterFault At(int row, RegisterColumn column, string? found, string expected) =>
        new(row, column.Heading, Show(column, found), expected);

    internal static RegisterFault OfRow(int row, string expected, string found = "") =>
        new(row, RegisterColumns.WholeRow, found, expected);

    internal static RegisterFault OfFile(string expected, string found = "", int row = 1) =>
        new(row, RegisterColumns.WholeFile, found, expected);

    internal static string Show(RegisterColumn column, string? found) =>
        string.IsNullOrEmpty(found) ? Empty : column.IsPersonal ? Masked : Echo(found);

    /// <summary>The beginning of a text, without what could move a cursor or turn the direction of writing.</summary>
    internal static string Echo(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Where(rune => !TextRules.IsInvisible(rune)))
        {
            if (shown.Length + rune.Utf16SequenceLength > EchoAtMost)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(rune);
        }

        return shown.ToString();
    }
}

/// <summary>What became of a row. The family is closed.</summary>
public abstract record RowResult<T>
{
    private protected RowResult() { }
}

/// <summary>The row is in order.</summary>
public sealed record RowAccepted<T>(T Value) : RowResult<T>;

/// <summary>The row repeats an earlier one and adds nothing.</summary>
public sealed record RowRepeated<T>(int Row, int FirstRow) : RowResult<T>;

/// <summary>The row, or the file, is not in order; every fault that was found.</summary>
public sealed record RowFaulty<T>(ImmutableArray<RegisterFault> Faults) : RowResult<T>;
