using Microsoft.AspNetCore.Mvc;
using Tracker.Domain.Requests;

namespace Tracker.Web.Pages;

/// <summary>An act whose form says itself which of its fields move the due date and which dates they hold.</summary>
/// <typeparam name="TInput">The page's own input.</typeparam>
public abstract class CaseActPage<TInput>(CaseDesk desk) : CaseActPage(desk.Requests, desk.Calendars, desk.Clock)
    where TInput : class, new()
{
    [BindProperty]
    public TInput Form { get; set; } = new();

    protected sealed override object Typed => Form;

    protected sealed override bool CanForesee => ActInput<TInput>.CanForesee(Form);

    protected sealed override string? InputOf(FactDate about) => ActInput<TInput>.FieldOf(about);
}
