namespace Tracker.Domain.Requests;

/// <summary>How far the draft of an answer has come.</summary>
public enum DraftStage
{
    /// <summary>拟稿</summary>
    Drafted,

    /// <summary>送审</summary>
    Submitted,

    /// <summary>退回修改</summary>
    Returned,

    /// <summary>审批通过</summary>
    Approved,

    /// <summary>印发</summary>
    Issued,
}

/// <summary>答复稿: the answer under way, before it leaves.</summary>
/// <param name="Ground">拟办结果</param>
/// <param name="Text">The draft.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="On">The day it came there.</param>
public sealed record AnswerDraft(Ground Ground, Sealed<string>? Text, DraftStage Stage, DateOnly On)
{
    /// <summary>Why it was returned.</summary>
    public Sealed<string>? ReturnReason { get; init; }

    /// <summary>文号, once it is issued.</summary>
    public string? DocumentNumber { get; init; }

    internal AnswerDraft At(DraftStage stage, DateOnly on) => this with { Stage = stage, On = on };
}
