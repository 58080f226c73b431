using System.Collections.Immutable;
using Tracker.Domain.Requests.Hints;

namespace Tracker.Domain.Requests.Searches;

/// <summary>
/// 搜索词: one word somebody looks for. It may stand in the request's text, in an applicant's name or be a telephone number; with a digit
/// in it also in the 登记编号.
/// </summary>
public sealed class SearchWord
{
    /// <summary>Fewer characters stand in nearly every text.</summary>
    public const int Shortest = 2;

    private const string Brackets = "〔〕[]()（）【】［］";

    internal SearchWord(string typed)
    {
        Normal = NormalText.Of(typed);
        Fragment = typed.Any(sign => char.IsAsciiDigit(Narrow(sign))) ? string.Concat(typed.Select(Narrow)) : "";
        Phones = ContactPhones.Of(typed);
    }

    /// <summary>As texts are compared.</summary>
    public string Normal { get; }

    /// <summary>As it may stand in a number; empty if it has no digit.</summary>
    public string Fragment { get; }

    /// <summary>The telephone number it is; none or one.</summary>
    public ImmutableArray<string> Phones { get; }

    /// <summary>Whether texts and names are looked through for it.</summary>
    public bool IsForTexts => Normal.EnumerateRunes().Count() >= Shortest;

    /// <summary>Nothing can be looked through for it.</summary>
    public bool IsTooShort => !IsForTexts && Fragment.Length == 0;

    /// <summary>The fragment as a pattern of SQL's LIKE: any sign where it has a bracket, whose kinds nobody tells apart.</summary>
    public string Pattern => $"%{string.Concat(Fragment.Select(sign => IsBracket(sign) ? "_" : NumberParts.Escaped(sign)))}%";

    /// <summary>What a number must hold to be like the pattern: what stands between the brackets.</summary>
    public ImmutableArray<string> Parts =>
        [.. Fragment.Split([.. Brackets], StringSplitOptions.RemoveEmptyEntries).SelectMany(run => NumberParts.Of(run)).Distinct()];

    /// <summary>It is a part of this 登记编号.</summary>
    public bool IsIn(string number) => Fragment.Length > 0
        && Enumerable.Range(0, Math.Max(0, number.Length - Fragment.Length + 1)).Any(from => Fragment.Zip(number[from..]).All(IsSame));

    /// <summary>It stands in what is asked for or in an applicant's name, or is an applicant's telephone number.</summary>
    public bool IsIn(CaseTexts texts) =>
        (IsForTexts
            && (texts.Content.Contains(Normal, StringComparison.Ordinal)
                || texts.Applicants.Any(applicant => applicant.Name.Contains(Normal, StringComparison.Ordinal))))
        || texts.Applicants.Any(applicant => applicant.Phones.Intersect(Phones, StringComparer.Ordinal).Any());

    private static bool IsSame((char Sought, char Found) pair) =>
        pair.Sought == pair.Found || (IsBracket(pair.Sought) && IsBracket(pair.Found));

    private static bool IsBracket(char sign) => Brackets.Contains(sign, StringComparison.Ordinal);

    /// <summary>Full-width signs as plain ones.</summary>
    private static char Narrow(char sign) => sign is >= '\uFF01' and <= '\uFF5E' ? (char)(sign - 0xFEE0) : sign;
}
