using System.Globalization;

namespace Tracker.Reminders.Tests;

internal static class Day
{
    public static DateOnly On(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
