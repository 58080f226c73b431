using Npgsql;

namespace Tracker.EventStore.Indexing;

/// <summary>
/// 重建检索索引: the hashes of every request of an office made anew from the book, while acts go on. A few requests at a time are held
/// still; acts on them wait for no longer than that takes.
/// </summary>
public static class Reindexing
{
    private const int AtATime = 200;

    private const string Next =
        """
        select id from mt_streams where tenant_id = $1 and type = 'request' and id > $2 order by id limit $3 for no key update
        """;

    private static readonly string[] Tables = ["case_index", "case_pairs"];

    /// <summary>The offices in which a request stands.</summary>
    /// <param name="book">Opened as the worker, which sees every office.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<IReadOnlyList<string>> OfficesAsync(Book book, CancellationToken cancellationToken)
    {
        await using var command = book.Database.CreateCommand(
            "select coalesce(array_agg(distinct tenant_id order by tenant_id), '{}') from mt_streams where type = 'request'");
        return (string[])(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Answers how many requests were looked at.</summary>
    public static async Task<long> RunAsync(Book book, string office, CancellationToken cancellationToken)
    {
        var key = await book.IndexKeys.OfAsync(office, cancellationToken);
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await RemoveLeftoversAsync(connection, office, cancellationToken);
        var (count, last) = (0L, Guid.Empty);
        while (true)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var ids = await HoldAsync(connection, office, last, cancellationToken);
            if (ids.Count == 0)
            {
                return count;
            }

            foreach (var table in Tables)
            {
                await using var delete = Command(connection, $"delete from {table} where tenant_id = $1 and case_id = any($2)", office, ids.ToArray());
                await delete.ExecuteNonQueryAsync(cancellationToken);
            }

            var cases = await KnownCases.ReadAsync(book, connection, office, ids, cancellationToken);
            await CaseIndex.CopyAsync(
                connection, cases.Select(known => (new StreamKey(office, known.Id), CaseTerms.Of(known.Texts, key))), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            (count, last) = (count + ids.Count, ids[^1]);
        }
    }

    private static async Task<List<Guid>> HoldAsync(NpgsqlConnection connection, string office, Guid after, CancellationToken cancellationToken)
    {
        await using (var begin = new NpgsqlBatch(connection) { BatchCommands = { Book.ForAppend(office) } })
        {
            await begin.ExecuteNonQueryAsync(cancellationToken);
        }

        var ids = new List<Guid>();
        await using var command = Command(connection, Next, office, after, AtATime);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }

    /// <summary>Rows of requests that are not there: only somebody who went past the program can have left them.</summary>
    private static async Task RemoveLeftoversAsync(NpgsqlConnection connection, string office, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        batch.BatchCommands.Add(Book.ForAppend(office));
        foreach (var table in Tables)
        {
            batch.BatchCommands.Add(new(
                $"""
                delete from {table} i where tenant_id = $1
                  and not exists (select from mt_streams s where s.tenant_id = i.tenant_id and s.id = i.case_id)
                """)
            { Parameters = { new() { Value = office } } });
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
