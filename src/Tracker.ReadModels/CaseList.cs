using System.Collections.Immutable;
using Npgsql;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.LegalTime;
using Tracker.EventStore;

namespace Tracker.ReadModels;

/// <summary>A page of the register.</summary>
/// <param name="Rows">Its cases.</param>
/// <param name="Total">How many cases the list has, counted up to one more than <see cref="CaseList.CountedUpTo"/> where it is a filter's.</param>
/// <param name="Page">From 1 on.</param>
/// <param name="HasNext">Whether another page follows.</param>
/// <param name="IsCounted">Whether the total is the whole of it.</param>
public sealed record CasePage(ImmutableArray<CaseRow> Rows, long Total, int Page, bool HasNext, bool IsCounted)
{
    public static CasePage Empty { get; } = new([], Total: 0, Page: 1, HasNext: false, IsCounted: true);

    public int Pages => (int)Math.Max(1, (Total + CaseList.PageSize - 1) / CaseList.PageSize);
}

/// <summary>台账: the cases of one office; those a filter leaves, or exactly those that count in a cell.</summary>
public sealed class CaseList(Book book)
{
    public const int PageSize = 50;

    /// <summary>A longer list that a filter leaves is not counted to its end, which would take longer than to show it.</summary>
    public const int CountedUpTo = 1000;

    private const string Units =
        """
        with recursive units (unit) as (
          select min(unit) from case_rows where tenant_id = $1 and unit is not null
          union all
          select (select min(c.unit) from case_rows c where c.tenant_id = $1 and c.unit > u.unit) from units u where u.unit is not null)
        select unit from units where unit is not null
        """;

    /// <summary>The cases a filter leaves.</summary>
    /// <param name="office">The office's code.</param>
    /// <param name="filter">Which cases.</param>
    /// <param name="order">By what they are sorted; none for the filter's own.</param>
    /// <param name="calendar">The office's working days, by which something is near, or idle.</param>
    /// <param name="today">The day on which it is asked.</param>
    /// <param name="page">From 1 on.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<CasePage> FindAsync(
        string office, CaseFilter filter, CaseOrder? order, WorkingCalendar calendar, DateOnly today, int page, CancellationToken cancellationToken) =>
        PageAsync(CaseSelection.Of(office, filter, order, calendar, today), page, cancellationToken);

    /// <summary>承办单位 that hold, or held at its end, any case. The index is read from one unit to the next.</summary>
    public async Task<ImmutableArray<string>> UnitsAsync(string office, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = CaseSelection.OfOffice(office).Batch(connection, Units);
        return await StringsAsync(batch, cancellationToken);
    }

    /// <summary>The cases of exactly this number; imported numbers may be given twice, in different years.</summary>
    public async Task<ImmutableArray<Guid>> IdsByNumberAsync(string office, string number, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        return await IdsAsync(connection, CaseSelection.OfNumber(office, number), cancellationToken);
    }

    /// <summary>登记编号 of these cases, as far as they are the office's.</summary>
    public async Task<ImmutableDictionary<Guid, string>> NumbersOfAsync(string office, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForOffice(office));
        batch.BatchCommands.Add(new("select id, number from case_rows where tenant_id = $1 and id = any($2)")
        {
            Parameters = { new() { Value = office }, new() { Value = ids.ToArray() } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var numbers = ImmutableDictionary.CreateBuilder<Guid, string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            numbers.Add(reader.GetGuid(0), reader.GetString(1));
        }

        return numbers.ToImmutable();
    }

    /// <summary>The cases a figure counts: of a closed year those it counted then.</summary>
    public Task<CasePage> ByFigureAsync(
        string office, YearFacts year, Func<RequestFact, bool> counts, int page, CancellationToken cancellationToken) =>
        PageAsync(CaseSelection.OfFigure(office, year, counts), page, cancellationToken);

    /// <summary>The ids of all cases with any of these facts, inside the caller's transaction.</summary>
    public static Task<ImmutableArray<Guid>> IdsAsync(
        NpgsqlConnection connection, string office, IReadOnlyCollection<RequestFact> facts, CancellationToken cancellationToken) =>
        IdsAsync(connection, CaseSelection.OfFacts(office, facts), cancellationToken);

    private static async Task<ImmutableArray<Guid>> IdsAsync(NpgsqlConnection connection, CaseSelection selection, CancellationToken cancellationToken)
    {
        await using var batch = selection.Batch(connection, $"select id from case_rows where {selection.Where} {selection.Order}");
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var ids = ImmutableArray.CreateBuilder<Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids.ToImmutable();
    }

    /// <summary>The numbers of all cases with any of these facts.</summary>
    public static Task<ImmutableArray<string>> NumbersAsync(
        NpgsqlConnection connection, string office, IReadOnlyCollection<RequestFact> facts, CancellationToken cancellationToken) =>
        NumbersAsync(connection, CaseSelection.OfFacts(office, facts), cancellationToken);

    /// <summary>
    /// The numbers of all cases that stand on one side only: among <paramref name="carriedIn"/> as counted now, or marked as carried
    /// forward when <paramref name="closedYear"/> was closed. They explain why an opening figure differs from the published one.
    /// </summary>
    public static Task<ImmutableArray<string>> CarryDifferencesAsync(
        NpgsqlConnection connection, string office, IReadOnlyCollection<RequestFact> carriedIn, int closedYear, CancellationToken cancellationToken) =>
        NumbersAsync(connection, CaseSelection.OfCarryDifferences(office, carriedIn, closedYear), cancellationToken);

    /// <summary>A page of what was selected without a search.</summary>
    public async Task<CasePage> PageAsync(CaseSelection selection, int page, CancellationToken cancellationToken)
    {
        page = Math.Max(1, page);
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = selection.Batch(
            connection,
            $"select count(*) from (select from case_rows where {selection.Where}{(selection.CountedUpTo is { } most ? $" limit {most + 1}" : "")}) counted",
            $"select {CaseRowColumns.Names} from case_rows where {selection.Where} {selection.Order} limit {PageSize + 1} offset {(long)(page - 1) * PageSize}");
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var total = reader.GetInt64(0);
        await reader.NextResultAsync(cancellationToken);
        var rows = ImmutableArray.CreateBuilder<CaseRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(CaseRowColumns.Read(reader));
        }

        var hasNext = rows.Count > PageSize;
        rows.Count = Math.Min(rows.Count, PageSize);
        return new(rows.ToImmutable(), total, page, hasNext, IsCounted: !(total > selection.CountedUpTo));
    }

    private static async Task<ImmutableArray<string>> NumbersAsync(
        NpgsqlConnection connection, CaseSelection selection, CancellationToken cancellationToken)
    {
        await using var batch = selection.Batch(connection, $"select number from case_rows where {selection.Where} {selection.Order}");
        return await StringsAsync(batch, cancellationToken);
    }

    /// <summary>What the batch's second statement answers.</summary>
    private static async Task<ImmutableArray<string>> StringsAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var strings = ImmutableArray.CreateBuilder<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            strings.Add(reader.GetString(0));
        }

        return strings.ToImmutable();
    }
}
