using System.Collections.Immutable;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;

namespace Tracker.Benchmarks;

/// <summary>The clock alone: one reading, in nanoseconds and bytes, and a list's worth of due dates.</summary>
public class ClockBench
{
    private const int OpenCases = 100_000;
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Embedded;
    private static readonly DateOnly AsOf = new(2025, 5, 20);

    private readonly ImmutableArray<ClockFact> plain = [new ReceiptFact(Channel.InPerson, new(new(2025, 3, 3)))];

    /// <summary>The receipt and nine facts more: a late restart, consultations that overlap, one of them open, an extension.</summary>
    private readonly ImmutableArray<ClockFact> ten =
    [
        new ReceiptFact(Channel.Online, new(new(2025, 3, 3), ConfirmedOn: new(2025, 3, 4))),
        new SupplementNoticeFact(new(2025, 3, 14), new(2025, 3, 28)),
        new SupplementFact(new(2025, 3, 20)),
        new ConsultationOpenedFact("1", ConsultationKind.ThirdParty, new(2025, 3, 24), new(2025, 3, 26)),
        new ConsultationOpenedFact("2", ConsultationKind.CoAuthor, new(2025, 3, 25)),
        new ConsultationClosedFact("1", new(2025, 4, 2)),
        new ConsultationOpenedFact("3", ConsultationKind.OtherAgency, new(2025, 4, 7)),
        new ConsultationClosedFact("3", new(2025, 4, 11)),
        new ExtensionFact(new(2025, 4, 21), 20, new(2025, 4, 22)),
        new ConsultationOpenedFact("4", ConsultationKind.ThirdParty, new(2025, 5, 12)),
    ];

    private ImmutableArray<ClockFact>[] cases = [];

    /// <summary>Received over eight months; one in ten has its ten facts, the others have what most have: nothing, or one extension.</summary>
    [GlobalSetup(Target = nameof(DueDatesOf100000OpenCases))]
    public void Open() => cases = [.. Enumerable.Range(0, OpenCases).Select(place => (place % 10, plain[0].On.AddDays(place % 240)) switch
    {
        (0, _) => ten,
        ( < 4, var on) => [new ReceiptFact(Channel.InPerson, new(on)), new ExtensionFact(on.AddDays(20), 20)],
        (_, var on) => [new ReceiptFact(Channel.InPerson, new(on))],
    })];

    [Benchmark]
    public DateOnly? ClockOfAPlainCase() => RequestClock.Read(plain, Calendar).DueOn;

    [Benchmark]
    public DateOnly? ClockOfTenFacts() => RequestClock.Read(ten, Calendar).DueOn;

    [Benchmark]
    public int AccountOfAPlainCase() => RequestClock.Read(plain, Calendar).Account(AsOf).Length;

    [Benchmark]
    public int AccountOfTenFacts() => RequestClock.Read(ten, Calendar).Account(AsOf).Length;

    [Benchmark]
    public int DueDatesOf100000OpenCases() => cases.Sum(facts => RequestClock.Read(facts, Calendar).DueOn?.Day ?? 0);

    /// <summary>Measures; a file receives the results as JSON lines.</summary>
    internal static int Run(string[] file)
    {
        var config = ManualConfig.CreateEmpty()
            // In this process, for a project made on the fly would not know our settings.
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(6).WithIterationCount(15))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default)
            .WithArtifactsPath(Directory.CreateTempSubdirectory("tracker-bench-").FullName);
        var summary = BenchmarkRunner.Run<ClockBench>(config);
        Directory.Delete(config.ArtifactsPath, recursive: true);
        if (file is [var path])
        {
            File.WriteAllLines(path, summary.Reports.Select(report => JsonSerializer.Serialize(new
            {
                name = report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
                nanoseconds = Math.Round(report.ResultStatistics!.Mean, 1),
                spread = Math.Round(report.ResultStatistics.StandardDeviation / report.ResultStatistics.Mean, 3),
                bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase),
                repetitions = report.ResultStatistics.N,
                commit = Report.Commit,
            })));
        }

        return summary.HasCriticalValidationErrors ? 1 : 0;
    }
}
