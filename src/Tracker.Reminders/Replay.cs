using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Offices;
using Tracker.ReadModels;

namespace Tracker.Reminders;

/// <summary>What a replay finds wrong.</summary>
public enum ReplayFault
{
    /// <summary>缺少: due by all that was known when its day was swept, or all day long, and nobody was told.</summary>
    Missing,

    /// <summary>多出: recorded, although by nothing that was known on the day of its recording it was due.</summary>
    Unexpected,
}

/// <summary>One reminder that is missing, or should not be there.</summary>
/// <param name="Fault">Which.</param>
/// <param name="Office">Office code.</param>
/// <param name="Case">The request; none if the deadline is the office's.</param>
/// <param name="Number">登记编号, where there is such a request.</param>
/// <param name="Due">What it is about.</param>
/// <param name="Step">Which step.</param>
/// <param name="FiresOn">The day on which it was due.</param>
/// <param name="Level">As whom somebody should have been told, or was.</param>
public sealed record ReplayFinding(
    ReplayFault Fault, string Office, Guid? Case, string? Number, DueItem Due, int Step, DateOnly FiresOn, ReminderLevel Level);

/// <summary>What was known at one moment: what was due, how the office wanted to be told, and its working days.</summary>
internal sealed record Known(ImmutableArray<DueItem> Dues, OfficeState Office, WorkingCalendar Calendar)
{
    /// <summary>What fires on exactly a day by it.</summary>
    public IEnumerable<DueReminder> Firing(DateOnly day) =>
        Dues.Select(item => DueReminders.On(item, Office.TimesOf(item.Matter), Calendar, day)).OfType<DueReminder>();

    /// <summary>The nearest step of each item that has fired by a day: what a sweep of that day records, unless it was recorded before.</summary>
    public IEnumerable<DueReminder> Standing(DateOnly day) => Dues.SelectMany(
        item => DueReminders.Of(item, Office.TimesOf(item.Matter), Calendar, day, sweptThrough: DateOnly.MaxValue).Take(1));

    /// <summary>Whether a reminder that was recorded on a day was due by it.</summary>
    public bool Explains(Reminder reminder, DateOnly recordedOn) => Dues.Any(item =>
        (item.Matter, item.Part, item.DueOn) == (reminder.Due.Matter, reminder.Due.Part, reminder.Due.DueOn)
        && DueReminders.Of(item, Office.TimesOf(item.Matter), Calendar, recordedOn, DateOnly.MinValue)
            .Any(due => due.Step == reminder.Step && due.FiresOn == reminder.FiresOn && due.Levels.Contains(reminder.Level)));
}

/// <summary>A case, or the office itself, day by day: what had to be told, and what may have been.</summary>
/// <param name="known">
/// Everything that was known at some moment of a day, from its beginning, or a later instant of it, to its end: one at least.
/// </param>
internal sealed class ReplayedDays(Func<DateOnly, DateTimeOffset?, ImmutableArray<Known>> known)
{
    /// <summary>A sweep sees what was recorded so long before it, however long that took to be written.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>
    /// What had to be told by the end of a day, as all that was known since its last sweep agrees. Of a day without one, whose steps the next
    /// sweep tells late: what fired on it by all that was known on it.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="swept">When it was swept last; none if it never was.</param>
    public IEnumerable<DueReminder> Must(DateOnly day, DateTimeOffset? swept)
    {
        var moments = known(day, swept - Margin);
        return moments.SelectMany(moment => swept is null ? moment.Firing(day) : moment.Standing(day))
            .GroupBy(due => (due.Item.Matter, due.Item.Part, due.Item.DueOn, due.Step, due.FiresOn))
            .Where(same => same.Count() == moments.Length)
            .Select(same => same.MinBy(due => due.Levels.Length)!);
    }

    /// <summary>Whether what was recorded was due by anything that was known on the day of its recording.</summary>
    public bool May(Reminder reminder) =>
        LegalDay.Of(reminder.RecordedAt) is var day && known(day, null).Any(moment => moment.Explains(reminder, day));
}
