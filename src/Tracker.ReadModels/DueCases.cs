using System.Collections.Immutable;
using Npgsql;
using Tracker.EventStore;

namespace Tracker.ReadModels;

/// <summary>The open cases of an office of which something is due, the earliest first.</summary>
public static class DueCases
{
    private const string Due =
        $"""
        select {CaseRowColumns.Names} from case_rows
        where tenant_id = $1 and first_due_on is not null and first_due_on <= $2 order by first_due_on, id limit $3
        """;

    /// <summary>Those of which anything is due by a day, of the applicant or of others too.</summary>
    /// <param name="book">The book.</param>
    /// <param name="office">The office's code.</param>
    /// <param name="until">Due on that day at the latest.</param>
    /// <param name="most">So many at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<ImmutableArray<CaseRow>> ReadAsync(Book book, string office, DateOnly until, int most, CancellationToken cancellationToken)
    {
        var select = new NpgsqlBatchCommand(Due)
        {
            Parameters = { new() { Value = office }, new() { Value = until }, new() { Value = (long)most } },
        };
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Book.ForOffice(office), select } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var rows = ImmutableArray.CreateBuilder<CaseRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(CaseRowColumns.Read(reader));
        }

        return rows.ToImmutable();
    }
}
