using System.Diagnostics;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.EventStore.Sealing;
using Tracker.LocalPostgres;
using Tracker.ReadModels;

namespace Tracker.Benchmarks;

/// <summary>The book against plain Npgsql, in one run on one private cluster with fsync on; ours works as the pages do, row-level security on.</summary>
internal sealed class BookBench : IAsyncDisposable
{
    private const int Repetitions = 5;
    private const int WarmUps = 2; // the compiler takes its second look at a method some seconds after its first run
    private const int ActsPerRepetition = 1600;
    private static readonly int[] WriterCounts = [1, 8, 32];
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly string folder;
    private readonly PrivateCluster cluster;
    private readonly Book pages;
    private readonly Book worker;
    private readonly RequestStore requests;
    private readonly Floor floor;

    private BookBench(string folder, PrivateCluster cluster, Book pages, Book worker)
    {
        (this.folder, this.cluster, this.pages, this.worker) = (folder, cluster, pages, worker);
        requests = new RequestStore(pages, CaseRows.Write);
        floor = new Floor(worker.Database, Office(0));
    }

    public static async Task<BookBench> OpenAsync()
    {
        var made = Directory.CreateTempSubdirectory("tracker-bench-").FullName;
        File.SetUnixFileMode(made, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        var own = await PrivateCluster.OpenAsync(Path.Combine(made, "data"));
        await own.CreateDatabaseIfMissingAsync("bench");
        var key = new MasterKeySource(Variable: null, Path.Combine(made, "master.key"));
        return new(
            made,
            own,
            await Book.OpenAsync(own.ConnectionString("bench"), key, BookRole.Web, default),
            await Book.OpenAsync(own.ConnectionString("bench"), key, BookRole.Worker, default));
    }

    public async Task<List<Result>> RunAsync()
    {
        var results = new List<Result>();
        await PrepareAsync(count: 64); // warm-up
        foreach (var writers in WriterCounts)
        {
            results.Add(await CompareAsync("a whole act", writers, ActAsync, "supplement_received"));
            results.Add(await CompareAsync("start a request, each writer its own office", writers, StartAsync(ownOffice: true), "request_received"));
            results.Add(await CompareAsync("start a request, all in one office", writers, StartAsync(ownOffice: false), "request_received"));
        }

        results.Add(await LoadAsync());
        return results;
    }

    public async ValueTask DisposeAsync()
    {
        await pages.DisposeAsync();
        await worker.DisposeAsync();
        await cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static string Office(int place) => $"office-{place}";

    private static Act Act(string office) => new(office, "user:00000000-0000-0000-0000-000000000000", Guid.CreateVersion7(), EventStore.Act.FromPage, Now);

    private async Task<Result> CompareAsync(string name, int writers, Func<int, int, Task<Func<Task>[]>> ours, string payload)
    {
        var (our, their) = (new List<double>(), new List<double>());
        await floor.TakePayloadAsync(payload);
        for (var repetition = -WarmUps; repetition < Repetitions; repetition++)
        {
            var perWriter = ActsPerRepetition / writers;
            var ourRate = await RateAsync(await ours(writers, perWriter), perWriter * writers);
            var streams = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => floor.StreamAsync()));
            var floorRate = await RateAsync([.. streams.Select(stream => (Func<Task>)(() => floor.InsertAsync(stream, perWriter)))], perWriter * writers);
            if (repetition >= 0)
            {
                our.Add(ourRate);
                their.Add(floorRate);
            }
        }

        return Report.Of(name, writers, our, their);
    }

    /// <summary>Load 5 events, decide, append 1, change the case row, commit; each act on a request of its own.</summary>
    private async Task<Func<Task>[]> ActAsync(int writers, int perWriter)
    {
        var prepared = await PrepareAsync(writers * perWriter);
        return
        [
            .. prepared.Chunk(perWriter).Select(mine => (Func<Task>)(async () =>
            {
                foreach (var id in mine)
                {
                    Expect(await requests.ChangeAsync(
                        id, 5, Act(Office(0)), state => ReceiveSupplement.Decide(state, new(Today, Sealed.Text("补充说明")), Today), default));
                }
            })),
        ];
    }

