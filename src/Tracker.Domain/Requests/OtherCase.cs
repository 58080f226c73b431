namespace Tracker.Domain.Requests;

/// <summary>One of two requests of an office, as the other names it.</summary>
/// <param name="Id">Its stream.</param>
/// <param name="Number">登记编号</param>
public sealed record OtherCase(Guid Id, string Number);
