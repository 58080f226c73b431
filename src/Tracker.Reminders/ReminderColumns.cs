using Npgsql;
using Tracker.Domain.Reminding;

namespace Tracker.Reminders;

/// <summary>A recorded reminder out of its columns, in one order.</summary>
internal static class ReminderColumns
{
    public const string Names = "id, tenant_id, case_id, matter, part, due_on, since, step, fires_on, level, recipient, recorded_at";

    public static Reminder Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0),
        reader.GetString(1),
        reader.GetFieldValue<Guid?>(2),
        new(Enum.Parse<DueMatter>(reader.GetString(3)), reader.GetString(4), reader.GetFieldValue<DateOnly>(5), reader.GetFieldValue<DateOnly>(6)),
        reader.GetInt32(7),
        reader.GetFieldValue<DateOnly>(8),
        Enum.Parse<ReminderLevel>(reader.GetString(9)),
        reader.GetGuid(10),
        reader.GetFieldValue<DateTimeOffset>(11));
}
