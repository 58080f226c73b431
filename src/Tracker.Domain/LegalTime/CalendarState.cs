using System.Collections.Immutable;
using System.Diagnostics;

namespace Tracker.Domain.LegalTime;

/// <summary>工作日历: which notices were adopted, for everybody and for single offices.</summary>
public sealed record CalendarState
{
    private static readonly ImmutableSortedDictionary<int, HolidayNotice> NoNotices = ImmutableSortedDictionary<int, HolidayNotice>.Empty;

    /// <summary>Before the first adoption.</summary>
    public static CalendarState None { get; } = new();

    /// <summary>What the first adoption comes to.</summary>
    public static CalendarState First { get; } = HolidayNotice.First
        .Aggregate(None, (state, notice) => state.Evolve(new HolidayNoticeAdopted(notice.Year, notice.Sources, notice.Days)));

    /// <summary>The State Council's notices by their year.</summary>
    public ImmutableSortedDictionary<int, HolidayNotice> Notices { get; private init; } = NoNotices;

    /// <summary>The days of single offices, by office code and year. An office has none until somebody adopts one.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<int, HolidayNotice>> Local { get; private init; } =
        ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<int, HolidayNotice>>(StringComparer.Ordinal);

    /// <summary>The days of one office, by year.</summary>
    public ImmutableSortedDictionary<int, HolidayNotice> LocalOf(string office) => Local.GetValueOrDefault(office, NoNotices);

    /// <summary>The working days of an office.</summary>
    public WorkingCalendar Of(string office) => new(Notices.Values, LocalOf(office).Values);

    /// <summary>The working days of everybody, before any office's own.</summary>
    public WorkingCalendar National() => new(Notices.Values);

    public CalendarState Evolve(CalendarEvent happened) => happened switch
    {
        HolidayNoticeAdopted e => this with { Notices = Notices.SetItem(e.Year, new(e.Year, e.Sources, e.Days)) },
        LocalDaysAdopted e => this with { Local = Local.SetItem(e.Office, LocalOf(e.Office).SetItem(e.Year, new(e.Year, e.Sources, e.Days))) },
        _ => throw new UnreachableException(),
    };
}
