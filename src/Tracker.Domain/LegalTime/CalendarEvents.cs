using System.Collections.Immutable;

namespace Tracker.Domain.LegalTime;

// These records, their members and their stored names (EventStore, StoredNames) are the format of the book. Only optional
// members may be added; a changed meaning is a new event.

/// <summary>A fact of the book's calendar (工作日历). The family is closed.</summary>
public abstract record CalendarEvent
{
    private protected CalendarEvent() { }
}

/// <summary>
/// 采用放假安排: from now on the working days of a year are those of this notice. One adopted for the same year before is replaced as
/// a whole, for such a file holds the year as it stands after every change.
/// </summary>
/// <param name="Year">The year the notice is for; its days may lie in the December before.</param>
/// <param name="Sources">Where the notice, and any later change of it, was published.</param>
/// <param name="Days">Every day the notice names, in order.</param>
public sealed record HolidayNoticeAdopted(int Year, ImmutableArray<string> Sources, ImmutableArray<NoticeDay> Days) : CalendarEvent;

/// <summary>
/// 采用本机关的放假、上班安排: days which one office alone has off or works, over those of the notices. One adopted for the same
/// office and year before is replaced as a whole; without days it is taken back.
/// </summary>
/// <param name="Office">Office code.</param>
/// <param name="Year">The year.</param>
/// <param name="Sources">On what it rests: an address, or the number of a document.</param>
/// <param name="Days">The days, in order.</param>
public sealed record LocalDaysAdopted(string Office, int Year, ImmutableArray<string> Sources, ImmutableArray<NoticeDay> Days) : CalendarEvent;
