using System.Collections.Immutable;

namespace Tracker.Domain.LegalTime;

/// <summary>What cannot be meant in a notice.</summary>
public enum NoticeMistake
{
    /// <summary>未注明来源</summary>
    NoSource,

    /// <summary>来源不是网址: a notice of the State Council is published at an address.</summary>
    SourceIsNoAddress,

    /// <summary>来源太长</summary>
    SourceTooLong,

    /// <summary>没有一天</summary>
    NoDays,

    /// <summary>没有名称，或者太长</summary>
    NoName,

    /// <summary>日期重复</summary>
    DayTwice,

    /// <summary>不属于该年: neither in the year nor in the December before.</summary>
    DayOfAnotherYear,

    /// <summary>本来就上班: a weekday named as worked. Only a changed notice, which has two sources, takes a day off back like this.</summary>
    WeekdayWorked,

    /// <summary>不起作用: an office's own day that is worked, or off, without it.</summary>
    NothingChanged,
}

/// <summary>A mistake, and the day it is about by its place among the notice's days; none for the notice as a whole.</summary>
public sealed record NoticeFault(NoticeMistake Mistake, int? Place = null);

/// <summary>Reads a notice for what cannot be meant, before it moves anybody's due date.</summary>
public static class NoticeFaults
{
    public const int LongestName = 40;
    public const int LongestSource = 300;
    private const int December = 12;
    private const int EveryHolidaySince = 2008;

    // 全国年节及纪念日放假办法
    private static readonly string[] Holidays = ["元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆"];

    /// <summary>Of a notice of the State Council; its days are in order.</summary>
    public static ImmutableArray<NoticeFault> Of(HolidayNotice notice) =>
    [
        .. OfSources(notice, mustBeAddress: true),
        .. notice.Days.IsEmpty ? [new NoticeFault(NoticeMistake.NoDays)] : OfDays(notice),
        .. notice.Days.Index()
            .Where(day => notice.Sources.Length < 2 && day.Item is { Off: false, IsWeekend: false })
            .Select(day => new NoticeFault(NoticeMistake.WeekdayWorked, day.Index)),
    ];

    /// <summary>Of an office's own days, over the notices everybody has.</summary>
    public static ImmutableArray<NoticeFault> OfLocal(HolidayNotice local, WorkingCalendar national) =>
    [
        .. OfSources(local, mustBeAddress: false),
        .. OfDays(local),
        .. local.Days.Index()
            .Where(day => national.IsWorkingDay(day.Item.Date) != day.Item.Off)
            .Select(day => new NoticeFault(NoticeMistake.NothingChanged, day.Index)),
    ];

    /// <summary>
    /// Weekend days named as off in a stretch without any weekday: right, but without effect; a notice that meant a Monday looks like
    /// this. By their place among the days.
    /// </summary>
    public static ImmutableArray<int> IdleDays(HolidayNotice notice)
    {
        var calendar = new WorkingCalendar([notice]);
        return [.. notice.Days.Index().Where(day => day.Item.Off && Stretch(calendar, day.Item.Date).All(NoticeDay.FallsOnWeekend)).Select(day => day.Index)];
    }

    /// <summary>Holidays of every year since 2008 that a national notice does not name: it is not whole, or names them otherwise.</summary>
    public static ImmutableArray<string> MissingHolidays(HolidayNotice notice) =>
        [.. Holidays.Where(holiday => notice.Year >= EveryHolidaySince && !notice.Days.Any(day => day.Off && day.Name.Contains(holiday, StringComparison.Ordinal)))];

    private static IEnumerable<NoticeFault> OfSources(HolidayNotice notice, bool mustBeAddress)
    {
        if (notice.Sources.All(string.IsNullOrWhiteSpace))
        {
            yield return new(NoticeMistake.NoSource);
        }
        else if (notice.Sources.Any(source => source.Length > LongestSource))
        {
            yield return new(NoticeMistake.SourceTooLong);
        }
        else if (mustBeAddress && !notice.Sources.All(HolidayNotice.IsAddress))
        {
            yield return new(NoticeMistake.SourceIsNoAddress);
        }
    }

    private static IEnumerable<NoticeFault> OfDays(HolidayNotice notice)
    {
        foreach (var (place, day) in notice.Days.Index())
        {
            if (string.IsNullOrWhiteSpace(day.Name) || day.Name.Length > LongestName)
            {
                yield return new(NoticeMistake.NoName, place);
            }

            if (day.Date.Year != notice.Year && (day.Date.Year != notice.Year - 1 || day.Date.Month != December))
            {
                yield return new(NoticeMistake.DayOfAnotherYear, place);
            }

            if (place > 0 && notice.Days[place - 1].Date == day.Date)
            {
                yield return new(NoticeMistake.DayTwice, place);
            }
        }
    }

    private static IEnumerable<DateOnly> Stretch(WorkingCalendar calendar, DateOnly day)
    {
        var first = day;
        while (!calendar.IsWorkingDay(first.AddDays(-1)))
        {
            first = first.AddDays(-1);
        }

        for (var next = first; !calendar.IsWorkingDay(next); next = next.AddDays(1))
        {
            yield return next;
        }
    }
}
