using Tracker.Domain.LegalTime;

namespace Tracker.Domain.Offices;

/// <summary>
/// 免打扰时段: from the evening of a day to the morning of the next, and days off as a whole. What would go out then goes out on the next working
/// day's morning.
/// </summary>
/// <param name="From">From when on in the evening, by a wall clock in China; none if messages may go out at any time.</param>
/// <param name="To">Until when in the morning; none together with <paramref name="From"/>.</param>
public sealed record QuietHours(TimeOnly? From, TimeOnly? To)
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>18:00 to 08:30, and days off: what holds until an office says otherwise.</summary>
    public static QuietHours Usual { get; } = new(new(18, 0), new(8, 30));

    /// <summary>The first moment from <paramref name="wanted"/> on at which a message may go out.</summary>
    /// <param name="wanted">When it would go out.</param>
    /// <param name="calendar">The office's working days.</param>
    public DateTimeOffset FirstOpen(DateTimeOffset wanted, WorkingCalendar calendar)
    {
        if (From is not { } evening || To is not { } morning)
        {
            return wanted;
        }

        var (day, time) = (LegalDay.Of(wanted), TimeOnly.FromDateTime(LegalDay.WallClock(wanted)));
        var works = calendar.IsWorkingDay(day);
        if (works && time >= morning && time < evening)
        {
            return wanted;
        }

        var opens = works && time < morning ? day : calendar.AddWorkingDays(day, 1);
        return new(opens.ToDateTime(morning), China);
    }
}
