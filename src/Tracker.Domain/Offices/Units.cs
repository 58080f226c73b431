namespace Tracker.Domain.Offices;

/// <summary>设立科室</summary>
public sealed record OpenUnit(string Name, DateOnly OpenedOn)
{
    public const int LongestName = 50;

    /// <summary>So many may be there at a time.</summary>
    public const int Most = 200;

    /// <summary>
    /// A unit may be older than the office's register here, so no first day is asked of it; one that takes the name of a closed one begins
    /// no earlier than that ended.
    /// </summary>
    public static Decision<OfficeEvent> Decide(OfficeState state, OpenUnit command, DateOnly today)
    {
        var name = command.Name.Trim();
        var first = state.Units.Where(unit => unit.Name == name).Max(unit => unit.ClosedOn) ?? DateOnly.MinValue;
        OfficeRefusal? reason =
            state.Opening is null ? new OfficeNotOpen()
            : name.Length is 0 or > LongestName || name.Any(char.IsControl) ? new UnitNameMissing()
            : state.OpenUnits.FirstOrDefault(unit => unit.Name == name) is { } there ? new UnitAlreadyOpen(name, there.OpenedOn)
            : state.OpenUnits.Count() >= Most ? new TooManyUnits(Most)
            : command.OpenedOn < first || command.OpenedOn > today ? new OfficeDayOutOfRange(first, today)
            : null;
        return reason is not null ? new Refused<OfficeEvent>(reason) : new Accepted<OfficeEvent>([new UnitOpened(name, command.OpenedOn)]);
    }
}

/// <summary>撤销科室</summary>
public sealed record CloseUnit(int Number, DateOnly ClosedOn)
{
    public static Decision<OfficeEvent> Decide(OfficeState state, CloseUnit command, DateOnly today)
    {
        var unit = state.OpenUnits.FirstOrDefault(unit => unit.Number == command.Number);
        OfficeRefusal? reason =
            unit is null ? new UnitNotOpen()
            : command.ClosedOn < unit.OpenedOn || command.ClosedOn > today ? new OfficeDayOutOfRange(unit.OpenedOn, today)
            : null;
        return reason is not null ? new Refused<OfficeEvent>(reason) : new Accepted<OfficeEvent>([new UnitClosed(unit!.Name, command.ClosedOn)]);
    }
}
