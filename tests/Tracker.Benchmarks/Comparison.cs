using System.Diagnostics;

namespace Tracker.Benchmarks;

/// <summary>Ours and its floor in turn, so that a busy moment of the machine meets both.</summary>
internal static class Comparison
{
    private const int Repetitions = 5;

    /// <summary>The first round is warm-up. <paramref name="operations"/> is what one call of either does.</summary>
    public static async Task<Result> RunAsync(string name, long operations, Func<int, Task> ours, Func<int, Task> floor)
    {
        var (our, their) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Repetitions; round++)
        {
            var (mine, other) = (await RateAsync(ours, round, operations), await RateAsync(floor, round, operations));
            if (round > 0)
            {
                our.Add(mine);
                their.Add(other);
            }
        }

        return Report.Of(name, 1, our, their);
    }

    private static async Task<double> RateAsync(Func<int, Task> work, int round, long operations)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        await work(round);
        return operations / watch.Elapsed.TotalSeconds;
    }
}
