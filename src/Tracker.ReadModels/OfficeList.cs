using System.Collections.Immutable;
using Npgsql;
using Tracker.Domain.Offices;
using Tracker.EventStore;

namespace Tracker.ReadModels;

/// <summary>An office that keeps its register here.</summary>
public sealed record Office(string Code, string Name, DateOnly OpenedOn);

/// <summary>Which offices keep their register here, and under which years there is something to report.</summary>
public sealed class OfficeList(Book book)
{
    /// <summary>Adds the office's row to the append that opens it, and its name to one that changes it.</summary>
    public static void Write(NpgsqlBatch batch, StreamKey key, VersionStep step, OfficeState state)
    {
        var opening = state.Opening!;
        batch.BatchCommands.Add(step.Begins
            ? new("insert into offices (code, name, opened_on) values ($1, $2, $3) on conflict (code) do update set name = excluded.name")
            {
                Parameters = { new() { Value = opening.Code }, new() { Value = state.Name }, new() { Value = opening.OpenedOn } },
            }
            : new("update offices set name = $2 where code = $1 and name <> $2")
            {
                Parameters = { new() { Value = opening.Code }, new() { Value = state.Name } },
            });
    }

    public async Task<ImmutableArray<Office>> AllAsync(CancellationToken cancellationToken)
    {
        await using var command = book.Database.CreateCommand("select code, name, opened_on from offices order by name, code");
        return await ReadAsync(command, cancellationToken);
    }

    public async Task<Office?> FindAsync(string code, CancellationToken cancellationToken)
    {
        await using var command = book.Database.CreateCommand("select code, name, opened_on from offices where code = $1");
        command.Parameters.Add(new() { Value = code });
        return (await ReadAsync(command, cancellationToken)).FirstOrDefault();
    }

    /// <summary>The same, the version of the calendar that counts, and the snapshot in which they were seen.</summary>
    public async Task<(Office? Office, long CalendarVersion, string Snapshot)> FindWithCalendarAsync(string code, CancellationToken cancellationToken)
    {
        await using var command = book.Database.CreateCommand(
            "select code, name, opened_on, version, pg_current_snapshot()::text from calendar_version left join offices on code = $1");
        command.Parameters.Add(new() { Value = code });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var office = reader.IsDBNull(0) ? null : new Office(reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2));
        return (office, reader.GetInt64(3), reader.GetString(4));
    }

    /// <summary>From the first year with a request to the last with a request or a result; newest first.</summary>
    public async Task<ImmutableArray<int>> YearsAsync(string office, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForOffice(office));
        batch.BatchCommands.Add(new(
            "select min(received_year), max(greatest(received_year, result_year)) from case_rows where tenant_id = $1")
        {
            Parameters = { new() { Value = office } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetFieldValue<short?>(0) is { } first && reader.GetFieldValue<short?>(1) is { } last
            ? [.. Enumerable.Range(first, last - first + 1).Reverse()]
            : [];
    }

    /// <summary>Names offices whose row is missing, left over, or unlike what their own stream says, and those that nothing opened.</summary>
    public static async Task VerifyAsync(BookSnapshot snapshot, BookFindings findings, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select code, name, opened_on from offices order by code", snapshot.Connection);
        var rows = (await ReadAsync(command, cancellationToken)).ToDictionary(office => office.Code);
        await foreach (var (_, state) in OfficeStreams.AllAsync(snapshot.Connection, cancellationToken))
        {
            var opening = state.Opening!;
            if (!rows.Remove(opening.Code, out var row) || row != new Office(opening.Code, state.Name!, opening.OpenedOn))
            {
                findings.Add(BookFault.ReadModelRow, new InOffice(opening.Code));
            }
        }

        foreach (var unopened in await OfficeStreams.UnopenedAsync(snapshot.Connection, cancellationToken))
        {
            findings.Add(BookFault.Office, new InOffice(unopened));
        }

        foreach (var leftOver in rows.Keys)
        {
            findings.Add(BookFault.ReadModelRow, new InOffice(leftOver));
        }
    }

    private static async Task<ImmutableArray<Office>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var offices = ImmutableArray.CreateBuilder<Office>();
        while (await reader.ReadAsync(cancellationToken))
        {
            offices.Add(new(reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2)));
        }

        return offices.ToImmutable();
    }
}
