using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Tracker.Domain.LegalTime;

/// <summary>
/// 工作日: Monday to Friday, except the days off of the State Council's yearly notices, plus the weekend days those notices
/// make working days. Days are looked up by date, not by the notice's year: several notices moved days of the December before. An
/// office's own days, if it has any, go before those of the notices.
/// </summary>
public sealed class WorkingCalendar
{
    private const int DaysInAWeek = 7;
    private const int WorkingDaysInAWeek = 5;
    private const int NoticesExpectedFrom = 11;

    private readonly FrozenDictionary<DateOnly, (NoticeDay Day, HolidayNotice Notice)> named;

    // What the notices change, as a running sum: at each day that is worked or not as its weekday is not, how many working days
    // there are more (or fewer) than weekdays alone would give, up to and including it.
    private readonly int[] changedDays;
    private readonly int[] changes;

    /// <param name="notices">The State Council's.</param>
    /// <param name="local">One office's own days; they know nothing of how far the notices reach.</param>
    public WorkingCalendar(IEnumerable<HolidayNotice> notices, IEnumerable<HolidayNotice>? local = null)
    {
        Notices = [.. notices.OrderBy(notice => notice.Year)];
        Local = [.. (local ?? []).OrderBy(days => days.Year)];
        named = Notices.Concat(Local).SelectMany(notice => notice.Days.Select(day => (Day: day, Notice: notice)))
            .GroupBy(entry => entry.Day.Date)
            .ToFrozenDictionary(entries => entries.Key, entries => entries.Last()); // a later notice overrides an earlier one
        var changed = named.Values.Select(entry => entry.Day).Where(day => day.Off == IsWeekday(day.Date)).OrderBy(day => day.Date).ToList();
        changedDays = [.. changed.Select(day => day.Date.DayNumber)];
        changes = new int[changed.Count + 1];
        for (var place = 0; place < changed.Count; place++)
        {
            changes[place + 1] = changes[place] + (changed[place].Off ? -1 : 1);
        }

        FirstDay = Notices.IsEmpty ? DateOnly.MaxValue : new(Notices[0].Year, 1, 1);
        ProvisionalFrom = Notices.IsEmpty ? DateOnly.MinValue : new(Notices[^1].Year, 12, 29);
    }

    /// <summary>The calendar of the notices that came with this program.</summary>
    public static WorkingCalendar Embedded { get; } = new(HolidayNotice.Embedded);

    public ImmutableArray<HolidayNotice> Notices { get; }

    /// <summary>One office's own days.</summary>
    public ImmutableArray<HolidayNotice> Local { get; }

    /// <summary>The first day the calendar knows about.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>
    /// From here on only weekends are known. The last adopted notice speaks up to 28 December of its year; the next one may
    /// still move the days after it.
    /// </summary>
    public DateOnly ProvisionalFrom { get; }

    /// <summary>
    /// The first year whose notice is missing on a day: this year's, and from 1 November, by when the State Council has usually
    /// published it, the next year's. None if all are there.
    /// </summary>
    public int? MissingNotice(DateOnly today)
    {
        var wanted = today.Month >= NoticesExpectedFrom ? today.Year + 1 : today.Year;
        return Notices.IsEmpty ? wanted : Notices[^1].Year < wanted ? Notices[^1].Year + 1 : null;
    }

    public bool IsProvisional(DateOnly day) => day >= ProvisionalFrom;

    public bool IsWorkingDay(DateOnly day) => named.TryGetValue(day, out var entry) ? !entry.Day.Off : IsWeekday(day);

    /// <summary>The holiday a notice names for this day, if any.</summary>
    public NoticeDay? Named(DateOnly day) => named.TryGetValue(day, out var entry) ? entry.Day : null;

    /// <summary>The notice that names this day, if any.</summary>
    public HolidayNotice? NoticeOf(DateOnly day) => named.TryGetValue(day, out var entry) ? entry.Notice : null;

    /// <summary>
    /// The <paramref name="count"/>th working day after <paramref name="day"/>. The day of the event is not counted; the
    /// next working day is day 1 (民法典 201).
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var reached = 0;
        while (reached < count)
        {
            // A week has five working days at least as often as not: jump by that, then look again.
            var weeks = (count - reached) / WorkingDaysInAWeek;
            var step = weeks > 1 ? (weeks - 1) * DaysInAWeek : 1;
            var next = day.AddDays(step);
            var gained = step == 1 ? (IsWorkingDay(next) ? 1 : 0) : WorkingDaysBetween(day, next);
            if (reached + gained > count)
            {
                next = day.AddDays(1); // notices have put more working days into these weeks
                gained = IsWorkingDay(next) ? 1 : 0;
            }

            (day, reached) = (next, reached + gained);
        }

        // A jump may end on a day off; the nth working day is the one that brought the count there.
        while (count > 0 && !IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>
    /// Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when
    /// <paramref name="to"/> lies before.
    /// </summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to) => UpTo(to) - UpTo(from);

    /// <summary>Working days from the beginning of the calendar's reckoning up to and including a day.</summary>
    private int UpTo(DateOnly day)
    {
        // 0001-01-01 was a Monday.
        var (weeks, rest) = Math.DivRem(day.DayNumber + 1, DaysInAWeek);
        var place = Array.BinarySearch(changedDays, day.DayNumber);
        return (weeks * WorkingDaysInAWeek) + Math.Min(rest, WorkingDaysInAWeek) + changes[place >= 0 ? place + 1 : ~place];
    }

    private static bool IsWeekday(DateOnly day) => !NoticeDay.FallsOnWeekend(day);
}
