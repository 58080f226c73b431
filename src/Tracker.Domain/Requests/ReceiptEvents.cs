namespace Tracker.Domain.Requests;

/// <summary>与申请人确认收到 (art 31): the day that was missing; it is the day of receipt from then on.</summary>
/// <param name="ConfirmedOn">确认日期</param>
public sealed record ReceiptConfirmed(DateOnly ConfirmedOn) : RequestEvent;

/// <summary>更正收到的事实: what was recorded of the arrival was wrong. Nothing is edited: both stand in the book, and the reason.</summary>
/// <param name="CorrectedOn">更正日期</param>
/// <param name="Channel">申请方式, as it was.</param>
/// <param name="Dates">Every known date of its arrival, as they were.</param>
/// <param name="Reason">更正理由</param>
public sealed record ReceiptFactsCorrected(DateOnly CorrectedOn, Channel Channel, ReceiptDates Dates, Sealed<string>? Reason = null) : RequestEvent;

/// <summary>办理备注: moves nothing.</summary>
/// <param name="NotedOn">备注日期</param>
/// <param name="Text">备注内容</param>
public sealed record NoteAdded(DateOnly NotedOn, Sealed<string>? Text = null) : RequestEvent;
