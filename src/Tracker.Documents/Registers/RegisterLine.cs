using System.Collections.Immutable;

namespace Tracker.Documents.Registers;

/// <summary>What stands above the columns of an exported register.</summary>
/// <param name="Heading">Whose register it is, and what of it.</param>
/// <param name="Filter">The filter in words.</param>
/// <param name="Exported">When it was exported, and by whom.</param>
public sealed record RegisterTitle(string Heading, string Filter, string Exported);

/// <summary>台账 of an exported register, a line for each request. Neither contact nor identity number leaves in it.</summary>
/// <param name="Applicant">申请人, masked.</param>
/// <param name="Remaining">剩余, as on the day of the export.</param>
/// <param name="Missing">缺: what the record lacks.</param>
public sealed record RegisterLine(
    string Number,
    DateOnly ReceivedOn,
    string Channel,
    string ApplicantKind,
    string Applicant,
    DateOnly? DueOn,
    string Remaining,
    string Result,
    DateOnly? ResultOn,
    string? DocumentNumber,
    string Missing)
{
    /// <summary>Each column's heading, and its width in characters of a sheet.</summary>
    public static ImmutableArray<(string Heading, int Width)> Columns { get; } =
    [
        ("登记编号", 18), ("收到之日", 12), ("申请方式", 10), ("申请人类别", 18), ("申请人", 9), ("答复期限", 12), ("剩余", 20), ("办理结果", 30),
        ("答复日期", 12), ("答复文号", 24), ("缺", 30),
    ];

    /// <summary>What stands in each column: a text, a day, or nothing.</summary>
    internal object?[] Cells =>
        [Number, ReceivedOn, Channel, ApplicantKind, Applicant, DueOn, Remaining, Result, ResultOn, DocumentNumber, Missing];
}
