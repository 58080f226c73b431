using System.Collections.Immutable;
using Npgsql;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Reminders;

namespace Tracker.Web.Wiring;

/// <summary>Reminders as they stand now: one of a case stands while the case is open, and an answer's while its due date is still the same.</summary>
public static class ReminderLines
{
    private const string Select =
        """
        select r.id, r.case_id, r.matter, r.part, r.due_on, r.since, r.step, r.fires_on, r.level, r.recipient, r.recorded_at, c.number,
          r.case_id is null or coalesce(c.in_hand and (r.matter <> 'Answer' or c.due_on = r.due_on), false)
        from unnest($2::uuid[]) with ordinality as wanted (id, place)
        join reminders r on r.tenant_id = $1 and r.id = wanted.id
        left join case_rows c on c.tenant_id = r.tenant_id and c.id = r.case_id
        order by wanted.place
        """;

    /// <summary>Reads them out of the rows.</summary>
    /// <param name="worker">The book for work behind the pages.</param>
    public static ReadReminderLines From(Book worker) => async (office, reminders, cancellationToken) =>
    {
        await using var command = worker.Database.CreateCommand(Select);
        command.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = office }, new() { Value = reminders.ToArray() } });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = ImmutableArray.CreateBuilder<ReminderLine>();
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add(new(Read(reader, office), reader.IsDBNull(11) ? null : reader.GetString(11), reader.GetBoolean(12)));
        }

        return lines.ToImmutable();
    };

    private static Reminder Read(NpgsqlDataReader reader, string office) => new(
        reader.GetGuid(0),
        office,
        reader.GetFieldValue<Guid?>(1),
        new(Enum.Parse<DueMatter>(reader.GetString(2)), reader.GetString(3), reader.GetFieldValue<DateOnly>(4), reader.GetFieldValue<DateOnly>(5)),
        reader.GetInt32(6),
        reader.GetFieldValue<DateOnly>(7),
        Enum.Parse<ReminderLevel>(reader.GetString(8)),
        reader.GetGuid(9),
        reader.GetFieldValue<DateTimeOffset>(10));
}
