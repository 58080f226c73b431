using Npgsql;

namespace Tracker.EventStore.Indexing;

/// <summary>The rows of <c>case_index</c> and <c>case_pairs</c>.</summary>
internal static class CaseIndex
{
    private const string CopyTerms = "copy case_index (tenant_id, case_id, kind, hash) from stdin (format binary)";
    private const string CopyPairs = "copy case_pairs (tenant_id, case_id, pairs) from stdin (format binary)";

    private const string InsertTerms = "insert into case_index (tenant_id, case_id, kind, hash) select $1, $2, * from unnest($3::varchar[], $4::bigint[])";
    private const string InsertPairs = "insert into case_pairs (tenant_id, case_id, pairs) values ($1, $2, $3)";

    /// <summary>Adds the rows of a case that has none.</summary>
    public static void Add(NpgsqlBatch batch, StreamKey key, CaseTerms terms)
    {
        if (!terms.Terms.IsEmpty)
        {
            batch.BatchCommands.Add(Command(
                InsertTerms, key, terms.Terms.Select(term => term.Kind).ToArray(), terms.Terms.Select(term => term.Hash).ToArray()));
        }

        if (!terms.Pairs.IsEmpty)
        {
            batch.BatchCommands.Add(Command(InsertPairs, key, terms.Pairs.ToArray()));
        }
    }

    /// <summary>Copies the rows of cases that have none.</summary>
    public static async Task CopyAsync(
        NpgsqlConnection connection, IEnumerable<(StreamKey Key, CaseTerms Terms)> cases, CancellationToken cancellationToken)
    {
        var all = cases.ToList();
        await using (var copy = await BinaryCopy.BeginAsync(connection, CopyTerms, cancellationToken))
        {
            foreach (var (key, kind, hash) in all.SelectMany(each => each.Terms.Terms.Select(term => (each.Key, term.Kind, term.Hash))))
            {
                Begin(copy, key, columns: 4);
                copy.Text(kind);
                copy.Bigint(hash);
                await copy.EndRowAsync(cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await using var pairs = await BinaryCopy.BeginAsync(connection, CopyPairs, cancellationToken);
        foreach (var (key, terms) in all.Where(each => !each.Terms.Pairs.IsEmpty))
        {
            Begin(pairs, key, columns: 3);
            pairs.Bigints(terms.Pairs);
            await pairs.EndRowAsync(cancellationToken);
        }

        await pairs.CompleteAsync(cancellationToken);
    }

    /// <summary>Destroys the rows of a case.</summary>
    public static void Remove(NpgsqlBatch batch, StreamKey key)
    {
        batch.BatchCommands.Add(Command("delete from case_index where tenant_id = $1 and case_id = $2", key));
        batch.BatchCommands.Add(Command("delete from case_pairs where tenant_id = $1 and case_id = $2", key));
    }

    private static void Begin(BinaryCopy copy, StreamKey key, short columns)
    {
        copy.BeginRow(columns);
        copy.Text(key.Office);
        copy.Uuid(key.Id);
    }

    private static NpgsqlBatchCommand Command(string sql, StreamKey key, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = key.Office }, new() { Value = key.Id } } };
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
