using System.Collections.Immutable;
using System.Diagnostics;
using Tracker.Domain.LegalTime;
using Tracker.EventStore;

namespace Tracker.ReadModels.Adopting;

/// <summary>A year of the calendar as it stands.</summary>
/// <param name="Office">The office whose own days these are; none for everybody's.</param>
/// <param name="Notice">What counts.</param>
/// <param name="AdoptedAt">When it was adopted.</param>
/// <param name="Times">How often the year was adopted: more than once where a notice was changed.</param>
public sealed record AdoptedYear(string? Office, HolidayNotice Notice, DateTimeOffset AdoptedAt, int Times)
{
    public int DaysOff => Notice.Days.Count(day => day.Off);

    public int DaysWorked => Notice.Days.Length - DaysOff;

    /// <summary>Everybody's years first, then each office's; newest first.</summary>
    public static ImmutableArray<AdoptedYear> Of(CalendarHistory calendars) =>
    [
        .. calendars.Adopted
            .GroupBy(recorded => (Office: OfficeOf(recorded.Event), NoticeOf(recorded.Event).Year))
            .OrderBy(year => year.Key.Office, StringComparer.Ordinal).ThenByDescending(year => year.Key.Year)
            .Select(year => new AdoptedYear(year.Key.Office, NoticeOf(year.Last().Event), year.Last().RecordedAt, year.Count())),
    ];

    private static string? OfficeOf(CalendarEvent adopted) => adopted switch
    {
        HolidayNoticeAdopted => null,
        LocalDaysAdopted e => e.Office,
        _ => throw new UnreachableException(),
    };

    private static HolidayNotice NoticeOf(CalendarEvent adopted) => adopted switch
    {
        HolidayNoticeAdopted e => new(e.Year, e.Sources, e.Days),
        LocalDaysAdopted e => new(e.Year, e.Sources, e.Days),
        _ => throw new UnreachableException(),
    };
}
