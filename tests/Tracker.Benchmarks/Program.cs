using Tracker.Benchmarks;

// dotnet run -c Release --project tests/Tracker.Benchmarks -- book [FILE]
if (args is not ["book", ..])
{
    Console.Error.WriteLine("usage: book [FILE]   measures the book against plain Npgsql; FILE receives the results as JSON lines");
    return 2;
}

await using var bench = await BookBench.OpenAsync();
var results = await bench.RunAsync();
Report.Print(results);
if (args is [_, var file])
{
    await File.WriteAllLinesAsync(file, results.Select(Report.JsonLine));
}

return 0;
