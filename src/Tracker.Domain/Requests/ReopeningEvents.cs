namespace Tracker.Domain.Requests;

/// <summary>恢复办理: work on an answered request goes on by the agency's own will. The result stands and is counted once; no term of law runs.</summary>
/// <param name="ResumedOn">恢复办理日期</param>
/// <param name="Reason">恢复办理理由</param>
public sealed record HandlingResumed(DateOnly ResumedOn, Sealed<string>? Reason = null) : RequestEvent;

/// <summary>
/// 责令重新答复 (行政复议法 64, 行政诉讼法 70): a reconsideration or a court undid the answer and set a term for a new one. It is not a new
/// request, and the first result stays counted where it was.
/// </summary>
/// <param name="By">Who ordered it.</param>
/// <param name="ServedOn">The day the decision or judgment reached the agency.</param>
/// <param name="DueOn">The last day of the term it sets, itself included.</param>
/// <param name="DocumentNumber">The decision's or judgment's number.</param>
/// <param name="Source">What it orders, in its words.</param>
public sealed record ReAnswerOrdered(
    ReAnswerAuthority By,
    DateOnly ServedOn,
    DateOnly DueOn,
    string? DocumentNumber = null,
    Sealed<string>? Source = null) : RequestEvent;

/// <summary>重新答复: the new answer left the agency.</summary>
/// <param name="Ground">办理结果 of the new answer.</param>
/// <param name="LeftOn">答复日期: posted, handed over or sent.</param>
/// <param name="DocumentNumber">答复文号</param>
/// <param name="Statement">What the answer states, in free words.</param>
/// <param name="Stated">What the ground demands the answer to state, field by field.</param>
/// <param name="Delivery">送达方式</param>
/// <param name="Evidence">送达凭证</param>
/// <param name="GivenForm">提供信息的形式 (art 40)</param>
/// <param name="GivenFormReason">Why not in the form that was wanted (art 40).</param>
public sealed record RequestReAnswered(
    Ground Ground,
    DateOnly LeftOn,
    string? DocumentNumber = null,
    Sealed<string>? Statement = null,
    AnswerStatement? Stated = null,
    Delivery? Delivery = null,
    Sealed<string>? Evidence = null,
    InformationForm? GivenForm = null,
    Sealed<string>? GivenFormReason = null) : RequestEvent, IAnswer;

/// <summary>Who orders a new answer. Its members' names are stored: retired, never renamed.</summary>
public enum ReAnswerAuthority
{
    /// <summary>行政复议机关</summary>
    Reconsideration,

    /// <summary>人民法院</summary>
    Court,
}
