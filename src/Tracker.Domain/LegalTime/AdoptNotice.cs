using System.Collections.Immutable;

namespace Tracker.Domain.LegalTime;

/// <summary>采用放假安排, for everybody, or days of one office's own.</summary>
/// <param name="Notice">The year as it shall stand.</param>
/// <param name="Office">The office whose own days these are; none for the State Council's notice.</param>
public sealed record AdoptNotice(HolidayNotice Notice, string? Office = null)
{
    public static Decision<CalendarEvent> Decide(CalendarState state, AdoptNotice command) =>
        Refusal(state, command) is { } reason ? new Refused<CalendarEvent>(reason) : new Accepted<CalendarEvent>([command.Adopted()]);

    private static CalendarRefusal? Refusal(CalendarState state, AdoptNotice command) => command.Office is { } office
        ? Local(state, office, command.Notice)
        : National(state, command.Notice);

    private static CalendarRefusal? National(CalendarState state, HolidayNotice notice)
    {
        var (first, next) = state.Notices.IsEmpty ? (notice.Year, notice.Year) : (state.Notices.Keys.First(), state.Notices.Keys.Last() + 1);
        return notice.Year < first || notice.Year > next ? new NoticeYearOutOfTurn(notice.Year, first, next)
            : NoticeFaults.Of(notice) is { IsEmpty: false } faults ? new NoticeFaulty(notice.Year, faults)
            : state.Notices.TryGetValue(notice.Year, out var adopted) && adopted.SameAs(notice) ? new NoticeAlreadyAdopted(notice.Year)
            : null;
    }

    private static CalendarRefusal? Local(CalendarState state, string office, HolidayNotice notice) =>
        !state.Notices.ContainsKey(notice.Year) ? new NationalNoticeMissing(notice.Year)
        : NoticeFaults.OfLocal(notice, state.National()) is { IsEmpty: false } faults ? new NoticeFaulty(notice.Year, faults)
        : IsThere(state.LocalOf(office), notice) ? new NoticeAlreadyAdopted(notice.Year)
        : null;

    /// <summary>To take back what was never adopted changes nothing either.</summary>
    private static bool IsThere(ImmutableSortedDictionary<int, HolidayNotice> local, HolidayNotice notice) =>
        local.TryGetValue(notice.Year, out var adopted) ? adopted.SameAs(notice) : notice.Days.IsEmpty;

    private CalendarEvent Adopted() => Office is null
        ? new HolidayNoticeAdopted(Notice.Year, Notice.Sources, Notice.Days)
        : new LocalDaysAdopted(Office, Notice.Year, Notice.Sources, Notice.Days);
}

/// <summary>首次启动: adopts the notices of 2007 to 2026 that came with the program, once; later ones are adopted by a person.</summary>
public static class AdoptFirstNotices
{
    public static Decision<CalendarEvent> Decide(CalendarState state) => new Accepted<CalendarEvent>(
        state.Notices.IsEmpty
            ? [.. HolidayNotice.First.Select(notice => new HolidayNoticeAdopted(notice.Year, notice.Sources, notice.Days))]
            : []);
}
