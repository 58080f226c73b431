namespace Tracker.Domain.Requests;

// A link stands in the streams of both requests, each naming the other.

/// <summary>关联: another request of the office belongs together with this one. It moves nothing.</summary>
/// <param name="Other">The other request.</param>
/// <param name="OtherNumber">Its 登记编号.</param>
/// <param name="LinkedOn">关联日期</param>
/// <param name="Reason">关联理由</param>
public sealed record CaseLinked(Guid Other, string OtherNumber, DateOnly LinkedOn, Sealed<string>? Reason = null) : RequestEvent;

/// <summary>取消关联: the two requests do not belong together after all.</summary>
/// <param name="Other">The other request.</param>
/// <param name="OtherNumber">Its 登记编号.</param>
/// <param name="UnlinkedOn">取消关联日期</param>
/// <param name="Reason">取消关联理由</param>
public sealed record CaseUnlinked(Guid Other, string OtherNumber, DateOnly UnlinkedOn, Sealed<string>? Reason = null) : RequestEvent;
