using System.Collections.Immutable;
using Tracker.Domain.LegalTime;

namespace Tracker.ReadModels.Adopting;

/// <summary>An open case whose due date another calendar moves.</summary>
/// <param name="Office">Office code.</param>
/// <param name="Id">The case.</param>
/// <param name="Number">登记编号</param>
/// <param name="From">答复期限 as it stands.</param>
/// <param name="To">答复期限 as it will stand.</param>
/// <param name="WasProvisional">Whether it is provisional as it stands.</param>
/// <param name="IsProvisional">Whether it will be.</param>
public sealed record CaseMove(
    string Office, Guid Id, string Number, DateOnly From, DateOnly To, bool WasProvisional, bool IsProvisional)
{
    /// <summary>How many days later (natural days), negative when earlier.</summary>
    public int DaysLater => To.DayNumber - From.DayNumber;
}

/// <summary>What a calendar changes about the open cases. Closed ones are judged by the calendar of their time.</summary>
/// <param name="Moves">Whose due date moves, by office and case.</param>
/// <param name="Settled">How many keep their due date and stop being provisional.</param>
/// <param name="Others">How many change otherwise: an earlier warning date, or provisional from now on.</param>
/// <param name="Open">How many open cases were looked at.</param>
public sealed record CalendarEffect(ImmutableArray<CaseMove> Moves, int Settled, int Others, int Open)
{
    public static CalendarEffect None { get; } = new([], Settled: 0, Others: 0, Open: 0);
}

/// <summary>A day that is worked, or off, under another calendar only.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">The holiday it belongs to under the new calendar, or under the old.</param>
/// <param name="Worked">Whether it will be worked.</param>
public sealed record DayChange(DateOnly Date, string Name, bool Worked)
{
    /// <summary>Every day on which two calendars differ, in order.</summary>
    public static ImmutableArray<DayChange> Between(WorkingCalendar old, WorkingCalendar young) =>
    [
        .. Named(old).Union(Named(young)).Order()
            .Where(day => old.IsWorkingDay(day) != young.IsWorkingDay(day))
            .Select(day => new DayChange(day, (young.Named(day) ?? old.Named(day))!.Name, young.IsWorkingDay(day))),
    ];

    private static IEnumerable<DateOnly> Named(WorkingCalendar calendar) =>
        calendar.Notices.Concat(calendar.Local).SelectMany(notice => notice.Days).Select(day => day.Date);
}
