namespace Tracker.Domain.Requests;

// Corrections never edit: what was recorded stays in the book, and so do the correction and its reason.

/// <summary>
/// 撤销误登: an entry was recorded by mistake and counts as never made. Of a result it is 更正数据: the request is open again until
/// the right result is recorded.
/// </summary>
/// <param name="Version">The place of that entry in its stream.</param>
/// <param name="TakenBackOn">撤销日期</param>
/// <param name="Reason">撤销理由</param>
public sealed record EntryTakenBack(long Version, DateOnly TakenBackOn, Sealed<string>? Reason = null) : RequestEvent;

/// <summary>作废: the whole registration was a mistake (entered twice, no request at all). It is counted nowhere; its number stays used.</summary>
/// <param name="VoidedOn">作废日期</param>
/// <param name="Reason">作废理由</param>
public sealed record RequestVoided(DateOnly VoidedOn, Sealed<string>? Reason = null) : RequestEvent;

/// <summary>更正申请人: its kind was recorded wrongly, and with it the column of the table; or its name or contact, or what it asks for.</summary>
/// <param name="CorrectedOn">更正日期</param>
/// <param name="Kind">申请人类别, as it was.</param>
/// <param name="Name">申请人; none where it was right.</param>
/// <param name="Contact">联系方式; none where it was right.</param>
/// <param name="Reason">更正理由</param>
/// <param name="Content">申请公开的内容 as it was written; none where it was recorded rightly.</param>
public sealed record ApplicantCorrected(
    DateOnly CorrectedOn,
    ApplicantKind Kind,
    Sealed<string>? Name = null,
    Sealed<string>? Contact = null,
    Sealed<string>? Reason = null,
    Sealed<string>? Content = null) : RequestEvent;
