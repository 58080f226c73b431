namespace Tracker.Endurance;

/// <summary>How a round ended something.</summary>
public enum Blow
{
    /// <summary>PostgreSQL stopped immediately, as by a power cut.</summary>
    DatabaseStopped,

    /// <summary>kill -9 of PostgreSQL's postmaster.</summary>
    DatabaseKilled,

    /// <summary>kill -9 of serve, whose PostgreSQL stays behind without it.</summary>
    ServeKilled,

    /// <summary>kill -9 of both.</summary>
    BothKilled,
}

/// <summary>One round.</summary>
/// <param name="Away">From the blow until a page was shown again.</param>
/// <param name="Acknowledged">Acts acknowledged from the end of the blow before this one until this one: one at least.</param>
public sealed record Round(Blow Blow, TimeSpan Away, long Acknowledged);

/// <summary>What an endurance run saw.</summary>
/// <param name="Seed">Of its random moments.</param>
/// <param name="Told">What the writers have to tell.</param>
/// <param name="Faults">What must not be: empty if all is well.</param>
public sealed record EnduranceReport(
    int Seed, IReadOnlyList<Round> Rounds, long Acknowledged, long Events, string Told, TimeSpan Took, IReadOnlyList<string> Faults)
{
    public override string ToString() => string.Join(
        Environment.NewLine,
        [
            $"seed {Seed}, {Took.TotalSeconds:F0} s",
            .. Rounds.GroupBy(round => round.Blow).OrderBy(same => same.Key).Select(same =>
                $"{same.Key}: {same.Count()} rounds, away {Seconds(same, 0.5)} s (median), {Seconds(same, 1)} s (longest)"),
            Told,
            $"{Acknowledged} acts acknowledged, {Events} events, {Rounds.Count} rounds with progress in each",
            .. Faults,
            Faults.Count == 0 ? "nothing lost, nothing doubled, no number missing, verified" : $"{Faults.Count} faults",
        ]);

    private static string Seconds(IEnumerable<Round> rounds, double share)
    {
        var sorted = rounds.Select(round => round.Away.TotalSeconds).Order().ToList();
        return $"{sorted[(int)(share * (sorted.Count - 1))]:F1}";
    }
}
