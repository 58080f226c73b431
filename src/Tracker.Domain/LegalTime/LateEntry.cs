namespace Tracker.Domain.LegalTime;

/// <summary>
/// 补登: recorded long after it happened, which is shown and never refused. No notice sets a number of days; a week's work is ours. What an
/// import brings from an older register is no late entry.
/// </summary>
public static class LateEntry
{
    public const int WorkingDays = 5;

    /// <param name="on">The legal day it happened.</param>
    /// <param name="recordedOn">The legal day it was recorded.</param>
    /// <param name="calendar">The working days.</param>
    public static bool Is(DateOnly on, DateOnly recordedOn, WorkingCalendar calendar) =>
        recordedOn > on && calendar.WorkingDaysBetween(on, recordedOn) > WorkingDays;
}
