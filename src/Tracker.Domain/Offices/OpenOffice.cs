namespace Tracker.Domain.Offices;

/// <summary>启用机关</summary>
public sealed record OpenOffice(string Code, string Name)
{
    public const int LongestName = 100;

    /// <summary>Opened again under the name it has, or had at first, nothing happens.</summary>
    public static Decision<OfficeEvent> Decide(OfficeState state, OpenOffice command, DateOnly today)
    {
        var name = command.Name.Trim();
        OfficeRefusal? reason =
            !OfficeCode.IsValid(command.Code) ? new OfficeCodeNotValid()
            : !IsName(name) ? new OfficeNameMissing()
            : state.Opening is { } opening && opening.Name != name && state.Name != name ? new OfficeAlreadyOpen(state.Name!)
            : null;

        return reason is not null ? new Refused<OfficeEvent>(reason)
            : state.Opening is not null ? new Accepted<OfficeEvent>([])
            : new Accepted<OfficeEvent>([new OfficeOpened(command.Code, name, today)]);
    }

    internal static bool IsName(string name) => name.Length is > 0 and <= LongestName && !name.Any(char.IsControl);
}
