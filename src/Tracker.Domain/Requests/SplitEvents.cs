namespace Tracker.Domain.Requests;

/// <summary>
/// 拆分: a part of the request became a request of its own, which is 新收 in the year of the split; this one keeps its stream and its year.
/// </summary>
/// <param name="SplitOn">拆分日期</param>
/// <param name="Part">The new request.</param>
/// <param name="PartNumber">Its 登记编号.</param>
/// <param name="Reason">拆分理由</param>
public sealed record PartSplitOff(DateOnly SplitOn, Guid Part, string PartNumber, Sealed<string>? Reason = null) : RequestEvent;
