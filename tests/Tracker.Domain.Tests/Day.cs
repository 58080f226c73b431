using System.Globalization;

namespace Tracker.Domain.Tests;

/// <summary>Days as a wall calendar writes them.</summary>
internal static class Day
{
    /// <summary>The day the tests take for today, a Thursday.</summary>
    public static readonly DateOnly Today = On("2023-06-01");

    public static DateOnly On(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? OnOrNone(string? date) => date is null ? null : On(date);
}
