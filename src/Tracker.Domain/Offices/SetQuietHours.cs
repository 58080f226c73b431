namespace Tracker.Domain.Offices;

/// <summary>设定免打扰时段</summary>
/// <param name="Hours">As they hold from today on.</param>
public sealed record SetQuietHours(QuietHours Hours)
{
    /// <summary>They end on the morning after they began; what ended on the same day would be a pause and no night.</summary>
    public static Decision<OfficeEvent> Decide(OfficeState state, SetQuietHours command, DateOnly today)
    {
        var (from, to) = (command.Hours.From, command.Hours.To);
        OfficeRefusal? reason =
            state.Opening is null ? new OfficeNotOpen()
            : from is null != to is null || from <= to ? new QuietHoursNotOvernight()
            : command.Hours == state.QuietHours ? new OfficeDataUnchanged()
            : null;
        return reason is not null ? new Refused<OfficeEvent>(reason) : new Accepted<OfficeEvent>([new QuietHoursSet(today, from, to)]);
    }
}
