using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Tracker.Documents.Registers;

/// <summary>How a text in a register is compared and read, whichever keyboard it was typed on.</summary>
internal static partial class TextRules
{
    /// <summary>Control and format characters and line separators: they hide in a number and make two that look alike differ.</summary>
    public static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Full-width forms (U+FF01 to U+FF5E) as their ASCII twins. Not by normalization, which invariant globalization leaves out.</summary>
    public static char HalfWidth(char c) => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c;

    public static string HalfWidth(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = HalfWidth(source[i]);
        }
    });

    /// <summary>A text as words of a closed list are compared: no spaces, half width, small letters, one kind of comma.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Where(c => !char.IsWhiteSpace(c)))
        {
            folded.Append(c == '、' ? ',' : char.ToLowerInvariant(HalfWidth(c)));
        }

        return folded.ToString();
    }

    /// <summary>2022-03-01, 2022-3-1, 2022/3/1, 2022.3.1, 2022年3月1日 or 20220301; a day the calendar has.</summary>
    public static DateOnly? Date(string text)
    {
        if (DatePattern().Match(HalfWidth(text)) is not { Success: true, Groups: var groups })
        {
            return null;
        }

        var (year, month, day) = (Number(groups["y"]), Number(groups["m"]), Number(groups["d"]));
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(year, month, day)
            : null;
    }

    /// <summary>A whole number of at most four digits.</summary>
    public static int? Count(string text) =>
        text.Length <= 4 && int.TryParse(HalfWidth(text), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        """
        ^(?<y>[0-9]{4})(
            (?<s>[-/.])(?<m>[0-9]{1,2})\k<s>(?<d>[0-9]{1,2})
          | 年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日
          | (?<m>[0-9]{2})(?<d>[0-9]{2})
        )\z
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex DatePattern();
}
