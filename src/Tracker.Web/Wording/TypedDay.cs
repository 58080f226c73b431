using System.Globalization;

namespace Tracker.Web.Wording;

/// <summary>
/// A day as people type it: 2026-03-05, 2026年3月5日, 20260305; without its year 3-5, 3月5日, 0305; 号 for 日; or 今天, 昨天, 前天, 明天, 后天. Whatever
/// would have to be guessed (3/4/2026, 35) is not read.
/// </summary>
public static class TypedDay
{
    public const string Unreadable = "看不懂这个日期。可以写 2026-03-12、0312、3-12、3月12日，或者今天、昨天、前天。";

    /// <summary>A day without its year lies at most so many days on the other side of today.</summary>
    private const int Slip = 31;

    private static readonly string[] Full = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    private static readonly string[] WithoutYear = ["M-d", "M/d", "M.d", "M月d日", "MMdd"];

    private static readonly Dictionary<string, int> Names = new(StringComparer.Ordinal)
    {
        ["前天"] = -2,
        ["昨天"] = -1,
        ["昨日"] = -1,
        ["今天"] = 0,
        ["今日"] = 0,
        ["明天"] = 1,
        ["明日"] = 1,
        ["后天"] = 2,
    };

    /// <param name="text">What was typed, in plain or full-width signs.</param>
    /// <param name="today">What 今天 means.</param>
    /// <param name="ahead">
    /// Whether the day lies ahead, as the end of a period does. Without its year it is the next such day then, else the last one; a day up
    /// to a month on the other side of today is taken at its word, so that a slip is pointed out and does not move by a year.
    /// </param>
    /// <returns>None if it is no day.</returns>
    public static DateOnly? Read(string text, DateOnly today, bool ahead)
    {
        var plain = string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)).Select(Narrow));
        if (Names.TryGetValue(plain, out var days))
        {
            return today.AddDays(days);
        }

        if (DateOnly.TryParseExact(plain, Full, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        // A leap year, so that 0229 is a day.
        string[] forms = [.. WithoutYear.Select(form => $"{form}~yyyy")];
        return DateOnly.TryParseExact($"{plain}~2000", forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? Nearest(day, today, ahead) : null;
    }

    private static DateOnly? Nearest(DateOnly day, DateOnly today, bool ahead)
    {
        var (first, last) = ahead ? (today.AddDays(-Slip), DateOnly.MaxValue) : (DateOnly.MinValue, today.AddDays(Slip));
        var years = Enumerable.Range(today.Year - 8, 17).Where(year => day is not { Month: 2, Day: 29 } || DateTime.IsLeapYear(year))
            .Select(year => new DateOnly(year, day.Month, day.Day))
            .Where(found => found >= first && found <= last)
            .ToList();
        return ahead ? years[0] : years[^1];
    }

    internal static char Narrow(char sign) => sign switch
    {
        >= '０' and <= '９' => (char)(sign - '０' + '0'),
        '－' or '—' or '–' or '−' => '-',
        '／' => '/',
        '：' => ':',
        '．' or '。' => '.',
        '号' => '日', // as it is said
        _ => sign,
    };
}
