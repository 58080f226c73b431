using System.Collections.Immutable;

namespace Tracker.Domain.Requests;

/// <summary>救济途径: what may be done, against which parts of an answer.</summary>
/// <param name="Remedy">Which way.</param>
/// <param name="Parts">The numbers of the withheld parts it is for; none: the answer as a whole.</param>
public sealed record RemedyNotice(Remedy Remedy, ImmutableArray<int> Parts);

/// <summary>
/// Which remedy a letter names. Refusals under articles 14 to 16 go to reconsideration first (行政复议法 23(1)(4)); all else is the
/// applicant's choice. Of an answer in part each withheld part has its own; what was given has none.
/// </summary>
public static class Remedies
{
    /// <summary>行政复议: within 60 days, calendar days (行政复议法 20).</summary>
    public const int ReconsiderationDays = 60;

    /// <summary>行政诉讼: within 6 months (行政诉讼法 46).</summary>
    public const int LitigationMonths = 6;

    public static ImmutableArray<RemedyNotice> Of(Ground ground, ImmutableArray<WithheldPart> withheld)
    {
        var ways = ground == Grounds.Partial ? withheld.GroupBy(part => part.Ground.Remedy).OrderBy(way => way.Key).ToList() : [];
        return ways.Count switch
        {
            0 => [new(ground.Remedy, [])],
            _ => [.. ways.Select(way => new RemedyNotice(way.Key, [.. way.Select(part => part.Number)]))],
        };
    }
}
