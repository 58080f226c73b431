using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Tracker.Domain.LegalTime;

/// <summary>
/// 工作日: Monday to Friday, except the days off of the State Council's yearly notices, plus the weekend days those notices
/// make working days. Days are looked up by date, not by the notice's year: several notices moved days of the December before.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<DateOnly, NoticeDay> named;

    public WorkingCalendar(IEnumerable<HolidayNotice> notices)
    {
        Notices = [.. notices.OrderBy(notice => notice.Year)];
        named = Notices.SelectMany(notice => notice.Days)
            .GroupBy(day => day.Date)
            .ToFrozenDictionary(days => days.Key, days => days.Last()); // a later notice overrides an earlier one
        FirstDay = Notices.IsEmpty ? DateOnly.MaxValue : new(Notices[0].Year, 1, 1);
        ProvisionalFrom = Notices.IsEmpty ? DateOnly.MinValue : new(Notices[^1].Year, 12, 29);
    }

    /// <summary>The calendar of the notices that came with this program.</summary>
    public static WorkingCalendar Embedded { get; } = new(HolidayNotice.Embedded);

    public ImmutableArray<HolidayNotice> Notices { get; }

    /// <summary>The first day the calendar knows about.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>
    /// From here on only weekends are known. The last adopted notice speaks up to 28 December of its year; the next one may
    /// still move the days after it.
    /// </summary>
    public DateOnly ProvisionalFrom { get; }

    public bool IsProvisional(DateOnly day) => day >= ProvisionalFrom;

    public bool IsWorkingDay(DateOnly day) => named.TryGetValue(day, out var noticeDay)
        ? !noticeDay.Off
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The holiday a notice names for this day, if any.</summary>
    public NoticeDay? Named(DateOnly day) => named.GetValueOrDefault(day);

    /// <summary>
    /// The <paramref name="count"/>th working day after <paramref name="day"/>. The day of the event is not counted; the
    /// next working day is day 1 (民法典 201).
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
            {
                count--;
            }
        }

        return day;
    }

    /// <summary>
    /// Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when
    /// <paramref name="to"/> lies before.
    /// </summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -WorkingDaysBetween(to, from);
        }

        var count = 0;
        for (var day = from; day < to;)
        {
            day = day.AddDays(1);
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }
}
