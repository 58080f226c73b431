namespace Tracker.Domain.RecordCorrections;

// These member names are stored in events and rows: they are retired, never renamed.

/// <summary>审核结论 where nothing is corrected (art 41).</summary>
public enum RecordFinding
{
    /// <summary>不属实: the record is right as it stands.</summary>
    NotTrue,

    /// <summary>证据不足: it was not shown that the record is wrong.</summary>
    NotProven,
}

/// <summary>办理结果 of a 更正申请 (art 41).</summary>
public enum RecordCorrectionOutcome
{
    /// <summary>属实，已更正</summary>
    Corrected,

    /// <summary>不予更正</summary>
    NotCorrected,

    /// <summary>转送有权更正的机关</summary>
    Transferred,

    /// <summary>告知向有权更正的机关提出</summary>
    Referred,

    /// <summary>申请人撤回</summary>
    Withdrawn,
}

/// <summary>登记编号 of a 更正申请: a series of its own, which no number of an information request is mistaken for.</summary>
public static class RecordCorrectionNumber
{
    public const string Prefix = "更正";

    /// <summary>E.g. 更正2026-0012.</summary>
    public static string FromCounter(int year, int place) => $"{Prefix}{year:0000}-{place:0000}";
}

/// <summary>The information request whose answer held the record, as the decision needs it.</summary>
/// <param name="Id">The request, of the same office.</param>
/// <param name="Number">登记编号</param>
/// <param name="AnsweredOn">When its first answer left; none if none did.</param>
public sealed record AnsweredRequest(Guid Id, string Number, DateOnly? AnsweredOn);

/// <summary>How it ended.</summary>
/// <param name="Outcome">办理结果</param>
/// <param name="On">告知申请人之日, or that of the withdrawal.</param>
/// <param name="DocumentNumber">文号</param>
/// <param name="Agency">有权更正的行政机关, where it is another one.</param>
public sealed record RecordCorrectionResult(
    RecordCorrectionOutcome Outcome, DateOnly On, string? DocumentNumber = null, string? Agency = null);
