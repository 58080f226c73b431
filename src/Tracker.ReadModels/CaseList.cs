using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
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

    private static readonly string Order = CaseOrder.Newest.Sql;

    private const string Units =
        """
        with recursive units (unit) as (
          select min(unit) from case_rows where tenant_id = $1 and unit is not null
          union all
          select (select min(c.unit) from case_rows c where c.tenant_id = $1 and c.unit > u.unit) from units u where u.unit is not null)
        select unit from units where unit is not null
        """;

    private const string InFacts =
        """
        tenant_id = $1 and not voided and (applicant_kind, channel, received_year, coalesce(ground, ''), coalesce(result_year, 0)) in (
          select * from unnest($2::varchar[], $3::varchar[], $4::smallint[], $5::varchar[], $6::smallint[]))
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
        string office, CaseFilter filter, CaseOrder? order, WorkingCalendar calendar, DateOnly today, int page, CancellationToken cancellationToken)
    {
        var given = new CaseParameters(office);
        var where = filter.Sql(given, calendar, today);
        return ReadAsync(office, where, given.All, page, (order ?? filter.Order).Sql, CountedUpTo, cancellationToken);
    }

    /// <summary>承办单位 that hold, or held at its end, any case. The index is read from one unit to the next.</summary>
    public async Task<ImmutableArray<string>> UnitsAsync(string office, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForOffice(office));
        batch.BatchCommands.Add(Command(Units, [Text(office)]));
        return await StringsAsync(batch, cancellationToken);
    }

    /// <summary>The cases of exactly this number; imported numbers may be given twice, in different years.</summary>
    public async Task<ImmutableArray<Guid>> IdsByNumberAsync(string office, string number, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        return await IdsAsync(connection, office, "tenant_id = $1 and number collate \"C\" = $2", [Text(office), Text(number)], cancellationToken);
    }

    /// <summary>登记编号 of these cases, as far as they are the office's.</summary>
    public async Task<ImmutableDictionary<Guid, string>> NumbersOfAsync(string office, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForOffice(office));
        batch.BatchCommands.Add(Command("select id, number from case_rows where tenant_id = $1 and id = any($2)", [Text(office), Array(ids, NpgsqlDbType.Uuid)]));
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
        ReadAsync(
            office,
            $"tenant_id = $1 and ((({InFacts}) and id <> all($7)) or id = any($8))",
            [
                .. InFactsParameters(office, [.. year.Now.Select(group => group.Fact).Where(counts)]),
                Array(year.Entered(counts).Select(moved => moved.Id), NpgsqlDbType.Uuid),
                Array(year.Left(counts).Select(moved => moved.Id), NpgsqlDbType.Uuid),
            ],
            page,
            Order,
            countedUpTo: null,
            cancellationToken);

    /// <summary>The ids of all cases with any of these facts, inside the caller's transaction.</summary>
    public static Task<ImmutableArray<Guid>> IdsAsync(
        NpgsqlConnection connection, string office, IReadOnlyCollection<RequestFact> facts, CancellationToken cancellationToken) =>
        IdsAsync(connection, office, InFacts, InFactsParameters(office, facts), cancellationToken);

    private static async Task<ImmutableArray<Guid>> IdsAsync(
        NpgsqlConnection connection, string office, string where, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForOffice(office));
        batch.BatchCommands.Add(Command($"select id from case_rows where {where} {Order}", parameters));
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
        NumbersAsync(connection, office, InFacts, InFactsParameters(office, facts), cancellationToken);

    /// <summary>
    /// The numbers of all cases that stand on one side only: among <paramref name="carriedIn"/> as counted now, or marked as carried
    /// forward when <paramref name="closedYear"/> was closed. They explain why an opening figure differs from the published one.
    /// </summary>
    public static Task<ImmutableArray<string>> CarryDifferencesAsync(
        NpgsqlConnection connection, string office, IReadOnlyCollection<RequestFact> carriedIn, int closedYear, CancellationToken cancellationToken) =>
        NumbersAsync(
            connection,
            office,
            $"tenant_id = $1 and ({InFacts}) <> ($7 = any(carried_forward))",
            [.. InFactsParameters(office, carriedIn), new() { Value = (short)closedYear }],
            cancellationToken);

    private async Task<CasePage> ReadAsync(
        string office, string where, NpgsqlParameter[] parameters, int page, string order, int? countedUpTo, CancellationToken cancellationToken)
    {
        page = Math.Max(1, page);
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForOffice(office));
        batch.BatchCommands.Add(Command(
            $"select count(*) from (select from case_rows where {where}{(countedUpTo is { } most ? $" limit {most + 1}" : "")}) counted", parameters));
        batch.BatchCommands.Add(Command(
            $"select {CaseRowColumns.Names} from case_rows where {where} {order} limit {PageSize + 1} offset {(long)(page - 1) * PageSize}",
            parameters));
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
        return new(rows.ToImmutable(), total, page, hasNext, IsCounted: countedUpTo is null || total <= countedUpTo);
    }

    private static async Task<ImmutableArray<string>> NumbersAsync(
        NpgsqlConnection connection, string office, string where, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForOffice(office));
        batch.BatchCommands.Add(Command($"select number from case_rows where {where} {Order}", parameters));
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

    private static NpgsqlBatchCommand Command(string sql, NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(parameters.Select(parameter => parameter.Clone()).ToArray());
        return command;
    }

    private static NpgsqlParameter[] InFactsParameters(string office, IReadOnlyCollection<RequestFact> facts) =>
    [
        Text(office),
        Array(facts.Select(fact => fact.ApplicantKind.ToString()), NpgsqlDbType.Varchar),
        Array(facts.Select(fact => fact.Channel.ToString()), NpgsqlDbType.Varchar),
        Array(facts.Select(fact => (short)fact.ReceivedYear), NpgsqlDbType.Smallint),
        Array(facts.Select(fact => fact.Ground?.Key ?? ""), NpgsqlDbType.Varchar),
        Array(facts.Select(fact => (short)(fact.ResultYear ?? 0)), NpgsqlDbType.Smallint),
    ];

    private static NpgsqlParameter Text(string value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Varchar };

    private static NpgsqlParameter Array<T>(IEnumerable<T> values, NpgsqlDbType type) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}
