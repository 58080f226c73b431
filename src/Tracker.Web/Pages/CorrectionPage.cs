using System.Collections.Immutable;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;
using Tracker.EventStore;

namespace Tracker.Web.Pages;

/// <summary>A correction shows what it does to the tables of every year, those that are closed among them, before it is saved.</summary>
public interface IOfCorrection
{
    /// <summary>None while nothing can be foreseen.</summary>
    ImmutableArray<YearEffect>? Effect { get; }
}

/// <summary>An act that corrects what was recorded. Nothing is edited; the effect is shown first and the reason is kept.</summary>
/// <typeparam name="TInput">The page's own input.</typeparam>
public abstract class CorrectionPage<TInput>(CaseDesk desk, ReportingYearStore years) : CaseActPage<TInput>(desk), IOfCorrection
    where TInput : class, new()
{
    public ImmutableArray<YearEffect>? Effect { get; private set; }

    protected sealed override async Task ForeseenAsync(RequestState before, RequestState after, CancellationToken cancellationToken) =>
        Effect = await YearEffects.OfAsync(years, Office.Code, RequestFact.Of(before), RequestFact.Of(after), Today.Year, cancellationToken);
}
