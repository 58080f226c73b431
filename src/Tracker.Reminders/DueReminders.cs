using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Reminding;
using Tracker.ReadModels;

namespace Tracker.Reminders;

/// <summary>A step towards, or beyond, a deadline that is due to be told.</summary>
/// <param name="Item">What is due.</param>
/// <param name="Step">Working days before the due date; 0 on the day itself, negative after it.</param>
/// <param name="FiresOn">The day on which it is to be told.</param>
/// <param name="Levels">As whom somebody is told, from the lowest on.</param>
public sealed record DueReminder(DueItem Item, int Step, DateOnly FiresOn, ImmutableArray<ReminderLevel> Levels);

/// <summary>
/// The one rule for what is to be told on a day. A step fires on the working day so many before the due date, on that date itself, and on
/// each working day after it; never before the item stands. Of the steps whose day was over before the item stood, the nearest fires on
/// the first working day on which it does.
/// </summary>
public static class DueReminders
{
    /// <summary>
    /// What is due by the end of a day. A day that was never swept leaves no gap: each step of it is due now. A step of a day that was swept
    /// could not be known then; of those the nearest alone is due.
    /// </summary>
    /// <param name="item">What is due.</param>
    /// <param name="times">The office's lead times for it.</param>
    /// <param name="calendar">The office's working days.</param>
    /// <param name="today">The day.</param>
    /// <param name="sweptThrough">The last day that was swept, today perhaps; none if none ever was.</param>
    public static IEnumerable<DueReminder> Of(DueItem item, ReminderTimes times, WorkingCalendar calendar, DateOnly today, DateOnly? sweptThrough)
    {
        foreach (var (nearest, (step, firesOn)) in Fired(item, times, calendar, today).Index())
        {
            if (nearest > 0 && !(firesOn > sweptThrough))
            {
                yield break;
            }

            yield return new(item, step, firesOn, Levels(times, step));
        }
    }

    /// <summary>The step that fires on exactly that day, if one does.</summary>
    public static DueReminder? On(DueItem item, ReminderTimes times, WorkingCalendar calendar, DateOnly day) =>
        Fired(item, times, calendar, day).FirstOrDefault() is var (step, firesOn) && firesOn == day ? new(item, step, firesOn, Levels(times, step)) : null;

    /// <summary>The last due date of which any step can have fired by the end of a day.</summary>
    /// <param name="first">The first step of all.</param>
    /// <param name="calendar">The office's working days.</param>
    /// <param name="today">The day.</param>
    public static DateOnly Horizon(int first, WorkingCalendar calendar, DateOnly today) =>
        calendar.AddWorkingDays(today, Math.Max(first, 0));

    private static ImmutableArray<ReminderLevel> Levels(ReminderTimes times, int step) =>
    [
        ReminderLevel.Handler,
        .. step <= times.UnitHeadFrom ? [ReminderLevel.UnitHead] : ReadOnlySpan<ReminderLevel>.Empty,
        .. step <= times.OfficeHeadFrom ? [ReminderLevel.OfficeHead] : ReadOnlySpan<ReminderLevel>.Empty,
    ];

    /// <summary>Every step that has fired by the end of a day, the nearest to it first.</summary>
    private static IEnumerable<(int Step, DateOnly FiresOn)> Fired(DueItem item, ReminderTimes times, WorkingCalendar calendar, DateOnly today)
    {
        var last = DateOnly.MaxValue;
        foreach (var (step, on) in Passed(item.DueOn, times, calendar, today))
        {
            if (on < item.Since)
            {
                var opening = calendar.IsWorkingDay(item.Since) ? item.Since : calendar.AddWorkingDays(item.Since, 1);
                if (opening < last && opening <= today)
                {
                    yield return (step, opening);
                }

                yield break;
            }

            yield return (step, last = on);
        }
    }

    /// <summary>Every step by its own day alone, from the last up to today back to the first.</summary>
    private static IEnumerable<(int Step, DateOnly On)> Passed(DateOnly dueOn, ReminderTimes times, WorkingCalendar calendar, DateOnly today)
    {
        if (times.EachDayAfter && today > dueOn)
        {
            var on = today.AddDays(1);
            for (var after = calendar.WorkingDaysBetween(dueOn, today); after > 0; after--)
            {
                yield return (-after, on = WorkingDayBefore(calendar, on, 1));
            }
        }

        foreach (var step in times.Before.Reverse())
        {
            if (WorkingDayBefore(calendar, dueOn, step) is var on && on <= today)
            {
                yield return (step, on);
            }
        }
    }

    private static DateOnly WorkingDayBefore(WorkingCalendar calendar, DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(-1);
            count -= calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }
}
