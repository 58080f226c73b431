using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.LegalTime;

/// <summary>
/// Each year's days off longer than a plain weekend, and its weekend days worked, as a wall calendar prints them: month.day. Days from
/// 29 December on belong to the year after. Written apart from the program's notices. Beyond the last notice only weekends are known.
/// </summary>
internal static class PublishedHolidays
{
    private static readonly (int Year, string Off, string Worked)[] Years =
    [
        (2007, "1.1-1.3 2.18-2.24 5.1-5.7 10.1-10.7", "12.30 12.31 2.17 2.25 4.28 4.29 9.29 9.30"),
        (2008, "12.30-1.1 2.6-2.12 4.4-4.6 5.1-5.3 6.7-6.9 9.13-9.15 9.29-10.5", "12.29 2.2 2.3 5.4 9.27 9.28"),
        (2009, "1.1-1.3 1.25-1.31 4.4-4.6 5.1-5.3 5.28-5.30 10.1-10.8", "1.4 1.24 2.1 5.31 9.27 10.10"),
        (2010, "1.1-1.3 2.13-2.19 4.3-4.5 5.1-5.3 6.14-6.16 9.22-9.24 10.1-10.7", "2.20 2.21 6.12 6.13 9.19 9.25 9.26 10.9"),
        (2011, "1.1-1.3 2.2-2.8 4.3-4.5 4.30-5.2 6.4-6.6 9.10-9.12 10.1-10.7", "1.30 2.12 4.2 10.8 10.9"),
        (2012, "1.1-1.3 1.22-1.28 4.2-4.4 4.29-5.1 6.22-6.24 9.30-10.7", "12.31 1.21 1.29 3.31 4.1 4.28 9.29"),
        (2013, "1.1-1.3 2.9-2.15 4.4-4.6 4.29-5.1 6.10-6.12 9.19-9.21 10.1-10.7", "1.5 1.6 2.16 2.17 4.7 4.27 4.28 6.8 6.9 9.22 9.29 10.12"),
        (2014, "1.1 1.31-2.6 4.5-4.7 5.1-5.3 5.31-6.2 9.6-9.8 10.1-10.7", "1.26 2.8 5.4 9.28 10.11"),
        (2015, "1.1-1.3 2.18-2.24 4.4-4.6 5.1-5.3 6.20-6.22 9.3-9.5 10.1-10.7", "1.4 2.15 2.28 9.6 10.10"),
        (2016, "1.1-1.3 2.7-2.13 4.2-4.4 4.30-5.2 6.9-6.11 9.15-9.17 10.1-10.7", "2.6 2.14 6.12 9.18 10.8 10.9"),
        (2017, "12.31-1.2 1.27-2.2 4.2-4.4 4.29-5.1 5.28-5.30 10.1-10.8", "1.22 2.4 4.1 5.27 9.30"),
        (2018, "12.30-1.1 2.15-2.21 4.5-4.7 4.29-5.1 6.16-6.18 9.22-9.24 10.1-10.7", "2.11 2.24 4.8 4.28 9.29 9.30"),
        (2019, "12.30-1.1 2.4-2.10 4.5-4.7 5.1-5.4 6.7-6.9 9.13-9.15 10.1-10.7", "12.29 2.2 2.3 4.28 5.5 9.29 10.12"),
        (2020, "1.1 1.24-2.2 4.4-4.6 5.1-5.5 6.25-6.27 10.1-10.8", "1.19 4.26 5.9 6.28 9.27 10.10"),
        (2021, "1.1-1.3 2.11-2.17 4.3-4.5 5.1-5.5 6.12-6.14 9.19-9.21 10.1-10.7", "2.7 2.20 4.25 5.8 9.18 9.26 10.9"),
        (2022, "1.1-1.3 1.31-2.6 4.3-4.5 4.30-5.4 6.3-6.5 9.10-9.12 10.1-10.7", "1.29 1.30 4.2 4.24 5.7 10.8 10.9"),
        (2023, "12.31-1.2 1.21-1.27 4.5 4.29-5.3 6.22-6.24 9.29-10.6", "1.28 1.29 4.23 5.6 6.25 10.7 10.8"),
        (2024, "12.30-1.1 2.10-2.17 4.4-4.6 5.1-5.5 6.8-6.10 9.15-9.17 10.1-10.7", "2.4 2.18 4.7 4.28 5.11 9.14 9.29 10.12"),
        (2025, "1.1 1.28-2.4 4.4-4.6 5.1-5.5 5.31-6.2 10.1-10.8", "1.26 2.8 4.27 9.28 10.11"),
        (2026, "1.1-1.3 2.15-2.23 4.4-4.6 5.1-5.5 6.19-6.21 9.25-9.27 10.1-10.7", "1.4 2.14 2.28 5.9 9.20 10.10"),
    ];

    private static readonly HashSet<DateOnly> Off =
        [.. Years.SelectMany(year => year.Off.Split(' ').SelectMany(stretch => Stretch(year.Year, stretch)))];

    private static readonly HashSet<DateOnly> Worked = [.. Years.SelectMany(year => year.Worked.Split(' ').Select(day => Date(year.Year, day)))];

    public static DateOnly FirstDay => On("2006-12-29");

    public static DateOnly LastDay => On("2026-12-31");

    public static bool IsWorkingDay(DateOnly day) =>
        Worked.Contains(day) || (!Off.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>Every day from the first to the last.</summary>
    public static IEnumerable<DateOnly> Days() =>
        Enumerable.Range(FirstDay.DayNumber, LastDay.DayNumber - FirstDay.DayNumber + 1).Select(DateOnly.FromDayNumber);

    private static IEnumerable<DateOnly> Stretch(int year, string stretch)
    {
        var (first, last) = (Date(year, stretch.Split('-')[0]), Date(year, stretch.Split('-')[^1]));
        return Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);
    }

    private static DateOnly Date(int year, string monthAndDay)
    {
        int[] parts = [.. monthAndDay.Split('.').Select(part => int.Parse(part, null))];
        return new(parts is [12, >= 29] ? year - 1 : year, parts[0], parts[1]);
    }
}
