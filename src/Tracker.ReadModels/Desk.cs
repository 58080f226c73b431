using System.Collections.Immutable;
using Npgsql;
using Tracker.Domain.LegalTime;
using Tracker.EventStore;

namespace Tracker.ReadModels;

/// <summary>A part of 今日待办.</summary>
public enum DeskPart
{
    /// <summary>已逾期</summary>
    Late,

    /// <summary>今天到期</summary>
    Today,

    /// <summary>临近期限: the same rule as the register's, <see cref="Urgency.Soon"/>.</summary>
    Soon,

    /// <summary>待我办理: what waits for the roles of whoever looks.</summary>
    Mine,

    /// <summary>期限停止计算: what waits for the applicant or others.</summary>
    Stopped,

    /// <summary>久未办理</summary>
    Idle,
}

/// <summary>What lies on the desk on a day. A case may lie in several parts.</summary>
/// <param name="Counts">How many cases each part has.</param>
/// <param name="Rows">The first of each part, the earliest due date first.</param>
/// <param name="Waiting">How many cases wait for each.</param>
/// <param name="Idle">How many cases are idle in each way.</param>
public sealed record DeskReading(
    ImmutableDictionary<DeskPart, long> Counts,
    ImmutableDictionary<DeskPart, ImmutableArray<CaseRow>> Rows,
    ImmutableDictionary<Awaited, long> Waiting,
    ImmutableDictionary<Idle, long> Idle);

/// <summary>今日待办: the open cases of one office that want something today.</summary>
public sealed class Desk(Book book)
{
    /// <summary>So many cases are shown of a part.</summary>
    public const int Shown = 20;

    /// <summary>So many desks are kept: of each office, one for each set of roles.</summary>
    private const int Kept = 64;

    private const string InHand = "in_hand";

    // Few wait, and an index holds no others: the rest is not looked at for what it waits for.
    internal const string Waiting = "in_hand and waits <> '{}'";

    private static readonly ImmutableArray<DeskPart> Parts = [.. Enum.GetValues<DeskPart>()];
    private static readonly ImmutableArray<DeskPart> ByWait = [.. Parts.Where(part => Among(part) == Waiting)];
    private static readonly ImmutableArray<DeskPart> ByDay = [.. Parts.Except(ByWait)];
    private static readonly ImmutableArray<Awaited> AllAwaited = [.. Enum.GetValues<Awaited>()];
    private static readonly ImmutableArray<Idle> AllIdle = [.. Enum.GetValues<Idle>()];

    private readonly UntilWritten<DeskReading> before = new(Kept);

