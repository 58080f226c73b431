using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Tracker.Benchmarks;

/// <summary>How long one page took to answer, in milliseconds.</summary>
internal sealed record Latency(double Median, double P99);

/// <summary>wrk, which asks for one page as often as it is answered.</summary>
internal static partial class Wrk
{
    /// <param name="address">The page.</param>
    /// <param name="cookie">Of whoever is signed in.</param>
    /// <param name="connections">At once.</param>
    /// <param name="seconds">For so long.</param>
    /// <exception cref="InvalidOperationException">wrk is missing, or not every answer was a page.</exception>
    public static async Task<Latency> AskAsync(string address, string cookie, int connections, int seconds)
    {
        using var wrk = Process.Start(new ProcessStartInfo(
            "wrk", ["-t1", $"-c{connections}", $"-d{seconds}s", "--latency", "-H", $"Cookie: {cookie}", address])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return wrk.ExitCode == 0 && !said.Contains("Non-2xx", StringComparison.Ordinal) && !said.Contains("Socket errors", StringComparison.Ordinal)
            ? new(Of(said, "50%"), Of(said, "99%"))
            : throw new InvalidOperationException($"{address}\n{said}");
    }

    private static double Of(string said, string share)
    {
        var found = Share().Matches(said).Single(match => match.Groups["share"].Value == share);
        return double.Parse(found.Groups["time"].Value, CultureInfo.InvariantCulture)
            * found.Groups["unit"].Value switch { "us" => 0.001, "ms" => 1, _ => 1000 };
    }

    [GeneratedRegex(@"(?<share>50%|99%)\s+(?<time>[0-9.]+)(?<unit>us|ms|s)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Share();
}
