namespace Tracker.Domain.Requests;

/// <summary>要求说明理由: so many or so often that the applicant is asked why (art 35). No effect on the clock.</summary>
/// <param name="DemandedOn">要求说明理由日期</param>
/// <param name="Text">要求说明的事项</param>
public sealed record ReasonsDemanded(DateOnly DemandedOn, Sealed<string>? Text = null) : RequestEvent;

/// <summary>认定理由 (art 35): unreasonable, and the request is not processed; reasonable, and a later date may be set.</summary>
/// <param name="JudgedOn">认定日期</param>
/// <param name="Judgement">认定结论</param>
/// <param name="Text">申请人的理由和认定的依据</param>
public sealed record ReasonsJudged(DateOnly JudgedOn, ReasonsJudgement Judgement, Sealed<string>? Text = null) : RequestEvent;

/// <summary>另行确定答复时间 (art 35): told to the applicant; the date is the due date from then on. No extension, and counted nowhere.</summary>
/// <param name="ToldOn">告知日期</param>
/// <param name="DueOn">另行确定的答复日期, itself included.</param>
/// <param name="Reason">延迟答复的理由</param>
public sealed record LaterDateSet(DateOnly ToldOn, DateOnly DueOn, Sealed<string>? Reason = null) : RequestEvent;

/// <summary>认定结论. Its members' names are stored: retired, never renamed.</summary>
public enum ReasonsJudgement
{
    /// <summary>理由合理</summary>
    Reasonable,

    /// <summary>理由不合理，包括不说明理由</summary>
    Unreasonable,
}

/// <summary>What has become of a demand for reasons.</summary>
public sealed record ReasonsDemand(DateOnly DemandedOn, DateOnly? JudgedOn = null, ReasonsJudgement? Judgement = null);
