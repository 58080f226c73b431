using Tracker.Domain.Reminding;

namespace Tracker.Domain.Offices;

/// <summary>设定提醒时点 of one matter, from today on.</summary>
public sealed record SetReminderTimes(DueMatter Matter, ReminderTimes Times)
{
    /// <summary>
    /// Whoever has to do it is told first, then the head of the unit, then the head of the office. That nobody is reminded at all cannot be
    /// set, nor that a head is told from a step on that never comes.
    /// </summary>
    public static Decision<OfficeEvent> Decide(OfficeState state, SetReminderTimes command, DateOnly today)
    {
        var times = command.Times with { Before = [.. command.Times.Before.Distinct().OrderDescending()] };
        OfficeRefusal? reason =
            state.Opening is null ? new OfficeNotOpen()
            : times.Before.Length > ReminderTimes.Most || times.Before.Any(step => step is < 0 or > ReminderTimes.Earliest) ? new ReminderStepsNotValid()
            : times is { Before.IsEmpty: true, EachDayAfter: false } ? new NobodyReminded()
            : !IsStep(times.UnitHeadFrom) || !IsStep(times.OfficeHeadFrom) || times.OfficeHeadFrom > times.UnitHeadFrom ? new EscalationNotValid()
            : !times.Reaches(times.UnitHeadFrom) ? new EscalationNeverReached(OfficeHead: false)
            : !times.Reaches(times.OfficeHeadFrom) ? new EscalationNeverReached(OfficeHead: true)
            : times.SameAs(state.TimesOf(command.Matter)) ? new OfficeDataUnchanged()
            : null;
        return reason is not null
            ? new Refused<OfficeEvent>(reason)
            : new Accepted<OfficeEvent>([new ReminderTimesSet(command.Matter, times.Before, times.EachDayAfter, today, times.UnitHeadFrom, times.OfficeHeadFrom)]);
    }

    private static bool IsStep(int? from) => from is null or (>= ReminderTimes.Latest and <= ReminderTimes.Earliest);
}

/// <summary>登记机关性质, on which the term of the annual report depends.</summary>
public sealed record SetOfficeNature(OfficeNature Nature)
{
    public static Decision<OfficeEvent> Decide(OfficeState state, SetOfficeNature command, DateOnly today)
    {
        OfficeRefusal? reason =
            state.Opening is null ? new OfficeNotOpen()
            : state.Nature == command.Nature ? new OfficeDataUnchanged()
            : null;
        return reason is not null ? new Refused<OfficeEvent>(reason) : new Accepted<OfficeEvent>([new OfficeNatureSet(command.Nature, today)]);
    }
}
