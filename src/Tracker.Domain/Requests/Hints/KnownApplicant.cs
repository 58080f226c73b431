using System.Collections.Immutable;

namespace Tracker.Domain.Requests.Hints;

/// <summary>One applicant, as far as it can be recognised.</summary>
/// <param name="Kind">申请人类别</param>
/// <param name="Name">姓名或者名称, normal.</param>
/// <param name="Phones">联系电话, digits alone.</param>
/// <param name="Numbers">证件号码, normal.</param>
public sealed record KnownApplicant(ApplicantKind Kind, string Name, ImmutableArray<string> Phones, ImmutableArray<string> Numbers)
{
    /// <summary>
    /// Taken for the same: numbers decide where both have one; else the names are alike, and of two natural persons with telephones they
    /// share one. A hint rests on it and no decision.
    /// </summary>
    public bool IsLike(KnownApplicant other) =>
        Numbers.Length > 0 && other.Numbers.Length > 0 ? Numbers.Intersect(other.Numbers, StringComparer.Ordinal).Any()
        : Name.Length > 0 && Name == other.Name && (IsOrganisation || other.IsOrganisation || MaySharePhone(other));

    private bool IsOrganisation => Kind != ApplicantKind.NaturalPerson;

    private bool MaySharePhone(KnownApplicant other) =>
        Phones.IsEmpty || other.Phones.IsEmpty || Phones.Intersect(other.Phones, StringComparer.Ordinal).Any();
}
