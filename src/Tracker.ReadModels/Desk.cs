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

    private static readonly ImmutableArray<DeskPart> Parts = [.. Enum.GetValues<DeskPart>()];
    private static readonly ImmutableArray<Awaited> AllAwaited = [.. Enum.GetValues<Awaited>()];
    private static readonly ImmutableArray<Idle> AllIdle = [.. Enum.GetValues<Idle>()];

    /// <param name="office">The office's code.</param>
    /// <param name="mine">What whoever looks may do something about.</param>
    /// <param name="calendar">The office's working days.</param>
    /// <param name="today">The day on which it is asked.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<DeskReading> ReadAsync(
        string office, ImmutableArray<Awaited> mine, WorkingCalendar calendar, DateOnly today, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForOffice(office));
        batch.BatchCommands.Add(Command(office, given =>
        {
            IEnumerable<string> counted =
            [
                .. Parts.Select(part => Sql(part, mine, given, calendar, today)),
                .. AllAwaited.Select(awaited => $"{given.Text(awaited.ToString())} = any(waits)"),
                .. AllIdle.Select(idle => Idling.Sql(idle, given.Day(Idling.LatestSince(idle, calendar, today)))),
            ];
            var counts = string.Join(", ", counted.Select(condition => $"count(*) filter (where {condition})"));
            return $"select {counts} from case_rows where tenant_id = {given.Office} and in_hand";
        }));
        foreach (var part in Parts)
        {
            batch.BatchCommands.Add(Command(office, given =>
                $"""
                select {CaseRowColumns.Names} from case_rows
                where tenant_id = {given.Office} and in_hand and {Sql(part, mine, given, calendar, today)} {CaseOrder.Urgent.Sql} limit {Shown}
                """));
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var column = 0;
        var counts = Parts.ToImmutableDictionary(part => part, _ => reader.GetInt64(column++));
        var waiting = AllAwaited.ToImmutableDictionary(awaited => awaited, _ => reader.GetInt64(column++));
        var idle = AllIdle.ToImmutableDictionary(idle => idle, _ => reader.GetInt64(column++));
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

        return new(counts, rows.ToImmutable(), waiting, idle);
    }

    private static NpgsqlBatchCommand Command(string office, Func<CaseParameters, string> sql)
    {
        var given = new CaseParameters(office);
        var command = new NpgsqlBatchCommand(sql(given));
        command.Parameters.AddRange(given.All);
        return command;
    }

    private static string Sql(DeskPart part, ImmutableArray<Awaited> mine, CaseParameters given, WorkingCalendar calendar, DateOnly today) => part switch
    {
        DeskPart.Late => new CaseFilter { Due = Urgency.Late }.Sql(given, calendar, today),
        DeskPart.Today => new CaseFilter { Due = Urgency.Today }.Sql(given, calendar, today),
        DeskPart.Soon => new CaseFilter { Due = Urgency.Soon }.Sql(given, calendar, today),
        DeskPart.Mine => $"waits && {given.Texts(mine.Select(awaited => awaited.ToString()))}",
        DeskPart.Stopped => $"waits && {given.Texts(Waits.OnOthers.Select(awaited => awaited.ToString()))}",
        DeskPart.Idle =>
            $"({string.Join(" or ", AllIdle.Select(idle => Idling.Sql(idle, given.Day(Idling.LatestSince(idle, calendar, today)))))})",
    };
}
