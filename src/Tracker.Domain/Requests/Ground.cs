namespace Tracker.Domain.Requests;

/// <summary>
/// 办理结果: the ground on which a request was closed. The ground is the fact the book keeps; the row of a year's table is a
/// conclusion drawn from it. Two grounds may share a row.
/// </summary>
/// <param name="Key">The stored name; retired, never renamed.</param>
/// <param name="Label">The words a clerk sees.</param>
/// <param name="Article">The article of the regulation (条例), or empty where no article names it.</param>
/// <param name="Row2021">Its row in the form of 国办公开办函〔2021〕30号.</param>
/// <param name="Row2019">Its row in the form of 国办公开办函〔2019〕60号.</param>
/// <param name="ClassPre2019">Its class of answer in the annex used before 2019.</param>
/// <param name="Remedy">Which remedy the letter names.</param>
/// <param name="MustState">What the answer must state.</param>
/// <param name="RetiredOn">The first day on which it can no longer be chosen.</param>
public sealed record Ground(
    string Key,
    string Label,
    string Article,
    string Row2021,
    string Row2019,
    AnswerClass ClassPre2019,
    Remedy Remedy,
    string MustState,
    DateOnly? RetiredOn = null);

/// <summary>The classes of answer counted before 2019.</summary>
public enum AnswerClass
{
    /// <summary>同意公开</summary>
    Agreed,

    /// <summary>同意部分公开</summary>
    AgreedInPart,

    /// <summary>不予公开</summary>
    Refused,

    /// <summary>其他类型</summary>
    Other,
}

/// <summary>救济途径: what may be done against an answer.</summary>
public enum Remedy
{
    /// <summary>复议前置: reconsideration must come first (行政复议法 23(1)(4): refusals under articles 14 to 16).</summary>
    ReconsiderationFirst,

    /// <summary>Reconsideration or litigation, as the applicant chooses.</summary>
    Choice,
}
