using System.Collections.Immutable;

namespace Tracker.Domain.Requests.Hints;

/// <summary>提示: what a person may want to look at. It decides nothing. The family is closed.</summary>
public abstract record CaseHint
{
    private protected CaseHint() { }
}

/// <summary>证件号码 contradicts itself or the applicant's kind.</summary>
public sealed record IdentityDoubtful(IdentityHint Hint) : CaseHint;

/// <summary>可能属于重复申请: the same applicant has had an answer to the same before (art 36 item 6).</summary>
/// <param name="Earlier">The request that was answered.</param>
/// <param name="AnsweredOn">答复日期</param>
public sealed record PossiblyRepeated(OtherCase Earlier, DateOnly AnsweredOn) : CaseHint;

/// <summary>当月申请件数 of the applicant, this request among them: what 国办函〔2020〕109号 counts for the fee by item.</summary>
/// <param name="Month">Its first day; the month is that of 收到之日.</param>
/// <param name="Count">How many.</param>
public sealed record RequestsOfMonth(DateOnly Month, int Count) : CaseHint;

/// <summary>多个申请人就相同政府信息提出申请: what can be disclosed may be published of the agency's own accord (art 44).</summary>
/// <param name="Others">The requests of others.</param>
public sealed record WantedByOthers(ImmutableArray<OtherCase> Others) : CaseHint;
