using System.Collections.Immutable;

namespace Tracker.Domain.Requests.Hints;

/// <summary>The rule of each hint. Others than those of the same office are never handed in.</summary>
public static class CaseHints
{
    /// <summary>What is to be pointed out about a request among the others of its office.</summary>
    /// <param name="own">The request.</param>
    /// <param name="others">Whatever others may matter; those that do not are passed over.</param>
    /// <param name="doubts">What its identity numbers say, each opened.</param>
    public static ImmutableArray<CaseHint> Of(KnownCase own, IEnumerable<KnownCase> others, IEnumerable<IdentityHint> doubts)
    {
        if (!own.Counts)
        {
            return [];
        }

        ImmutableArray<KnownCase> known = [.. others.Where(other => other.Id != own.Id && other.Counts).OrderBy(other => other.State.Receipt.On).ThenBy(other => other.Name.Number, StringComparer.Ordinal)];
        var count = RequestsInMonth(own, known);
        var wanted = WantedByOthers(own, known);
        return
        [
            .. doubts.Distinct().Select(doubt => new IdentityDoubtful(doubt)),
            .. known.Where(other => IsRepeated(own, other)).Select(other => new PossiblyRepeated(other.Name, other.State.Result!.On)),
            .. count > 1 ? [new RequestsOfMonth(own.Month, count)] : ImmutableArray<CaseHint>.Empty,
            .. wanted.IsEmpty ? [] : ImmutableArray.Create<CaseHint>(new WantedByOthers(wanted)),
        ];
    }

    /// <summary>同一申请人当月申请件数 (国办函〔2020〕109号): those received in the month of this one, itself among them.</summary>
    public static int RequestsInMonth(KnownCase own, IEnumerable<KnownCase> others) =>
        1 + others.Count(other => other.Id != own.Id && other.Counts && other.Month == own.Month && own.Texts.IsOfSameApplicant(other.Texts));

    /// <summary>重复申请 (art 36 item 6): answered already, not only withdrawn or given up, when the same applicant asked for the same anew.</summary>
    public static bool IsRepeated(KnownCase own, KnownCase earlier) =>
        earlier.State.Result is { Answer: not null } result
        && result.On <= (own.State.Result?.On ?? DateOnly.MaxValue)
        && earlier.State.Receipt.On <= own.State.Receipt.On
        && !IsMutual(own, earlier)
        && !own.IsOfSameWhole(earlier)
        && own.Texts.IsOfSameApplicant(earlier.Texts)
        && own.Texts.AsksForSame(earlier.Texts);

    private static ImmutableArray<OtherCase> WantedByOthers(KnownCase own, IEnumerable<KnownCase> others) =>
    [
        .. others.Where(other => !own.IsOfSameWhole(other) && !own.Texts.IsOfSameApplicant(other.Texts) && own.Texts.AsksForSame(other.Texts))
            .Select(other => other.Name),
    ];

    /// <summary>Received and answered on the same days: neither is the earlier one.</summary>
    private static bool IsMutual(KnownCase own, KnownCase other) =>
        own.State.Receipt.On == other.State.Receipt.On && own.State.Result?.On == other.State.Result?.On;
}
