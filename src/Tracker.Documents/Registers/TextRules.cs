using System.Globalization;
using System.Text;

namespace Tracker.Documents.Registers;

/// <summary>How a text in a register is compared and read, whichever keyboard it was typed on.</summary>
internal static class TextRules
{
    private static readonly string[] DateForms = ["yyyy-M-d", "yyyy'/'M'/'d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    /// <summary>Control and format characters and line separators: they hide in a number and make two that look alike differ.</summary>
    public static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Full-width forms (U+FF01 to U+FF5E) as their ASCII twins. Not by normalization, which invariant globalization leaves out.</summary>
    public static char HalfWidth(char c) => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c;

    public static string HalfWidth(string text) => text.AsSpan().ContainsAnyInRange('！', '～')
        ? string.Concat(text.Select(HalfWidth))
        : text;

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
    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(HalfWidth(text), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A whole number of at most four digits.</summary>
    public static int? Count(string text) =>
        text.Length <= 4 && int.TryParse(HalfWidth(text), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
