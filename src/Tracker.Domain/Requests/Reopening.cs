namespace Tracker.Domain.Requests;

/// <summary>An answered request that is being handled again.</summary>
/// <param name="On">恢复办理日期, or the day the order reached the agency.</param>
/// <param name="DueOn">The last day of the ordered term; none where nobody ordered it.</param>
/// <param name="By">Who ordered it, if anybody did.</param>
/// <param name="AnsweredOn">重新答复日期, or the day it ended without; none while it is awaited, or after another order took its place.</param>
public sealed record Reopening(DateOnly On, DateOnly? DueOn = null, ReAnswerAuthority? By = null, DateOnly? AnsweredOn = null)
{
    /// <summary>It ended without a new answer: withdrawn, or the applicant ceased.</summary>
    public bool Unanswered { get; init; }
}
