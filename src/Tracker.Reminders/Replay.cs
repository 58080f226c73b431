using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Offices;
using Tracker.ReadModels;

namespace Tracker.Reminders;

/// <summary>What a replay finds wrong.</summary>
public enum ReplayFault
{
    /// <summary>缺少: due by all that was known from the beginning of its day to its end, and nobody was told.</summary>
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
    /// <summary>What fires on a day by it.</summary>
    public IEnumerable<DueReminder> Firing(DateOnly day) =>
        Dues.Select(item => DueReminders.On(item, Office.TimesOf(item.Matter), Calendar, day)).OfType<DueReminder>();

    /// <summary>Whether a reminder that was recorded on a day was due by it.</summary>
    public bool Explains(Reminder reminder, DateOnly recordedOn) => Dues.Any(item =>
        (item.Matter, item.Part, item.DueOn) == (reminder.Due.Matter, reminder.Due.Part, reminder.Due.DueOn)
        && DueReminders.Of(item, Office.TimesOf(item.Matter), Calendar, recordedOn, DateOnly.MinValue)
            .Any(due => due.Step == reminder.Step && due.FiresOn == reminder.FiresOn && due.Levels.Contains(reminder.Level)));
}

/// <summary>A case, or the office itself, day by day: what had to be told, and what may have been.</summary>
/// <param name="known">Everything that was known at some moment of a day, from its beginning to its end: one at least.</param>
internal sealed class ReplayedDays(Func<DateOnly, ImmutableArray<Known>> known)
{
    /// <summary>Which steps fire on a day by what was known at its beginning and at its end alike; each with the levels both agree on.</summary>
    public IEnumerable<DueReminder> Must(DateOnly day)
    {
        var moments = known(day);
        var atEnd = moments[^1].Firing(day).ToLookup(due => (due.Item.Matter, due.Item.Part, due.Item.DueOn, due.Step));
        return moments[0].Firing(day)
            .SelectMany(due => atEnd[(due.Item.Matter, due.Item.Part, due.Item.DueOn, due.Step)]
                .Select(same => due with { Levels = [.. due.Levels.Intersect(same.Levels)] }));
    }

    /// <summary>Whether what was recorded was due by anything that was known on the day of its recording.</summary>
    public bool May(Reminder reminder) =>
        LegalDay.Of(reminder.RecordedAt) is var day && known(day).Any(moment => moment.Explains(reminder, day));
}
