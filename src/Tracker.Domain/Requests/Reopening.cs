namespace Tracker.Domain.Requests;

/// <summary>An answered request that is being handled again.</summary>
/// <param name="On">恢复办理日期, or the day the order reached the agency.</param>
/// <param name="DueOn">The last day of the ordered term; none where nobody ordered it.</param>
/// <param name="By">Who ordered it, if anybody did.</param>
/// <param name="AnsweredOn">重新答复日期; none while it is awaited.</param>
public sealed record Reopening(DateOnly On, DateOnly? DueOn = null, ReAnswerAuthority? By = null, DateOnly? AnsweredOn = null);
