namespace Tracker.Domain.LegalTime;

/// <summary>
/// Legal days are dates at a fixed +08:00. The UTC date is never a legal day: between 00:00 and 08:00 in China it is still
/// yesterday's. A fixed offset, so that no time zone data is needed.
/// </summary>
public static class LegalDay
{
    private static readonly TimeSpan ChinaStandardTime = TimeSpan.FromHours(8);

    /// <summary>The legal day on which an instant falls.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(ChinaStandardTime).DateTime);

    /// <summary>The instant at which a legal day begins.</summary>
    public static DateTimeOffset Begins(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), ChinaStandardTime);

    /// <summary>An instant as the clock on a Chinese wall shows it.</summary>
    public static DateTime WallClock(DateTimeOffset instant) => instant.ToOffset(ChinaStandardTime).DateTime;
}
