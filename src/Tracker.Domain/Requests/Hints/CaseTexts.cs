using System.Collections.Immutable;

namespace Tracker.Domain.Requests.Hints;

/// <summary>What is known of a request's applicants and of what they ask for, opened and in the form in which it is compared.</summary>
public sealed class CaseTexts
{
    /// <summary>At least so much of the character pairs of both contents together stands in each of them: taken for the same thing.</summary>
    public const double SameFrom = 0.8;

    private readonly Lazy<IReadOnlySet<(int First, int Second)>> pairs;

    public CaseTexts(ImmutableArray<KnownApplicant> applicants, string content)
    {
        (Applicants, Content) = (applicants, content);
        pairs = new(() => NormalText.Pairs(Content));
    }

    /// <summary>The first named, then those who joined.</summary>
    public ImmutableArray<KnownApplicant> Applicants { get; }

    /// <summary>申请内容, normal; empty where it was not recorded, or is erased.</summary>
    public string Content { get; }

    public IReadOnlySet<(int First, int Second)> Pairs => pairs.Value;

    /// <param name="state">The request.</param>
    /// <param name="open">Opens a sealed text; none if its key is destroyed.</param>
    public static CaseTexts Of(RequestState state, Func<Sealed<string>?, string?> open)
    {
        if (state.Registration is not { } known || state.PersonalDataErasedOn is not null)
        {
            return new([], "");
        }

        var numbers = state.IdentityProofs.Select(proof => proof.Number).Prepend(known.IdentityNumber)
            .Select(number => NormalText.Of(open(number))).Where(number => number.Length > 0).Distinct(StringComparer.Ordinal);
        return new(
            [
                new(known.ApplicantKind, NormalText.Of(open(known.ApplicantName)), ContactPhones.Of(open(known.Contact)), [.. numbers]),
                .. state.JoinedApplicants.Select(joined =>
                    new KnownApplicant(joined.Kind, NormalText.Of(open(joined.Name)), ContactPhones.Of(open(joined.Contact)), [])),
            ],
            NormalText.Of(open(known.Content)));
    }

    /// <summary>The same first applicant stands among the other's.</summary>
    public bool IsOfSameApplicant(CaseTexts other) => Applicants is [var first, ..] && other.Applicants.Any(first.IsLike);

    /// <summary>
    /// 要求的是相同的政府信息: the contents are alike, or name the same figures (years, numbers of documents) and differ in few of their
    /// character pairs (<see cref="SameFrom"/>).
    /// </summary>
    public bool AsksForSame(CaseTexts other)
    {
        if (Content.Length == 0 || other.Content.Length == 0)
        {
            return false;
        }

        if (Content == other.Content)
        {
            return true;
        }

        var (few, many) = Pairs.Count < other.Pairs.Count ? (Pairs, other.Pairs) : (other.Pairs, Pairs);
        if (few.Count < SameFrom * many.Count || !Figures(Content).SequenceEqual(Figures(other.Content)))
        {
            return false;
        }

        var shared = few.Count(many.Contains);
        return shared >= SameFrom * (few.Count + many.Count - shared);
    }

    /// <summary>The digits in their order, a zero sign for whatever stands between two runs.</summary>
    private static IEnumerable<char> Figures(string content)
    {
        var before = '\0';
        foreach (var sign in content.Select(sign => char.IsAsciiDigit(sign) ? sign : '\0'))
        {
            if (sign != before || sign != '\0')
            {
                yield return sign;
            }

            before = sign;
        }
    }
}
