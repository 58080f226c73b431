using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using Tracker.Domain.LegalTime;
using Tracker.EventStore;

namespace Tracker.ReadModels.Adopting;

/// <summary>
/// The open cases under two calendars. They are read a thousand at a time, so that the states of a large register never stand in
/// memory together.
/// </summary>
internal static class OpenCases
{
    private const int Chunk = 1000;

    private const string Open = "select tenant_id, id from case_rows where in_hand and ($1::varchar is null or tenant_id = $1) order by tenant_id, id";

    // What a calendar decides about a row; everything else of it follows from the facts.
    private const string Move =
        """
        update case_rows c set due_on = n.due_on, warning_due_on = n.warning_due_on, provisional = n.provisional,
          dues = string_to_array(n.dues, ' '), first_due_on = n.first_due_on
        from unnest($1::varchar[], $2::uuid[], $3::date[], $4::date[], $5::boolean[], $6::varchar[], $7::date[])
          as n (tenant_id, id, due_on, warning_due_on, provisional, dues, first_due_on)
        where c.tenant_id = n.tenant_id and c.id = n.id
        """;

    /// <summary>What another calendar changes about the open cases of every office, or of one.</summary>
    /// <param name="connection">In a transaction that sees every office.</param>
    /// <param name="office">The only office concerned, or none.</param>
    /// <param name="now">The calendars as they stand.</param>
    /// <param name="then">The calendar of an office as it shall be.</param>
    /// <param name="write">Whether the rows are written.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<CalendarEffect> CompareAsync(
        NpgsqlConnection connection,
        string? office,
        CalendarHistory now,
        Func<string, WorkingCalendar> then,
        bool write,
        CancellationToken cancellationToken)
    {
        var keys = await KeysAsync(connection, office, cancellationToken);
        var moves = ImmutableArray.CreateBuilder<CaseMove>();
        var (settled, others) = (0, 0);
        foreach (var chunk in keys.Chunk(Chunk))
        {
            var changed = new List<CaseRow>();
            await foreach (var request in BookReader.RequestsAsync(connection, chunk, cancellationToken))
            {
                var before = CaseRow.From(request, now);
                var after = CaseRow.From(request.Key, request.Version, request.State, then(request.Key.Office));
                if (before.SameAs(after))
                {
                    continue;
                }

                changed.Add(after);
                if (before.DueOn is { } from && after.DueOn is { } to && from != to)
                {
                    moves.Add(new(after.Office, after.Id, after.Number.Text, from, to, before.Provisional, after.Provisional));
                }
                else if (before is { Provisional: true } && !after.Provisional)
                {
                    settled++;
                }
                else if (!(before with { Dues = after.Dues }).SameAs(after))
                {
                    others++;
                }
            }

            if (write && changed.Count > 0)
            {
                await WriteAsync(connection, changed, cancellationToken);
            }
        }

        return new(moves.ToImmutable(), settled, others, keys.Count);
    }

    private static async Task<List<StreamKey>> KeysAsync(NpgsqlConnection connection, string? office, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Open, connection)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = (object?)office ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var keys = new List<StreamKey>();
        while (await reader.ReadAsync(cancellationToken))
        {
            keys.Add(new(reader.GetString(0), reader.GetGuid(1)));
        }

        return keys;
    }

    private static async Task WriteAsync(NpgsqlConnection connection, List<CaseRow> rows, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Move, connection)
        {
            CommandTimeout = 0,
            Parameters =
            {
                new() { Value = rows.Select(row => row.Office).ToArray() },
                new() { Value = rows.Select(row => row.Id).ToArray() },
                new() { Value = rows.Select(row => row.DueOn).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date },
                new() { Value = rows.Select(row => row.WarningDueOn).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date },
                new() { Value = rows.Select(row => row.Provisional).ToArray() },
                new() { Value = rows.Select(row => string.Join(' ', row.Dues.Select(Dues.Spelled))).ToArray() },
                new() { Value = rows.Select(row => row.FirstDueOn).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date },
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
