using System.Collections.Immutable;
using System.Text;

namespace Tracker.Domain.Requests.Hints;

/// <summary>联系电话 in a contact as somebody wrote it: seven to fifteen digits, whatever stands between them.</summary>
public static class ContactPhones
{
    private const int Shortest = 7;
    private const int Longest = 15;
    private const int Mobile = 11;
    private const string China = "86";

    /// <summary>Digits alone, each number once; +86 before a mobile number left out.</summary>
    public static ImmutableArray<string> Of(string? contact)
    {
        var phones = ImmutableArray.CreateBuilder<string>();
        var gathered = new StringBuilder();
        foreach (var piece in Pieces(contact ?? ""))
        {
            if (piece.Length == 0 || !Continue(gathered, piece))
            {
                Take(gathered, phones);
            }

            gathered.Append(piece);
        }

        Take(gathered, phones);
        return [.. phones.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A number written in groups, or after its area code.</summary>
    private static bool Continue(StringBuilder gathered, string piece) => piece.Length < Shortest
        ? gathered.Length <= Shortest && gathered.Length + piece.Length <= Mobile
        : gathered is { Length: 3 or 4 } && gathered[0] == '0';

    /// <summary>Runs of digits that only a space separates, and an empty piece wherever something else stands between.</summary>
    private static IEnumerable<string> Pieces(string contact)
    {
        var digits = new StringBuilder();
        foreach (var sign in contact.Select(Narrow))
        {
            if (char.IsAsciiDigit(sign))
            {
                digits.Append(sign);
            }
            else if (sign is not ('-' or '—' or '–' or '(' or ')' or '+'))
            {
                if (digits.Length > 0)
                {
                    yield return digits.ToString();
                    digits.Clear();
                }

                if (!char.IsWhiteSpace(sign))
                {
                    yield return "";
                }
            }
        }

        yield return digits.ToString();
    }

    private static void Take(StringBuilder digits, ImmutableArray<string>.Builder phones)
    {
        var phone = digits.ToString();
        digits.Clear();
        phone = phone.Length == Mobile + China.Length && phone.StartsWith(China, StringComparison.Ordinal) ? phone[China.Length..] : phone;
        if (phone.Length is >= Shortest and <= Longest)
        {
            phones.Add(phone);
        }
    }

    /// <summary>Full-width signs as plain ones.</summary>
    private static char Narrow(char sign) => sign switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(sign - 0xFEE0),
        _ => sign,
    };
}
