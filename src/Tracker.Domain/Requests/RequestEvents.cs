namespace Tracker.Domain.Requests;

// These records, their members and their stored names (EventStore, StoredNames) are the format of the book. Only optional
// members may be added; a changed meaning is a new event. Every text somebody wrote is sealed.

/// <summary>A fact of one request. The family is closed.</summary>
public abstract record RequestEvent
{
    private protected RequestEvent() { }
}

/// <summary>登记: a request was received and registered.</summary>
/// <param name="Number">登记编号</param>
/// <param name="NumberOrigin">Who gave the number.</param>
/// <param name="Channel">申请方式</param>
/// <param name="Dates">Every known date of its arrival.</param>
/// <param name="ApplicantKind">申请人类别</param>
/// <param name="ApplicantName">申请人</param>
/// <param name="Contact">联系方式</param>
/// <param name="Content">申请内容</param>
/// <param name="WrittenDownFor">口头申请由受理机构代为填写 (art 29).</param>
/// <param name="IdentityNumber">身份证号码或者统一社会信用代码 (art 29)</param>
/// <param name="WantedForm">申请公开的政府信息的形式 (art 29)</param>
/// <param name="WantedDelivery">获取信息的方式、途径 (art 29)</param>
/// <param name="SplitFrom">The request of which it was a part.</param>
/// <param name="SplitOn">拆分日期: the year in which it counts as 新收; its clock keeps the day of receipt.</param>
public sealed record RequestReceived(
    string Number,
    NumberOrigin NumberOrigin,
    Channel Channel,
    ReceiptDates Dates,
    ApplicantKind ApplicantKind,
    Sealed<string>? ApplicantName = null,
    Sealed<string>? Contact = null,
    Sealed<string>? Content = null,
    bool? WrittenDownFor = null,
    Sealed<string>? IdentityNumber = null,
    InformationForm? WantedForm = null,
    Sealed<string>? WantedDelivery = null,
    Guid? SplitFrom = null,
    DateOnly? SplitOn = null) : RequestEvent;

/// <summary>补正告知: the applicant was told what to supplement (art 30).</summary>
/// <param name="IssuedOn">补正通知日期</param>
/// <param name="PeriodEndsOn">补正截止日期, the last day, itself included; unknown in some old registers.</param>
/// <param name="Items">需要补正的事项</param>
public sealed record SupplementNoticeIssued(
    DateOnly IssuedOn,
    DateOnly? PeriodEndsOn = null,
    Sealed<string>? Items = null) : RequestEvent;

/// <summary>收到补正: the supplement arrived; the day itself is not counted (art 30).</summary>
/// <param name="ReceivedOn">收到补正日期</param>
/// <param name="Supplement">补正内容</param>
public sealed record SupplementReceived(DateOnly ReceivedOn, Sealed<string>? Supplement = null) : RequestEvent;

/// <summary>延期答复: the term was extended (art 33).</summary>
/// <param name="ApprovedOn">延期批准日期: approved by the head of the disclosure office.</param>
/// <param name="WorkingDays">延长工作日数</param>
/// <param name="NotifiedOn">The day the applicant was told, if known.</param>
/// <param name="Reason">延期理由</param>
public sealed record AnswerTermExtended(
    DateOnly ApprovedOn,
    int WorkingDays,
    DateOnly? NotifiedOn = null,
    Sealed<string>? Reason = null) : RequestEvent;

/// <summary>答复: the answer left the agency; it closes the request.</summary>
/// <param name="Ground">办理结果</param>
/// <param name="LeftOn">答复日期: posted, handed over or sent; not the date printed on the letter.</param>
/// <param name="DocumentNumber">答复文号</param>
/// <param name="Statement">What the answer states, in free words.</param>
/// <param name="Stated">What the ground demands the answer to state, field by field.</param>
/// <param name="Delivery">送达方式</param>
/// <param name="Evidence">送达凭证: the number of the letter, the receipt.</param>
/// <param name="GivenForm">提供信息的形式 (art 40)</param>
/// <param name="GivenFormReason">Why not in the form that was wanted (art 40).</param>
/// <param name="OnTheSpot">当场答复 (art 33)</param>
/// <param name="TogetherWith">The request from which the one letter was recorded that answers several.</param>
public sealed record RequestAnswered(
    Ground Ground,
    DateOnly LeftOn,
    string? DocumentNumber = null,
    Sealed<string>? Statement = null,
    AnswerStatement? Stated = null,
    Delivery? Delivery = null,
    Sealed<string>? Evidence = null,
    InformationForm? GivenForm = null,
    Sealed<string>? GivenFormReason = null,
    bool? OnTheSpot = null,
    Guid? TogetherWith = null) : RequestEvent, IAnswer;

/// <summary>撤回: the applicant withdrew the request in writing; it closes the request.</summary>
/// <param name="WithdrawnOn">撤回日期</param>
/// <param name="DocumentNumber">The number of the letter that confirmed it, if there was one.</param>
/// <param name="Statement">撤回说明</param>
public sealed record RequestWithdrawn(
    DateOnly WithdrawnOn,
    string? DocumentNumber = null,
    Sealed<string>? Statement = null) : RequestEvent;

/// <summary>
/// 不再处理: closed without an answer because the application counts as given up (补正, 缴费) or nobody is left to answer; it closes the
/// request on the day on which a person decided so.
/// </summary>
/// <param name="Ground">办理结果</param>
/// <param name="ConfirmedOn">确认日期</param>
/// <param name="DocumentNumber">The number of the letter that said so, if there was one.</param>
/// <param name="Statement">What the ground demands to be stated.</param>
public sealed record RequestClosedUnanswered(
    Ground Ground,
    DateOnly ConfirmedOn,
    string? DocumentNumber = null,
    Sealed<string>? Statement = null) : RequestEvent;

/// <summary>结转下年度继续办理: still open on 31 December when the year was closed. A marker that no table reads.</summary>
/// <param name="Year">The year that was closed.</param>
public sealed record RequestCarriedForward(int Year) : RequestEvent;

/// <summary>删除个人信息: the request's data key was destroyed; nothing sealed of it can be read any more.</summary>
/// <param name="ErasedOn">The legal day.</param>
public sealed record PersonalDataErased(DateOnly ErasedOn) : RequestEvent;