    /// <param name="office">The office's code.</param>
    /// <param name="mine">What whoever looks may do something about.</param>
    /// <param name="calendar">The office's working days.</param>
    /// <param name="today">The day on which it is asked.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<DeskReading> ReadAsync(
        string office, ImmutableArray<Awaited> mine, WorkingCalendar calendar, DateOnly today, CancellationToken cancellationToken)
    {
        Statement[] asked =
        [
            Counting(
                office,
                InHand,
                given => [.. ByDay.Select(part => Sql(part, mine, given, calendar, today)), .. AllIdle.Select(idle => Sql(idle, given, calendar, today))]),
            Counting(
                office,
                Waiting,
                given =>
                [
                    .. ByWait.Select(part => Sql(part, mine, given, calendar, today)),
                    .. AllAwaited.Select(awaited => $"{given.Text(awaited.ToString())} = any(waits)"),
                ]),
            .. Parts.Select(part => Statement.Of(office, given =>
                $"""
                select {CaseRowColumns.Names} from case_rows
                where tenant_id = {given.Office} and {Among(part)} and {Sql(part, mine, given, calendar, today)} {CaseOrder.Urgent.Sql} limit {Shown}
                """)),
        ];
        return await before.ReadAsync(
            book.Database, string.Join('\n', asked.Select(each => each.Spelled)), () => ReadAsync(office, asked, cancellationToken), cancellationToken);
    }

    private async Task<DeskReading> ReadAsync(string office, Statement[] asked, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Book.ForOffice(office) } };
        foreach (var statement in asked)
        {
            batch.BatchCommands.Add(statement.Command);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var byDay = await CountsAsync(reader, cancellationToken);
        var byWait = await CountsAsync(reader, cancellationToken);
        var rows = ImmutableDictionary.CreateBuilder<DeskPart, ImmutableArray<CaseRow>>();
        foreach (var part in Parts)
        {
            await reader.NextResultAsync(cancellationToken);
            var read = ImmutableArray.CreateBuilder<CaseRow>();
            while (await reader.ReadAsync(cancellationToken))
            {
                read.Add(CaseRowColumns.Read(reader));
            }

            rows.Add(part, read.ToImmutable());
        }

        return new(
            ByDay.Zip(byDay).Concat(ByWait.Zip(byWait)).ToImmutableDictionary(counted => counted.First, counted => counted.Second),
            rows.ToImmutable(),
            AllAwaited.Zip(byWait.Skip(ByWait.Length)).ToImmutableDictionary(counted => counted.First, counted => counted.Second),
            AllIdle.Zip(byDay.Skip(ByDay.Length)).ToImmutableDictionary(counted => counted.First, counted => counted.Second));
    }

    private static async Task<long[]> CountsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetInt64)];
    }

    private static Statement Counting(string office, string among, Func<CaseParameters, IEnumerable<string>> conditions) => Statement.Of(office, given =>
    {
        var counts = string.Join(", ", conditions(given).Select(condition => $"count(*) filter (where {condition})"));
        return $"select {counts} from case_rows where tenant_id = {given.Office} and {among}";
    });

    /// <summary>Among which cases those of a part are.</summary>
    private static string Among(DeskPart part) => part switch
    {
        DeskPart.Mine or DeskPart.Stopped => Waiting,
        DeskPart.Late or DeskPart.Today or DeskPart.Soon or DeskPart.Idle => InHand,
    };

    private static string Sql(DeskPart part, ImmutableArray<Awaited> mine, CaseParameters given, WorkingCalendar calendar, DateOnly today) => part switch
    {
        DeskPart.Late => Sql(Urgency.Late, given, calendar, today),
        DeskPart.Today => Sql(Urgency.Today, given, calendar, today),
        DeskPart.Soon => Sql(Urgency.Soon, given, calendar, today),
        DeskPart.Mine => $"waits && {given.Texts(mine.Select(awaited => awaited.ToString()))}",
        DeskPart.Stopped => $"waits && {given.Texts(Waits.OnOthers.Select(awaited => awaited.ToString()))}",
        DeskPart.Idle => $"({string.Join(" or ", AllIdle.Select(idle => Sql(idle, given, calendar, today)))})",
    };

    private static string Sql(Urgency urgency, CaseParameters given, WorkingCalendar calendar, DateOnly today) =>
        Urgencies.Sql(urgency, given.Day(today), given.Day(Urgencies.SoonUntil(calendar, today)));

    private static string Sql(Idle idle, CaseParameters given, WorkingCalendar calendar, DateOnly today) =>
        Idling.Sql(idle, given.Day(Idling.LatestSince(idle, calendar, today)));

    /// <summary>What is asked of the rows, with its values.</summary>
    private sealed record Statement(string Sql, CaseParameters Given)
    {
        public string Spelled => $"{Sql}\n{Given.Spelled}";

        public NpgsqlBatchCommand Command
        {
            get
            {
                var command = new NpgsqlBatchCommand(Sql);
                command.Parameters.AddRange(Given.All);
                return command;
            }
        }

        public static Statement Of(string office, Func<CaseParameters, string> sql)
        {
            var given = new CaseParameters(office);
            return new(sql(given), given);
        }
    }
}
