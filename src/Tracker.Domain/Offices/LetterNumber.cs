using System.Globalization;
using Tracker.Domain.Requests.Hints;

namespace Tracker.Domain.Offices;

/// <summary>机关代字: what an office's document numbers begin with, such as 例公复.</summary>
public static class LetterCode
{
    public const string Rule = "1 至 20 个汉字或字母";

    public static bool IsValid(string code) => code.Length is >= 1 and <= 20 && code.All(char.IsLetter);
}

/// <summary>答复文号 in its parts: 例公复〔2026〕12号.</summary>
/// <param name="Code">机关代字</param>
/// <param name="Year">年份: that of 落款日期.</param>
/// <param name="Place">序号 in the year, from 1 on.</param>
public sealed record LetterNumber(string Code, int Year, int Place)
{
    /// <summary>As it is printed, without leading zeros (党政机关公文格式 GB/T 9704-2012, 7.2.5).</summary>
    public string Text => $"{Code}〔{Year}〕{Place}号";

    /// <summary>
    /// A number as somebody typed it, however the brackets, blanks and digits are written, with 第 or leading zeros; its code in the signs
    /// in which texts are compared. None if it has no such parts.
    /// </summary>
    public static LetterNumber? Read(string typed)
    {
        var text = NormalText.Of(typed);
        var first = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (first < 1)
        {
            return null;
        }

        var figures = text[first..].Replace("年", "", StringComparison.Ordinal).Replace("第", "", StringComparison.Ordinal).TrimEnd('号');
        return figures.Length > 4
            && int.TryParse(figures[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(figures[4..], NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? new(text[..first], year, place)
            : null;
    }

    /// <summary>Whether it bears the code, however that is written.</summary>
    public bool Bears(string code) => NormalText.Of(Code) == NormalText.Of(code);
}

/// <summary>The series a letter's number is drawn from.</summary>
/// <param name="Code">机关代字 on the day of the letter.</param>
/// <param name="Year">The year of that day.</param>
/// <param name="UsedUpTo">已用到: the last number of the year that was given by hand before the counter began; 0 if none was.</param>
public sealed record LetterSeries(string Code, int Year, int UsedUpTo)
{
    public LetterNumber At(int place) => new(Code, Year, place);
}

/// <summary>Which numbers of letters are used: what a new code must not repeat.</summary>
/// <param name="Drawn">The last one drawn, by year.</param>
/// <param name="Typed">Every document number in the book that no counter gave.</param>
public sealed record LettersInUse(IReadOnlyDictionary<int, int> Drawn, IReadOnlyCollection<string> Typed);
