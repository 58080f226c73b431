using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.LegalTime;
using Tracker.EventStore;

namespace Tracker.ReadModels;

/// <summary>A page of the register.</summary>
public sealed record CasePage(ImmutableArray<CaseRow> Rows, long Total, int Page)
{
    public int Pages => (int)Math.Max(1, (Total + CaseList.PageSize - 1) / CaseList.PageSize);
}

/// <summary>台账: the cases of one office, newest first; by number, or exactly those that count in a cell.</summary>
public sealed class CaseList(Book book)
{
    public const int PageSize = 50;

    private const string Order = "order by received_on desc, number desc, id";

    private const string InFacts =
        """
        tenant_id = $1 and not voided and (applicant_kind, channel, received_year, coalesce(ground, ''), coalesce(result_year, 0)) in (
          select * from unnest($2::varchar[], $3::varchar[], $4::smallint[], $5::varchar[], $6::smallint[]))
        """;

    /// <summary>Cases of one urgency on a day, the earliest due date first.</summary>
    public Task<CasePage> ByUrgencyAsync(
        string office, Urgency urgency, WorkingCalendar calendar, DateOnly today, int page, CancellationToken cancellationToken) =>
        ReadAsync(
            office,
            $"tenant_id = $1 and {Urgencies.Sql(urgency)} and ($2::date, $3::date) is not null",
            [Text(office), Day(today), Day(Urgencies.SoonUntil(calendar, today))],
            page,
            cancellationToken,
            urgency == Urgency.Closed ? Order : "order by due_on, received_on, number, id");

    /// <summary>Cases whose number contains <paramref name="number"/>; all when it is empty.</summary>
    public Task<CasePage> ByNumberAsync(string office, string? number, int page, CancellationToken cancellationToken)
    {
        var pattern = "%" + (number ?? "").Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_") + "%";
        return ReadAsync(
            office, "tenant_id = $1 and number like $2", [Text(office), Text(pattern)], page, cancellationToken);
    }

    /// <summary>The cases of exactly this number; imported numbers may be given twice, in different years.</summary>
    public async Task<ImmutableArray<Guid>> IdsByNumberAsync(string office, string number, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        return await IdsAsync(connection, office, "tenant_id = $1 and number = $2", [Text(office), Text(number)], cancellationToken);
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
        string office, string where, NpgsqlParameter[] parameters, int page, CancellationToken cancellationToken, string order = Order)
    {
        page = Math.Max(1, page);
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForOffice(office));
        batch.BatchCommands.Add(Command($"select count(*) from case_rows where {where}", parameters));
        batch.BatchCommands.Add(Command(
            $"select {CaseRowColumns.Names} from case_rows where {where} {order} limit {PageSize} offset {(long)(page - 1) * PageSize}",
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

        return new(rows.ToImmutable(), total, page);
    }

    private static async Task<ImmutableArray<string>> NumbersAsync(
        NpgsqlConnection connection, string office, string where, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForOffice(office));
        batch.BatchCommands.Add(Command($"select number from case_rows where {where} {Order}", parameters));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var numbers = ImmutableArray.CreateBuilder<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            numbers.Add(reader.GetString(0));
        }

        return numbers.ToImmutable();
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

    private static NpgsqlParameter Day(DateOnly value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Date };

    private static NpgsqlParameter Array<T>(IEnumerable<T> values, NpgsqlDbType type) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}
