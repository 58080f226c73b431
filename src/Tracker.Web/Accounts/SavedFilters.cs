using System.Collections.Immutable;
using Npgsql;
using Tracker.EventStore;
using Tracker.Web.Wiring;

namespace Tracker.Web.Accounts;

/// <summary>常用筛选: a filter of the register under a name.</summary>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Query">The filter behind the register's address, from the question mark on.</param>
public sealed record SavedFilter(string Name, string Query);

/// <summary>What came of keeping a filter.</summary>
public enum FilterSaving
{
    Saved,

    /// <summary>One of that name is kept already.</summary>
    NameTaken,

    /// <summary>So many are kept that one must go first.</summary>
    Full,
}

/// <summary>The filters each person keeps in an office; nobody sees another's.</summary>
public sealed class SavedFilters(Book book, LegalClock clock)
{
    /// <summary>So many a person keeps in an office.</summary>
    public const int Most = 20;

    /// <summary>So many characters a name has.</summary>
    public const int LongestName = 20;

    private const string Add =
        """
        insert into saved_filters (tenant_id, account_id, name, query, saved_at)
        select $1, $2, $3, $4, $5 where (select count(*) from saved_filters where tenant_id = $1 and account_id = $2) < $6
        on conflict do nothing
        """;

    /// <summary>In the order in which they were kept.</summary>
    public async Task<ImmutableArray<SavedFilter>> OfAsync(string office, Guid account, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = Batch(
            connection, office, "select name, query from saved_filters where tenant_id = $1 and account_id = $2 order by saved_at, name", office, account);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var filters = ImmutableArray.CreateBuilder<SavedFilter>();
        while (await reader.ReadAsync(cancellationToken))
        {
            filters.Add(new(reader.GetString(0), reader.GetString(1)));
        }

        return filters.ToImmutable();
    }

    public async Task<FilterSaving> SaveAsync(string office, Guid account, SavedFilter filter, CancellationToken cancellationToken)
    {
        await using (var connection = await book.Database.OpenConnectionAsync(cancellationToken))
        await using (var batch = Batch(connection, office, Add, office, account, filter.Name, filter.Query, clock.Now.ToUniversalTime(), (long)Most))
        {
            if (await batch.ExecuteNonQueryAsync(cancellationToken) == 1)
            {
                return FilterSaving.Saved;
            }
        }

        var kept = await OfAsync(office, account, cancellationToken);
        return kept.Any(each => each.Name == filter.Name) ? FilterSaving.NameTaken : FilterSaving.Full;
    }

    /// <summary>One that is not there is removed already.</summary>
    public async Task RemoveAsync(string office, Guid account, string name, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = Batch(
            connection, office, "delete from saved_filters where tenant_id = $1 and account_id = $2 and name = $3", office, account, name);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlBatch Batch(NpgsqlConnection connection, string office, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return new(connection) { BatchCommands = { Book.ForOffice(office), command } };
    }
}
