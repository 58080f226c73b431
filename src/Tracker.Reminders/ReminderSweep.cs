using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Offices;
using Tracker.Domain.Reminding;
using Tracker.EventStore;
using Tracker.ReadModels;

namespace Tracker.Reminders;

/// <summary>What a sweep of an office came to.</summary>
/// <param name="Office">Office code.</param>
/// <param name="LookedAt">How many due items were near enough to look at.</param>
/// <param name="Recorded">How many reminders were recorded by this sweep and no other.</param>
public sealed record SweptOffice(string Office, long LookedAt, long Recorded);

/// <summary>
/// 巡检: finds what is due and records it, each reminder once, however often it runs, on however many machines, and however long none ran.
/// An office is one transaction: what it recorded and how it is delivered are there together, or neither.
/// </summary>
/// <param name="worker">The book as the worker, who sees every office.</param>
/// <param name="people">Who is told.</param>
/// <param name="plan">Plans how what was recorded reaches them.</param>
public sealed class ReminderSweep(Book worker, ReadReminderPeople people, PlanDelivery plan)
{
    private const int Rows = 2000;

    private const string Near =
        """
        declare near no scroll cursor for
        select id, unit, dues from case_rows where tenant_id = $1 and first_due_on <= $2
        """;

    private const string Note =
        """
        insert into reminder_sweeps (tenant_id, day, first_at, last_at, sweeps, looked_at, recorded, dues) values ($1, $2, $3, $3, 1, $4, $5, $6)
        on conflict (tenant_id, day) do update set
          last_at = excluded.last_at, sweeps = reminder_sweeps.sweeps + 1, looked_at = excluded.looked_at,
          recorded = reminder_sweeps.recorded + excluded.recorded, dues = excluded.dues
        """;

    private readonly OfficeStore offices = new(worker, (_, _, _, _) => { });
    private readonly ReportingYearStore years = new(worker);

    /// <summary>Every office, one after the other.</summary>
    /// <param name="now">The sweep's time.</param>
    /// <param name="cancellationToken">Ends it; what the offices before came to stays.</param>
    public async Task<ImmutableArray<SweptOffice>> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await worker.Calendars.RefreshAsync(cancellationToken);
        await DuesFilling.RunAsync(worker, cancellationToken);
        var swept = ImmutableArray.CreateBuilder<SweptOffice>();
        foreach (var office in await new OfficeList(worker).AllAsync(cancellationToken))
        {
            swept.Add(await RunAsync(office.Code, now, cancellationToken));
        }

        return swept.ToImmutable();
    }

    /// <summary>One office.</summary>
    public async Task<SweptOffice> RunAsync(string office, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = LegalDay.Of(now);
        var state = await offices.OfAsync(office, cancellationToken);
        var calendar = worker.Calendars.Of(office);
        var ofOffice = OfficeDues.Of(state, calendar, await IsReportedAsync(office, OfficeDues.ReportYear(today), cancellationToken), today);
        await using var connection = await worker.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var sweptThrough = await AloneAsync(connection, office, cancellationToken);
        var round = new SweepRound(
            connection, office, state, calendar, await people(office, cancellationToken), plan, today, sweptThrough, now.ToUniversalTime());
        await round.TakeAsync(caseId: null, unit: null, ofOffice, cancellationToken);
        await DeclareAsync(connection, office, DueReminders.Horizon(Farthest(state), calendar, today), cancellationToken);
        while (await FetchAsync(connection, cancellationToken) is { Count: > 0 } rows)
        {
            foreach (var (id, unit, dues) in rows)
            {
                await round.TakeAsync(id, unit, dues, cancellationToken);
            }
        }

        await round.FlushAsync(cancellationToken);
        await NoteAsync(connection, office, today, now, round, ofOffice, cancellationToken);
        await Committing.RunAsync(() => transaction.CommitAsync(cancellationToken));
        return new(office, round.LookedAt, round.Recorded);
    }

    private static int Farthest(OfficeState state) => Enum.GetValues<DueMatter>().Max(matter => state.TimesOf(matter).First);

    private async Task<bool> IsReportedAsync(string office, int year, CancellationToken cancellationToken) =>
        (await years.LoadAsync(new StreamKey(office, StreamIds.ReportingYear(office, year)), cancellationToken)).State.Closing is not null;

    /// <summary>Waits for another sweep of the office; answers the last day that was swept.</summary>
    private static async Task<DateOnly?> AloneAsync(NpgsqlConnection connection, string office, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            Timeout = 0,
            BatchCommands =
            {
                Book.ForOffice(office),
                new($"select pg_advisory_xact_lock({AdvisoryLocks.ReminderSweeps}, hashtext($1))") { Parameters = { Text(office) } },
                new("select max(day) from reminder_sweeps where tenant_id = $1") { Parameters = { Text(office) } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetFieldValue<DateOnly?>(0);
    }

    private static async Task DeclareAsync(NpgsqlConnection connection, string office, DateOnly horizon, CancellationToken cancellationToken)
    {
        await using var declare = new NpgsqlCommand(Near, connection)
        {
            Parameters = { new() { Value = office, NpgsqlDbType = NpgsqlDbType.Varchar }, new() { Value = horizon, NpgsqlDbType = NpgsqlDbType.Date } },
        };
        await declare.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<List<(Guid Id, string? Unit, ImmutableArray<DueItem> Dues)>> FetchAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var fetch = new NpgsqlCommand($"fetch {Rows} from near", connection) { CommandTimeout = 0 };
        await using var reader = await fetch.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(Guid, string?, ImmutableArray<DueItem>)>(Rows);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add((
                reader.GetGuid(0),
                reader.IsDBNull(1) ? null : reader.GetString(1),
                [.. reader.GetFieldValue<string[]>(2).Select(Dues.Read)]));
        }

        return rows;
    }

    private static async Task NoteAsync(
        NpgsqlConnection connection, string office, DateOnly today, DateTimeOffset now, SweepRound round, ImmutableArray<DueItem> ofOffice, CancellationToken cancellationToken)
    {
        await using var note = new NpgsqlCommand(Note, connection)
        {
            Parameters =
            {
                Text(office),
                new() { Value = today },
                new() { Value = now.ToUniversalTime() },
                new() { Value = round.LookedAt },
                new() { Value = round.Recorded },
                new() { Value = ofOffice.Select(Dues.Spelled).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar },
            },
        };
        await note.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlParameter Text(string value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Varchar };
}
