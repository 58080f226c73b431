using Tracker.Domain.Requests;

namespace Tracker.Domain.RecordCorrections;

// These records, their members and their stored names (EventStore, StoredNames) are the format of the book, as those of requests are.
// A 更正申请 corrects a record an agency gave somebody about himself (art 41); corrections of entries of this register are another thing.

/// <summary>A fact of one 更正申请 (art 41). The family is closed.</summary>
public abstract record RecordCorrectionEvent
{
    private protected RecordCorrectionEvent() { }
}

/// <summary>登记: somebody asks for a record about himself to be corrected (art 41).</summary>
/// <param name="Number">登记编号, of a counter of its own.</param>
/// <param name="Channel">申请方式</param>
/// <param name="Dates">Every known date of its arrival.</param>
/// <param name="ApplicantKind">申请人类别</param>
/// <param name="ApplicantName">申请人</param>
/// <param name="Contact">联系方式</param>
/// <param name="Record">认为不准确的记录</param>
/// <param name="ShouldSay">要求更正为</param>
/// <param name="Evidence">证据 that came with it.</param>
/// <param name="AboutRequest">The information request whose answer held the record, of the same office.</param>
/// <param name="AboutNumber">Its 登记编号.</param>
public sealed record RecordCorrectionReceived(
    string Number,
    Channel Channel,
    ReceiptDates Dates,
    ApplicantKind ApplicantKind,
    Sealed<string>? ApplicantName = null,
    Sealed<string>? Contact = null,
    Sealed<string>? Record = null,
    Sealed<string>? ShouldSay = null,
    Sealed<string>? Evidence = null,
    Guid? AboutRequest = null,
    string? AboutNumber = null) : RecordCorrectionEvent;

/// <summary>与申请人确认收到: the day of receipt was not known until now (art 31, by analogy).</summary>
/// <param name="ConfirmedOn">确认日期</param>
public sealed record RecordCorrectionConfirmed(DateOnly ConfirmedOn) : RecordCorrectionEvent;

/// <summary>要求补充证据: what was handed in does not show that the record is wrong. The law sets no term.</summary>
/// <param name="AskedOn">要求补充证据日期</param>
/// <param name="Items">需要补充的证据</param>
public sealed record RecordEvidenceAskedFor(DateOnly AskedOn, Sealed<string>? Items = null) : RecordCorrectionEvent;

/// <summary>收到补充证据, asked for or not.</summary>
/// <param name="ReceivedOn">收到补充证据日期</param>
/// <param name="Evidence">证据</param>
public sealed record RecordEvidenceReceived(DateOnly ReceivedOn, Sealed<string>? Evidence = null) : RecordCorrectionEvent;

/// <summary>审核属实，予以更正: the record was wrong and is corrected; it ends the case.</summary>
/// <param name="CorrectedOn">更正日期</param>
/// <param name="ToldOn">告知申请人日期</param>
/// <param name="DocumentNumber">告知书文号</param>
/// <param name="Statement">更正情况</param>
public sealed record RecordCorrected(
    DateOnly CorrectedOn,
    DateOnly ToldOn,
    string? DocumentNumber = null,
    Sealed<string>? Statement = null) : RecordCorrectionEvent;

/// <summary>审核不属实或者证据不足，不予更正; it ends the case.</summary>
/// <param name="DecidedOn">审核认定日期</param>
/// <param name="ToldOn">告知申请人日期</param>
/// <param name="Finding">审核结论</param>
/// <param name="DocumentNumber">告知书文号</param>
/// <param name="Reasons">理由</param>
public sealed record RecordNotCorrected(
    DateOnly DecidedOn,
    DateOnly ToldOn,
    RecordFinding Finding,
    string? DocumentNumber = null,
    Sealed<string>? Reasons = null) : RecordCorrectionEvent;

/// <summary>转送有权更正的行政机关: this agency may not correct it and passed it on; it ends the case here.</summary>
/// <param name="TransferredOn">转送日期</param>
/// <param name="ToldOn">告知申请人日期</param>
/// <param name="Agency">有权更正的行政机关</param>
/// <param name="DocumentNumber">转送函文号</param>
/// <param name="Statement">转送说明</param>
public sealed record RecordCorrectionTransferred(
    DateOnly TransferredOn,
    DateOnly ToldOn,
    string Agency,
    string? DocumentNumber = null,
    Sealed<string>? Statement = null) : RecordCorrectionEvent;

/// <summary>告知向有权更正的行政机关提出: this agency may not correct it and said who may; it ends the case.</summary>
/// <param name="ToldOn">告知申请人日期</param>
/// <param name="Agency">有权更正的行政机关</param>
/// <param name="DocumentNumber">告知书文号</param>
/// <param name="Statement">告知说明</param>
public sealed record RecordCorrectionReferred(
    DateOnly ToldOn,
    string Agency,
    string? DocumentNumber = null,
    Sealed<string>? Statement = null) : RecordCorrectionEvent;

/// <summary>撤回: the applicant withdrew it; it ends the case.</summary>
/// <param name="WithdrawnOn">撤回日期</param>
/// <param name="Statement">撤回说明</param>
public sealed record RecordCorrectionWithdrawn(DateOnly WithdrawnOn, Sealed<string>? Statement = null) : RecordCorrectionEvent;

/// <summary>办理备注</summary>
/// <param name="NotedOn">备注日期</param>
/// <param name="Text">备注内容</param>
public sealed record RecordCorrectionNoted(DateOnly NotedOn, Sealed<string>? Text = null) : RecordCorrectionEvent;

/// <summary>作废: the registration was a mistake; its number stays used.</summary>
/// <param name="VoidedOn">作废日期</param>
/// <param name="Reason">作废理由</param>
public sealed record RecordCorrectionVoided(DateOnly VoidedOn, Sealed<string>? Reason = null) : RecordCorrectionEvent;

/// <summary>删除个人信息: its data key was destroyed; nothing sealed of it can be read any more.</summary>
/// <param name="ErasedOn">The legal day.</param>
public sealed record RecordCorrectionErased(DateOnly ErasedOn) : RecordCorrectionEvent;
