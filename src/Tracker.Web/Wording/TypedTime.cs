using System.Globalization;

namespace Tracker.Web.Wording;

/// <summary>A time of day as people type it: 18:00, 18：00, 8:30, 1800, 830, 18点, 8点30分. Whatever would have to be guessed (8, 18:5) is not read.</summary>
public static class TypedTime
{
    public const string Unreadable = "看不懂这个时间，请写成 18:00 或者 1800。";

    private static readonly string[] Forms = ["H:mm", "HHmm", "H点", "H点mm分", "H点mm", "H时", "H时mm分"];

    /// <param name="text">What was typed, in plain or full-width signs.</param>
    /// <returns>None if it is no time.</returns>
    public static TimeOnly? Read(string text)
    {
        var plain = string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)).Select(TypedDay.Narrow));
        var digits = plain.Length == 3 && plain.All(char.IsAsciiDigit) ? $"0{plain}" : plain;
        return TimeOnly.TryParseExact(digits, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }
}
