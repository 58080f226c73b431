using System.Collections.Immutable;

namespace Tracker.Domain.Offices;

/// <summary>登记机关资料: the name and how the office can be reached, as both shall stand.</summary>
/// <param name="Name">机关名称</param>
/// <param name="NamedOn">名称启用日期, if the name changes.</param>
/// <param name="Contact">联系方式, as it holds from today on; blank parts are none.</param>
public sealed record SetOfficeData(string Name, DateOnly? NamedOn, OfficeContactSet Contact)
{
    /// <summary>
    /// A name begins neither before the one it follows nor in the future: a name that began at a midnight nobody acts at would make rows
    /// stale that were right the day before.
    /// </summary>
    public static Decision<OfficeEvent> Decide(OfficeState state, SetOfficeData command, DateOnly today)
    {
        if (state.Names is not [.., var last])
        {
            return new Refused<OfficeEvent>(new OfficeNotOpen());
        }

        var name = command.Name.Trim();
        var contact = command.Contact with
        {
            SetOn = today,
            Address = Given(command.Contact.Address),
            Postcode = Given(command.Contact.Postcode),
            Telephone = Given(command.Contact.Telephone),
            Hours = Given(command.Contact.Hours),
        };
        var (renamed, moved) = (name != last.Text, contact != (state.Contact ?? new(today)) with { SetOn = today });
        var on = command.NamedOn ?? today;
        OfficeRefusal? reason =
            !OpenOffice.IsName(name) ? new OfficeNameMissing()
            : renamed && (on < last.Since || on > today) ? new OfficeDayOutOfRange(last.Since, today)
            : !renamed && !moved ? new OfficeDataUnchanged()
            : null;
        ImmutableArray<OfficeEvent> facts = (renamed, moved) switch
        {
            (true, true) => [new OfficeRenamed(name, on), contact],
            (true, false) => [new OfficeRenamed(name, on)],
            (false, _) => [contact],
        };
        return reason is not null ? new Refused<OfficeEvent>(reason) : new Accepted<OfficeEvent>(facts);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
