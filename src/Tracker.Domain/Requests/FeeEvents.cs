using Tracker.Domain.LegalTime;

namespace Tracker.Domain.Requests;

/// <summary>收费通知 (国办函〔2020〕109号): the clock stops until the fee is paid.</summary>
/// <param name="Scale">计收方式</param>
/// <param name="Count">The items or pages charged for: a figure of its own, which moves no table.</param>
/// <param name="Yuan">The amount the notice asks for, in yuan, as it was computed then.</param>
/// <param name="IssuedOn">收费通知日期</param>
/// <param name="ReceivedOn">The day the applicant had it, day 0 of the 20 working days to pay; unknown as a rule.</param>
/// <param name="RequestsInMonth">当月申请件数, from which the count of items may depart; only by item.</param>
/// <param name="CountReason">计收件数与申请件数不同的理由</param>
public sealed record FeeNoticeIssued(
    FeeScale Scale,
    int Count,
    long Yuan,
    DateOnly IssuedOn,
    DateOnly? ReceivedOn = null,
    int? RequestsInMonth = null,
    Sealed<string>? CountReason = null) : RequestEvent;

/// <summary>收费通知送达: the day the applicant had it became known; the 20 working days to pay count from the day after.</summary>
/// <param name="ReceivedOn">申请人收到收费通知日期</param>
public sealed record FeeNoticeServed(DateOnly ReceivedOn) : RequestEvent;

/// <summary>缴费: the clock starts afresh; the day itself is not counted (国办函〔2020〕109号).</summary>
/// <param name="PaidOn">缴费日期</param>
public sealed record FeePaid(DateOnly PaidOn) : RequestEvent;

/// <summary>减免: the fee asked for is no longer asked for; taken to start the clock afresh as a payment does [?].</summary>
/// <param name="WaivedOn">减免日期</param>
/// <param name="Reason">减免理由</param>
public sealed record FeeWaived(DateOnly WaivedOn, Sealed<string>? Reason = null) : RequestEvent;
