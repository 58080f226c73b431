using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Offices;
using Tracker.Domain.Reminding;
using Tracker.ReadModels;

namespace Tracker.Reminders;

/// <summary>The recording half of one sweep of one office, a few thousand reminders at a time.</summary>
internal sealed class SweepRound(
    NpgsqlConnection connection,
    string office,
    OfficeState state,
    WorkingCalendar calendar,
    ImmutableArray<ReminderPerson> people,
    PlanDelivery plan,
    DateOnly today,
    DateOnly? sweptThrough,
    DateTimeOffset now)
{
    private const int Most = 4000;

    private const string Record =
        """
        insert into reminders (id, tenant_id, case_id, matter, part, due_on, since, step, fires_on, level, recipient, recorded_at)
        select n.id, $1, n.case_id, n.matter, n.part, n.due_on, n.since, n.step, n.fires_on, n.level, n.recipient, $2
        from unnest($3::uuid[], $4::uuid[], $5::varchar[], $6::varchar[], $7::date[], $8::date[], $9::integer[], $10::date[], $11::varchar[], $12::uuid[])
          as n (id, case_id, matter, part, due_on, since, step, fires_on, level, recipient)
        on conflict do nothing
        returning id
        """;

    private readonly List<Reminder> found = new(Most);
    private readonly Dictionary<(DueMatter, int, string), ImmutableArray<(Guid Account, ReminderLevel Level)>> told = [];

    public long LookedAt { get; private set; }

    public long Recorded { get; private set; }

    /// <summary>What is due of a case, or of the office itself.</summary>
    public async ValueTask TakeAsync(Guid? caseId, string? unit, ImmutableArray<DueItem> dues, CancellationToken cancellationToken)
    {
        foreach (var item in dues)
        {
            LookedAt++;
            foreach (var due in DueReminders.Of(item, state.TimesOf(item.Matter), calendar, today, sweptThrough))
            {
                foreach (var (account, level) in Told(due, unit))
                {
                    found.Add(new(Guid.CreateVersion7(now), office, caseId, item, due.Step, due.FiresOn, level, account, now));
                }
            }
        }

        if (found.Count >= Most)
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <summary>Records what was found, and plans the delivery of what nobody had recorded before.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var recorded = await RecordAsync(cancellationToken);
        found.Clear();
        if (!recorded.IsEmpty)
        {
            Recorded += recorded.Length;
            await plan(connection, office, recorded, now, cancellationToken);
        }
    }

    private ImmutableArray<(Guid Account, ReminderLevel Level)> Told(DueReminder due, string? unit)
    {
        var key = (due.Item.Matter, due.Step, unit ?? "");
        return told.TryGetValue(key, out var known) ? known : told[key] = Recipients.Of(due.Item.Matter, due.Levels, unit, people);
    }

    private async Task<ImmutableArray<Reminder>> RecordAsync(CancellationToken cancellationToken)
    {
        if (found.Count == 0)
        {
            return [];
        }

        await using var command = new NpgsqlCommand(Record, connection)
        {
            CommandTimeout = 0,
            Parameters =
            {
                new() { Value = office, NpgsqlDbType = NpgsqlDbType.Varchar },
                new() { Value = now },
                Column(reminder => reminder.Id, NpgsqlDbType.Uuid),
                Column(reminder => reminder.Case, NpgsqlDbType.Uuid),
                Column(reminder => reminder.Due.Matter.ToString(), NpgsqlDbType.Varchar),
                Column(reminder => reminder.Due.Part, NpgsqlDbType.Varchar),
                Column(reminder => reminder.Due.DueOn, NpgsqlDbType.Date),
                Column(reminder => reminder.Due.Since, NpgsqlDbType.Date),
                Column(reminder => reminder.Step, NpgsqlDbType.Integer),
                Column(reminder => reminder.FiresOn, NpgsqlDbType.Date),
                Column(reminder => reminder.Level.ToString(), NpgsqlDbType.Varchar),
                Column(reminder => reminder.Recipient, NpgsqlDbType.Uuid),
            },
        };
        var ids = new HashSet<Guid>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                ids.Add(reader.GetGuid(0));
            }
        }

        return [.. found.Where(reminder => ids.Contains(reminder.Id))];
    }

    private NpgsqlParameter Column<T>(Func<Reminder, T> of, NpgsqlDbType type) =>
        new() { Value = found.Select(of).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}
