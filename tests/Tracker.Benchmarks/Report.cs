using System.Diagnostics;
using System.Text.Json;

namespace Tracker.Benchmarks;

/// <summary>One measure: ours beside its floor, in operations per second, medians of the repetitions of one run.</summary>
/// <param name="Spread">(largest - smallest) / median of our repetitions.</param>
internal sealed record Result(string Name, int Writers, double Ours, double Floor, double Ratio, double Spread, int Repetitions);

internal static class Report
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    internal static readonly string Commit = Git("rev-parse", "--short", "HEAD");

    public static Result Of(string name, int writers, IReadOnlyCollection<double> ours, IReadOnlyCollection<double> floor)
    {
        var (our, their) = (Median(ours), Median(floor));
        return new(name, writers, Math.Round(our, 1), Math.Round(their, 1), Math.Round(our / their, 3), Math.Round((ours.Max() - ours.Min()) / our, 3), ours.Count);
    }

    public static void Print(IEnumerable<Result> results)
    {
        Console.WriteLine($"{"measure",-44} {"writers",7} {"ours/s",10} {"floor/s",10} {"ratio",6} {"spread",6}");
        foreach (var result in results)
        {
            Console.WriteLine($"{result.Name,-44} {result.Writers,7} {result.Ours,10:F1} {result.Floor,10:F1} {result.Ratio,6:F2} {result.Spread,6:F2}");
        }
    }

    public static string JsonLine(Result result) => JsonSerializer.Serialize(
        new { result.Name, result.Writers, result.Ours, result.Floor, result.Ratio, result.Spread, result.Repetitions, Commit }, Options);

    private static double Median(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        return git.StandardOutput.ReadToEnd().Trim();
    }
}
