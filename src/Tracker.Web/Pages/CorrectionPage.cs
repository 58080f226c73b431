using System.Collections.Immutable;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.ReadModels;

namespace Tracker.Web.Pages;

/// <summary>A correction shows what it does to the tables of every year, those that are closed among them, before it is saved.</summary>
public interface IOfCorrection
{
    /// <summary>None while nothing can be foreseen.</summary>
    ImmutableArray<YearEffect>? Effect { get; }
}

/// <summary>What a correction does to one year's table.</summary>
/// <param name="Year">The year.</param>
/// <param name="IsClosed">已封账: its published figures do not move; the difference is shown beside them.</param>
/// <param name="Moves">The cells.</param>
public sealed record YearEffect(int Year, bool IsClosed, ImmutableArray<TableMove> Moves);

/// <summary>An act that corrects what was recorded. Nothing is edited; the effect is shown first and the reason is kept.</summary>
/// <typeparam name="TInput">The page's own input.</typeparam>
public abstract class CorrectionPage<TInput>(CaseDesk desk, ReportingYearStore years) : CaseActPage<TInput>(desk), IOfCorrection
    where TInput : class, new()
{
    public ImmutableArray<YearEffect>? Effect { get; private set; }

    protected sealed override async Task ForeseenAsync(RequestState before, RequestState after, CancellationToken cancellationToken)
    {
        var effects = ImmutableArray.CreateBuilder<YearEffect>();
        foreach (var moves in TableEffect.Of(RequestFact.Of(before), RequestFact.Of(after), Today.Year).GroupBy(move => move.Year))
        {
            var year = await years.LoadAsync(new StreamKey(Office.Code, StreamIds.ReportingYear(Office.Code, moves.Key)), cancellationToken);
            effects.Add(new(moves.Key, year.State.Closing is not null, [.. moves]));
        }

        Effect = effects.ToImmutable();
    }
}
