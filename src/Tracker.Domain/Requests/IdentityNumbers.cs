using System.Globalization;

namespace Tracker.Domain.Requests;

/// <summary>What a number says against itself or against 申请人类别. A hint, never a reason to refuse.</summary>
public enum IdentityHint
{
    /// <summary>It has the form of an identity card or a credit code, but its check character or its date cannot be right.</summary>
    NotValid,

    /// <summary>An identity card's number, and the applicant is registered as an organisation.</summary>
    OfNaturalPerson,

    /// <summary>A credit code, and the applicant is registered as a natural person.</summary>
    OfOrganisation,
}

/// <summary>公民身份号码 (GB 11643) and 统一社会信用代码 (GB 32100): whether they can be, by their check characters.</summary>
public static class IdentityNumbers
{
    private const int Length = 18;
    private const string CardChecks = "10X98765432";
    private const string CodeCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] CardWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int[] CodeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>None for a number of any other form: a passport's, an old card's of fifteen digits.</summary>
    /// <param name="kind">申请人类别</param>
    /// <param name="number">As it was typed.</param>
    /// <param name="today">Nobody is born after it.</param>
    public static IdentityHint? Of(ApplicantKind kind, string number, DateOnly today)
    {
        var plain = string.Concat(number.Where(sign => !char.IsWhiteSpace(sign))).ToUpperInvariant();
        return (IsIdentityCard(plain, today), IsCreditCode(plain), kind == ApplicantKind.NaturalPerson) switch
        {
            (false, false, _) => HasForm(plain) ? IdentityHint.NotValid : null,
            (false, true, true) => IdentityHint.OfOrganisation,
            (true, false, false) => IdentityHint.OfNaturalPerson,
            _ => null,
        };
    }

    /// <summary>GB 11643: seventeen digits, among them a date of birth, and a check digit modulo 11.</summary>
    public static bool IsIdentityCard(string number, DateOnly today) =>
        number.Length == Length
        && number.AsSpan(0, Length - 1).IndexOfAnyExceptInRange('0', '9') < 0
        && DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
        && born.Year >= 1900
        && born <= today
        && CardChecks[CardWeights.Select((weight, place) => weight * (number[place] - '0')).Sum() % 11] == number[^1];

    /// <summary>GB 32100: eighteen of thirty-one digits and letters (no I, O, S, V, Z), the last a check character modulo 31.</summary>
    public static bool IsCreditCode(string number) =>
        HasForm(number)
        && CodeCharacters[(31 - (CodeWeights.Select((weight, place) => weight * CodeCharacters.IndexOf(number[place])).Sum() % 31)) % 31] == number[^1];

    /// <summary>An identity card's characters are all among those of a credit code.</summary>
    private static bool HasForm(string number) => number.Length == Length && number.All(CodeCharacters.Contains);
}
