using System.Collections.Immutable;
using Tracker.Domain.AnnualReports;
using Tracker.EventStore;

namespace Tracker.Web.Pages;

/// <summary>What an act does to one year's table.</summary>
/// <param name="Year">The year.</param>
/// <param name="IsClosed">已封账: its published figures do not move; the difference is shown beside them.</param>
/// <param name="Moves">The cells.</param>
public sealed record YearEffect(int Year, bool IsClosed, ImmutableArray<TableMove> Moves);

/// <summary>What an act does to the tables, year by year.</summary>
public static class YearEffects
{
    /// <param name="years">Knows which are closed.</param>
    /// <param name="office">Whose tables.</param>
    /// <param name="before">What the tables know of the request before the act; none if there is none, or it is void.</param>
    /// <param name="after">The same after it.</param>
    /// <param name="lastYear">The last year that is looked at, itself included.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<ImmutableArray<YearEffect>> OfAsync(
        ReportingYearStore years, string office, RequestFact? before, RequestFact? after, int lastYear, CancellationToken cancellationToken)
    {
        var effects = ImmutableArray.CreateBuilder<YearEffect>();
        foreach (var moves in TableEffect.Of(before, after, lastYear).GroupBy(move => move.Year))
        {
            var year = await years.LoadAsync(new StreamKey(office, StreamIds.ReportingYear(office, moves.Key)), cancellationToken);
            effects.Add(new(moves.Key, year.State.Closing is not null, [.. moves]));
        }

        return effects.ToImmutable();
    }
}
