using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.ReadModels;

namespace Tracker.Benchmarks;

/// <summary>
/// Rebuilding all read models from a million events, against reading the same columns and throwing them away. First as imports left
/// the book, stream after stream; then as years of work would have left it, with the histories of forty thousand requests interleaved.
/// </summary>
internal static class RebuildBench
{
    private const int Requests = 200_000;
    private const int EventsEach = 5;
    private const int RequestsPerImport = 4000;
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(8));

    // The second event of a request comes forty thousand places after its first, give or take, and so on.
    private static readonly string[] Interleave =
    [
        """
        create temp table places as
          select seq_id, row_number() over (order by first + (version - 1) * 40000 + (hashtext(id::text) & 8191), seq_id) as place
          from (select seq_id, id, version, min(seq_id) over (partition by tenant_id, stream_id) as first from mt_events) as e
        """,
        """
        create temp table interleaved as
          select place, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name
          from mt_events join places using (seq_id)
        """,
        "truncate mt_events",
        """
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
                               correlation_id, causation_id, headers, user_name)
          select * from interleaved order by place
        """,
        "vacuum analyze mt_events",
    ];

    public static async Task<List<Result>> RunAsync()
    {
        await using var cluster = await BenchCluster.OpenAsync();
        await using var owner = await cluster.BookAsync("rebuild", BookRole.Owner);
        await using var worker = await cluster.BookAsync("rebuild", BookRole.Worker);
        await GenerateAsync(worker);
        await ExecuteAsync(owner, "vacuum analyze");
        var results = new List<Result> { await CompareAsync("rebuild all from 1,000,000 events, as imported", owner, worker) };
        await using (var connection = await owner.Database.OpenConnectionAsync())
        {
            foreach (var statement in Interleave)
            {
                await using var command = new Npgsql.NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
                await command.ExecuteNonQueryAsync();
            }
        }

        results.Add(await CompareAsync("rebuild all from 1,000,000 events, interleaved", owner, worker));
        return results;
    }

    private static Task<Result> CompareAsync(string name, Book owner, Book worker) => Comparison.RunAsync(
        name,
        Requests * EventsEach,
        async _ =>
        {
            if (await CaseRows.RebuildAsync(owner, default) != Requests)
            {
                throw new InvalidOperationException("A measured rebuild did not write every row.");
            }
        },
        async _ =>
        {
            if (await BulkFloor.ReadEventsAsync(worker.Database) != Requests * EventsEach)
            {
                throw new InvalidOperationException("The floor did not read every event.");
            }
        });

    private static async Task GenerateAsync(Book worker)
    {
        var random = new Random(1);
        for (var first = 0; first < Requests; first += RequestsPerImport)
        {
            var act = new Act($"office-{first / RequestsPerImport}", "system:bench", Guid.CreateVersion7(), Act.FromImport, Now);
            await using var import = await BulkRegistration.BeginAsync(worker, act, CaseRows.CopyAsync, default);
            await import.WriteAsync([.. Enumerable.Range(first, RequestsPerImport).Select(place => Request(place, random))], default);
            await import.CommitAsync(default);
        }
    }

    private static ImportedRequest Request(int place, Random random)
    {
        var filed = new DateOnly(2021, 1, 4).AddDays(random.Next(1700));
        return new(
            place,
            $"{place}",
            filed,
            [
                new RequestReceived(
                    $"{place}", NumberOrigin.Imported, (Channel)random.Next(6), new(filed, ConfirmedOn: filed.AddDays(1)), (ApplicantKind)random.Next(6),
                    Sealed.Text("样例甲"), Sealed.Text("000-0000-0001"), Sealed.Text("某街道二〇二五年统计数据")),
                new SupplementNoticeIssued(filed.AddDays(3), filed.AddDays(17), Sealed.Text("请写明年份")),
                new SupplementReceived(filed.AddDays(8), Sealed.Text("二〇二五年")),
                new AnswerTermExtended(filed.AddDays(15), 20, Reason: Sealed.Text("需要核实")),
                new RequestAnswered(Grounds.All[random.Next(20)], filed.AddDays(30), $"例公复〔2022〕{place}号", Sealed.Text("依据条例")),
            ]);
    }

    private static async Task ExecuteAsync(Book book, string statement)
    {
        await using var command = book.Database.CreateCommand(statement);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
