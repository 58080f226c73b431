using System.Collections.Immutable;
using Npgsql;
using Tracker.Domain.LegalTime;
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
    private readonly Dictionary<DateOnly, DateTimeOffset> swept = [];

    private RecordedReminders(NpgsqlConnection connection, string office, DateOnly from, DateOnly to) =>
        (this.connection, this.office, this.from, this.to) = (connection, office, from, to);

    /// <summary>The first day on which the office was swept, or anything was recorded; none if it never was.</summary>
    public DateOnly? FirstSwept { get; private set; }

    /// <summary>When each day of the range was swept last, of those that were.</summary>
    public IReadOnlyDictionary<DateOnly, DateTimeOffset> Swept => swept;

    public static async Task<RecordedReminders> OpenAsync(
        BookSnapshot snapshot, string office, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var recorded = new RecordedReminders(await snapshot.OpenAsync(cancellationToken), office, from, to);
        recorded.FirstSwept = new[]
        {
            await recorded.FirstAsync<DateOnly>("select min(day) from reminder_sweeps where tenant_id = $1", day => day, cancellationToken),
            await recorded.FirstAsync<DateTime>(
                "select min(recorded_at) from reminders where tenant_id = $1", at => LegalDay.Of(new(at, TimeSpan.Zero)), cancellationToken),
        }.Min();
        await using (var sweeps = recorded.Command("select day, last_at from reminder_sweeps where tenant_id = $1 and day between $2 and $3", from, to))
        await using (var days = await sweeps.ExecuteReaderAsync(cancellationToken))
        {
            while (await days.ReadAsync(cancellationToken))
            {
                recorded.swept.Add(days.GetFieldValue<DateOnly>(0), days.GetFieldValue<DateTimeOffset>(1));
            }
        }

        await using var distinct = recorded.Command(
            "select distinct case_id from reminders where tenant_id = $1 and fires_on <= $2 and (fires_on >= $3 or recorded_at >= $4) and case_id is not null",
            to,
            from,
            LegalDay.Begins(from).ToUniversalTime());
        await using var reader = await distinct.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            recorded.cases.Add(reader.GetGuid(0));
        }

        return recorded;
    }

    public async Task<ImmutableArray<Reminder>> OfOfficeAsync(CancellationToken cancellationToken) =>
        await ReadAsync("and case_id is null", cancellationToken);

    /// <summary>What was recorded of these cases, also before the range; they are not left over.</summary>
    public async Task<ILookup<Guid, Reminder>> OfCasesAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        cases.ExceptWith(ids);
        return (await ReadAsync("and case_id = any($3)", cancellationToken, ids)).ToLookup(reminder => reminder.Case!.Value);
    }

    /// <summary>What was recorded of cases nobody ever registered.</summary>
    public Task<ImmutableArray<Reminder>> LeftOverAsync(CancellationToken cancellationToken) =>
        ReadAsync("and case_id = any($3)", cancellationToken, cases.ToArray());

    private async Task<DateOnly?> FirstAsync<T>(string sql, Func<T, DateOnly> day, CancellationToken cancellationToken)
    {
        await using var first = Command(sql);
        return await first.ExecuteScalarAsync(cancellationToken) is T found ? day(found) : null;
    }

    private async Task<ImmutableArray<Reminder>> ReadAsync(string which, CancellationToken cancellationToken, params Guid[][] ids)
    {
        await using var command = Command(
            $"select {ReminderColumns.Names} from reminders where tenant_id = $1 and fires_on <= $2 {which} order by fires_on, id", [to, .. ids]);
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
