using System.Collections.Immutable;
using Npgsql;
using Tracker.EventStore;

namespace Tracker.ReadModels.Corrections;

/// <summary>A page of the list.</summary>
public sealed record CorrectionPage(ImmutableArray<CorrectionRow> Rows, long Total, int Page)
{
    public int Pages => (int)Math.Max(1, (Total + CorrectionList.PageSize - 1) / CorrectionList.PageSize);
}

/// <summary>更正申请 of one office: the open ones first, the longest waiting of them at the top; then the others, the latest first.</summary>
public sealed class CorrectionList(Book book)
{
    public const int PageSize = 50;

    private const string Order =
        """
        order by outcome is null and not voided desc,
          case when outcome is null and not voided then received_on end, received_on desc, number desc, id
        """;

    public async Task<CorrectionPage> ReadAsync(string office, int page, CancellationToken cancellationToken)
    {
        page = Math.Max(1, page);
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForOffice(office));
        batch.BatchCommands.Add(new("select count(*) from correction_rows where tenant_id = $1") { Parameters = { new() { Value = office } } });
        batch.BatchCommands.Add(new(
            $"select {CorrectionRowColumns.Names} from correction_rows where tenant_id = $1 {Order} limit {PageSize} offset {(long)(page - 1) * PageSize}")
        {
            Parameters = { new() { Value = office } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var total = reader.GetInt64(0);
        await reader.NextResultAsync(cancellationToken);
        var rows = ImmutableArray.CreateBuilder<CorrectionRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(CorrectionRowColumns.Read(reader));
        }

        return new(rows.ToImmutable(), total, page);
    }

    /// <summary>The cases of exactly this number: one, or none.</summary>
    public async Task<ImmutableArray<Guid>> IdsByNumberAsync(string office, string number, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForOffice(office));
        batch.BatchCommands.Add(new("select coalesce(array_agg(id order by id), '{}') from correction_rows where tenant_id = $1 and number = $2")
        {
            Parameters = { new() { Value = office }, new() { Value = number } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return [.. reader.GetFieldValue<Guid[]>(0)];
    }
}
