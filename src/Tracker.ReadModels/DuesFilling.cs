using Npgsql;
using NpgsqlTypes;
using Tracker.EventStore;

namespace Tracker.ReadModels;

/// <summary>
/// Says of open cases what is due where their rows were written by a program that knew nothing of it. It disturbs nobody: a row that changes
/// meanwhile says it by itself.
/// </summary>
public static class DuesFilling
{
    private const int Chunk = 1000;

    private const string Unsaid = "select tenant_id, id from case_rows where dues is null order by tenant_id, id limit $1";

    private const string Say =
        """
        update case_rows c set dues = string_to_array(n.dues, ' '), first_due_on = n.first_due_on
        from unnest($1::varchar[], $2::uuid[], $3::bigint[], $4::varchar[], $5::date[]) as n (tenant_id, id, version, dues, first_due_on)
        where c.tenant_id = n.tenant_id and c.id = n.id and c.version = n.version and c.dues is null
        """;

    /// <summary>Answers how many rows were filled.</summary>
    /// <param name="worker">The book as the worker, who sees every office.</param>
    /// <param name="cancellationToken">Ends it between two thousands.</param>
    public static async Task<long> RunAsync(Book worker, CancellationToken cancellationToken)
    {
        for (var filled = 0L; ;)
        {
            await using var connection = await worker.Database.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var keys = await KeysAsync(connection, cancellationToken);
            if (keys.Count == 0)
            {
                return filled;
            }

            var calendars = await worker.Calendars.RefreshAsync(cancellationToken); // nobody can adopt anything until this ends
            var rows = new List<CaseRow>(keys.Count);
            await foreach (var request in BookReader.RequestsAsync(connection, keys, cancellationToken))
            {
                rows.Add(CaseRow.From(request, calendars));
            }

            var written = await WriteAsync(connection, rows, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            filled += written;
            if (written == 0)
            {
                return filled; // what is left says another version than the book: verify names it, and a rebuild mends it
            }
        }
    }

    private static async Task<List<StreamKey>> KeysAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { Book.ForAppend(""), new(Unsaid) { Parameters = { new() { Value = Chunk } } } },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var keys = new List<StreamKey>();
        while (await reader.ReadAsync(cancellationToken))
        {
            keys.Add(new(reader.GetString(0), reader.GetGuid(1)));
        }

        return keys;
    }

    private static async Task<int> WriteAsync(NpgsqlConnection connection, List<CaseRow> rows, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Say, connection)
        {
            CommandTimeout = 0,
            Parameters =
            {
                new() { Value = rows.Select(row => row.Office).ToArray() },
                new() { Value = rows.Select(row => row.Id).ToArray() },
                new() { Value = rows.Select(row => row.Version).ToArray() },
                new() { Value = rows.Select(row => string.Join(' ', row.Dues.Select(Dues.Spelled))).ToArray() },
                new() { Value = rows.Select(row => row.FirstDueOn).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date },
            },
        };
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
