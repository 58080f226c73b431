using Npgsql;
using Tracker.EventStore;

namespace Tracker.ReadModels.Rebuilding;

/// <summary>
/// 影子表: a table filled beside another one and then put in its place, alike in everything the catalogue knows. The connection is
/// the owner's; each step is done in the caller's transaction.
/// </summary>
internal sealed class ShadowTable(NpgsqlConnection connection, string table)
{
    public string Name { get; } = $"{table}_rebuilding";

    /// <summary>Makes it empty and without indexes; what a broken rebuild left behind goes first.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await DropAsync(cancellationToken);
        await ExecuteAsync(CatalogueStatements.Create, cancellationToken);
    }

    public Task DropAsync(CancellationToken cancellationToken) => RunAsync($"drop table if exists {Name}", cancellationToken);

    public Task BuildIndexesAsync(CancellationToken cancellationToken) => ExecuteAsync(CatalogueStatements.Indexes, cancellationToken);

    /// <summary>Without it the planner would know nothing of the new table until the next autovacuum.</summary>
    public Task AnalyzeAsync(CancellationToken cancellationToken) => RunAsync($"analyze {Name}", cancellationToken);

    /// <summary>Guards it like the old table, which it then replaces. The caller keeps everybody out meanwhile.</summary>
    /// <exception cref="BookException">The old table has something the new one would lack.</exception>
    public async Task TakePlaceAsync(CancellationToken cancellationToken)
    {
        var before = await LinesAsync(CatalogueStatements.Description, [table], cancellationToken);
        await ExecuteAsync(CatalogueStatements.Guards, cancellationToken);
        await ExecuteAsync(CatalogueStatements.Swap, cancellationToken);
        var after = await LinesAsync(CatalogueStatements.Description, [table], cancellationToken);
        if (before.Except(after).Concat(after.Except(before)).FirstOrDefault() is { } difference)
        {
            throw new BookException($"表 {table} 的定义与重新生成的不一致，没有替换：{difference}");
        }
    }

    private async Task ExecuteAsync(string generator, CancellationToken cancellationToken)
    {
        foreach (var statement in await LinesAsync(generator, [table, Name], cancellationToken))
        {
            await RunAsync(statement, cancellationToken);
        }
    }

    private async Task RunAsync(string statement, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<List<string>> LinesAsync(string query, string[] tables, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(query, connection);
        command.Parameters.AddRange(tables.Select(name => new NpgsqlParameter { Value = name }).ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