    /// <summary>Number, key, stream, event and case row in one commit.</summary>
    private Func<int, int, Task<Func<Task>[]>> StartAsync(bool ownOffice) => (writers, perWriter) => Task.FromResult<Func<Task>[]>(
    [
        .. Enumerable.Range(0, writers).Select(writer => (Func<Task>)(async () =>
        {
            for (var place = 0; place < perWriter; place++)
            {
                Expect(await requests.StartAsync(
                    Guid.CreateVersion7(), Act(Office(ownOffice ? writer : 0)), number => ReceiveRequest.Decide(RequestState.None, Request(number), WorkingCalendar.Embedded, Today), default));
            }
        })),
    ]);

    private async Task<Result> LoadAsync()
    {
        const int Reads = 3000;
        var id = (await PrepareAsync(count: 1))[0];
        Expect(await requests.ChangeAsync(id, 5, Act(Office(0)), state => ReceiveSupplement.Decide(state, new(Today, null), Today), default));
        var key = new StreamKey(Office(0), id);
        var plain = new Floor(pages.Database, Office(0));
        var (our, their) = (new List<double>(), new List<double>());
        for (var repetition = -WarmUps; repetition < Repetitions; repetition++)
        {
            var ours = await RateAsync([Ours], Reads);
            var floors = await RateAsync([() => plain.ReadAsync(id, Reads)], Reads);
            if (repetition >= 0)
            {
                our.Add(ours);
                their.Add(floors);
            }
        }

        return Report.Of("load and fold one case of 6 events", 1, our, their);

        async Task Ours()
        {
            for (var place = 0; place < Reads; place++)
            {
                _ = await requests.LoadAsync(key, default);
            }
        }
    }

    /// <summary>Requests with five events: received, notice, supplement, extension, second notice.</summary>
    private async Task<List<Guid>> PrepareAsync(int count)
    {
        var act = Act(Office(0)) with { Source = EventStore.Act.FromImport };
        await using var import = await BulkRegistration.BeginAsync(worker, act, CaseRows.CopyAsync, default);
        var fresh = Enumerable.Range(0, count).Select(_ =>
        {
            var number = new RequestNumber($"{Guid.NewGuid():N}", NumberOrigin.Imported);
            RequestEvent received = ((Accepted<RequestEvent>)ReceiveRequest.Decide(RequestState.None, Request(number), WorkingCalendar.Embedded, Today)).Events[0];
            return new ImportedRequest(
                1,
                number.Text,
                new(2026, 1, 5),
                [
                    received,
                    new SupplementNoticeIssued(new(2026, 1, 7), new(2026, 1, 21), Sealed.Text("请写明年份")),
                    new SupplementReceived(new(2026, 1, 12), Sealed.Text("二〇二五年")),
                    new AnswerTermExtended(new(2026, 1, 20), 20, Reason: Sealed.Text("需要核实")),
                    new SupplementNoticeIssued(new(2026, 1, 21), new(2026, 2, 4), Sealed.Text("请写明范围")),
                ]);
        }).ToList();
        await import.WriteAsync(fresh, default);
        await import.CommitAsync(default);
        return [.. fresh.Select(request => StreamIds.RegisterRow(Office(0), request.Number, request.FiledOn))];
    }

    private static ReceiveRequest Request(RequestNumber number) => new(
        number, Channel.InPerson, new(new(2026, 1, 5)), ApplicantKind.NaturalPerson, Sealed.Text("样例甲"), Sealed.Text("000-0000-0001"), Sealed.Text("某街道二〇二五年统计数据"));

    private static void Expect(ChangeResult<RequestState, RequestEvent> result)
    {
        if (result is not Changed<RequestState, RequestEvent> { Repeated: false })
        {
            throw new InvalidOperationException("A measured act did not happen.");
        }
    }

    private static async Task<double> RateAsync(Func<Task>[] writers, int operations)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(writers.Select(writer => Task.Run(writer)));
        return operations / watch.Elapsed.TotalSeconds;
    }
}
