using Tracker.Benchmarks;

// dotnet run -c Release --project tests/Tracker.Benchmarks -- clock [FILE]
if (args is ["clock", .. var clock])
{
    return ClockBench.Run(clock);
}

// dotnet run -c Release --project tests/Tracker.Benchmarks -- reminders [CASES] [FILE]
if (args is ["reminders", .. var sweeping])
{
    var swept = await ReminderBench.RunAsync(sweeping is [var cases, ..] ? cases : null);
    Report.Print(swept);
    if (sweeping is [_, var lines])
    {
        await File.WriteAllLinesAsync(lines, swept.Select(Report.JsonLine));
    }

    return 0;
}

// dotnet run -c Release --project tests/Tracker.Benchmarks -- pages [FILE]
if (args is ["pages", .. var looking])
{
    var shown = await PagesBench.RunAsync();
    if (looking is [var lines])
    {
        await File.WriteAllLinesAsync(lines, shown.Select(PagesBench.JsonLine));
    }

    return 0;
}

// dotnet run -c Release --project tests/Tracker.Benchmarks -- book [FILE] [--only acts|rebuild|import|section-three]
var benches = new (string Name, Func<Task<List<Result>>> Run)[]
{
    ("acts", ActsAsync),
    ("rebuild", RebuildBench.RunAsync),
    ("import", ImportBench.RunAsync),
    ("section-three", SectionThreeBench.RunAsync),
};
var only = args is [.., "--only", var named] ? named : null;
var rest = only is null ? args : args[..^2];
if (rest is not ["book"] and not ["book", _] || (only is not null && !benches.Any(bench => bench.Name == only)))
{
    Console.Error.WriteLine(
        $"usage: book [FILE] [--only {string.Join('|', benches.Select(bench => bench.Name))}]   measures the book against plain Npgsql\n       clock [FILE]   measures the statutory clock\n       reminders [CASES] [FILE]   measures a sweep for reminders\n       pages [FILE]   measures the pages of a large office with wrk\nFILE receives the results as JSON lines");
    return 2;
}

var results = new List<Result>();
foreach (var (name, run) in benches.Where(bench => only is null || bench.Name == only))
{
    results.AddRange(await run());
}

Report.Print(results);
if (rest is [_, var file])
{
    await File.WriteAllLinesAsync(file, results.Select(Report.JsonLine));
}

return 0;

static async Task<List<Result>> ActsAsync()
{
    await using var bench = await BookBench.OpenAsync();
    return await bench.RunAsync();
}
