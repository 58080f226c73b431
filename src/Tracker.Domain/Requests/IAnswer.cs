namespace Tracker.Domain.Requests;

/// <summary>An answer that left the agency: the first, or one to a request that was taken up again.</summary>
public interface IAnswer
{
    /// <summary>办理结果</summary>
    Ground Ground { get; }

    /// <summary>答复日期: posted, handed over or sent; not the date printed on the letter.</summary>
    DateOnly LeftOn { get; }

    /// <summary>答复文号</summary>
    string? DocumentNumber { get; }

    /// <summary>What the answer states, in free words.</summary>
    Sealed<string>? Statement { get; }

    /// <summary>What the ground demands the answer to state, field by field.</summary>
    AnswerStatement? Stated { get; }

    /// <summary>送达方式</summary>
    Delivery? Delivery { get; }

    /// <summary>送达凭证: the number of the letter, the receipt.</summary>
    Sealed<string>? Evidence { get; }

    /// <summary>提供信息的形式 (art 40)</summary>
    InformationForm? GivenForm { get; }

    /// <summary>Why not in the form that was wanted (art 40).</summary>
    Sealed<string>? GivenFormReason { get; }
}
