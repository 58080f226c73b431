using System.Collections.Immutable;
using Npgsql;
using Tracker.EventStore;

namespace Tracker.Reminders;

/// <summary>What was recorded in a range of days, at the moment of a snapshot.</summary>
internal sealed class RecordedReminders
{
    private readonly NpgsqlConnection connection;
    private readonly string office;
    private readonly DateOnly from;
    private readonly DateOnly to;
    private readonly HashSet<Guid> cases = [];

    private RecordedReminders(NpgsqlConnection connection, string office, DateOnly from, DateOnly to) =>
        (this.connection, this.office, this.from, this.to) = (connection, office, from, to);

    /// <summary>The first day on which the office was swept; none if it never was.</summary>
    public DateOnly? FirstSwept { get; private set; }

    public static async Task<RecordedReminders> OpenAsync(
        BookSnapshot snapshot, string office, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var recorded = new RecordedReminders(await snapshot.OpenAsync(cancellationToken), office, from, to);
        await using (var first = recorded.Command("select min(day) from reminder_sweeps where tenant_id = $1"))
        {
            recorded.FirstSwept = await first.ExecuteScalarAsync(cancellationToken) as DateOnly?;
        }

        await using var distinct = recorded.Command(
            "select distinct case_id from reminders where tenant_id = $1 and fires_on between $2 and $3 and case_id is not null", from, to);
        await using var reader = await distinct.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            recorded.cases.Add(reader.GetGuid(0));
        }

        return recorded;
    }

    public async Task<ImmutableArray<Reminder>> OfOfficeAsync(CancellationToken cancellationToken) =>
        await ReadAsync("and case_id is null", cancellationToken);

    /// <summary>What was recorded of these cases; they are not left over.</summary>
    public async Task<ILookup<Guid, Reminder>> OfCasesAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Where(cases.Remove).ToArray();
        return (wanted.Length == 0 ? [] : await ReadAsync("and case_id = any($4)", cancellationToken, wanted)).ToLookup(reminder => reminder.Case!.Value);
    }

    /// <summary>What was recorded of cases nobody ever registered.</summary>
    public Task<ImmutableArray<Reminder>> LeftOverAsync(CancellationToken cancellationToken) =>
        ReadAsync("and case_id = any($4)", cancellationToken, cases.ToArray());

    private async Task<ImmutableArray<Reminder>> ReadAsync(string which, CancellationToken cancellationToken, params Guid[][] ids)
    {
        await using var command = Command(
            $"select {ReminderColumns.Names} from reminders where tenant_id = $1 and fires_on between $2 and $3 {which} order by fires_on, id", [from, to, .. ids]);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var read = ImmutableArray.CreateBuilder<Reminder>();
        while (await reader.ReadAsync(cancellationToken))
        {
            read.Add(ReminderColumns.Read(reader));
        }

        return read.ToImmutable();
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0, Parameters = { new() { Value = office } } };
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
