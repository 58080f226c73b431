namespace Tracker.Domain.Requests;

/// <summary>不予提供的部分: one part a partial answer withholds, on a ground of its own (art 37).</summary>
/// <param name="Number">Which of the request's parts, from 1 on; one that was taken out keeps its number.</param>
/// <param name="Ground">理由: any ground that can be answered but 部分公开 itself.</param>
/// <param name="DecidedOn">认定日期</param>
/// <param name="Part">What is withheld.</param>
/// <param name="Reasons">具体理由</param>
public sealed record PartWithheld(
    int Number,
    Ground Ground,
    DateOnly DecidedOn,
    Sealed<string>? Part = null,
    Sealed<string>? Reasons = null) : RequestEvent;

/// <summary>撤销不予提供的部分: the part is no longer withheld, or was entered wrongly.</summary>
/// <param name="Number">Which part.</param>
/// <param name="RemovedOn">撤销日期</param>
/// <param name="Reason">撤销理由</param>
public sealed record WithheldPartRemoved(int Number, DateOnly RemovedOn, Sealed<string>? Reason = null) : RequestEvent;

/// <summary>拟稿: an answer was drafted. No effect on the clock, like all that goes before the answer leaves (国办公开办函〔2016〕235号).</summary>
/// <param name="Ground">拟办结果</param>
/// <param name="DraftedOn">拟稿日期</param>
/// <param name="Draft">答复稿</param>
public sealed record AnswerDrafted(Ground Ground, DateOnly DraftedOn, Sealed<string>? Draft = null) : RequestEvent;

/// <summary>送审: the draft was handed to who approves it.</summary>
/// <param name="SubmittedOn">送审日期</param>
public sealed record AnswerSubmitted(DateOnly SubmittedOn) : RequestEvent;

/// <summary>退回修改: who approves wants another draft.</summary>
/// <param name="ReturnedOn">退回日期</param>
/// <param name="Reason">退回理由</param>
public sealed record AnswerReturned(DateOnly ReturnedOn, Sealed<string>? Reason = null) : RequestEvent;

/// <summary>审批通过: the draft may be issued.</summary>
/// <param name="ApprovedOn">审批日期</param>
public sealed record AnswerApproved(DateOnly ApprovedOn) : RequestEvent;

/// <summary>印发: the letter was made out. The request ends when it leaves, not on this day (国办公开办函〔2016〕235号).</summary>
/// <param name="IssuedOn">落款日期: printed on the letter.</param>
/// <param name="DocumentNumber">答复文号</param>
/// <param name="LetterPlace">序号, if the office's counter gave the number; it stays used whatever becomes of the letter.</param>
public sealed record AnswerIssued(DateOnly IssuedOn, string? DocumentNumber = null, int? LetterPlace = null) : RequestEvent;

/// <summary>送达方式: how the answer leaves; it decides the day (国办公开办函〔2016〕235号). Its members' names are stored: retired, never renamed.</summary>
public enum Delivery
{
    /// <summary>邮政企业邮寄: the day of posting.</summary>
    Posted,

    /// <summary>民营快递: recorded and pointed out; the notice knows 邮政企业 only.</summary>
    Courier,

    /// <summary>当面签收: the day of signature.</summary>
    HandedOver,

    /// <summary>由其他机关转交: the day of signature.</summary>
    ThroughAgency,

    /// <summary>电子发送: the day of sending, when the applicant asked for it [?].</summary>
    Electronic,
}
