using Microsoft.AspNetCore.Mvc;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;

namespace Tracker.Web.Pages;

/// <summary>An act whose form says itself which of its fields move the due date and which dates they hold.</summary>
/// <typeparam name="TInput">The page's own input.</typeparam>
public abstract class CaseActPage<TInput>(CaseDesk desk) : CaseActPage(desk)
    where TInput : class, new()
{
    [BindProperty]
    public TInput Form { get; set; } = new();

    protected sealed override object Typed => Form;

    /// <summary>An act entered late moves what a closed year would count.</summary>
    protected override async Task ForeseenAsync(RequestState before, RequestState after, CancellationToken cancellationToken)
    {
        var effects = await YearEffects.OfAsync(Desk.Years, Office.Code, RequestFact.Of(before), RequestFact.Of(after), Today.Year - 1, cancellationToken);
        MovedClosedYears = [.. effects.Where(year => year.IsClosed)];
    }

    protected sealed override bool CanForesee => ActInput<TInput>.CanForesee(Form);

    protected sealed override string? InputOf(FactDate about) => ActInput<TInput>.FieldOf(about);
}
