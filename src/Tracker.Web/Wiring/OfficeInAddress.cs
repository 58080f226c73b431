using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Web.Pages;

namespace Tracker.Web.Wiring;

/// <summary>
/// Finds the office an address names, before any page of it runs; an office that is not there is not found. In the same question it
/// learns which calendar counts, so that no page shows a due date computed with one that was replaced.
/// </summary>
internal sealed class OfficeInAddress : IAsyncPageFilter
{
    private static readonly object SnapshotKey = new();

    /// <summary>The snapshot the request began with: what was read in one like it need not be read again. None if no office was asked for.</summary>
    public static string? SnapshotOf(HttpContext context) => context.Items[SnapshotKey] as string;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerInstance is IOfficePage page)
        {
            var offices = context.HttpContext.RequestServices.GetRequiredService<OfficeList>();
            var code = context.RouteData.Values["office"] as string ?? "";
            var (found, calendar, snapshot) = await offices.FindWithCalendarAsync(code, context.HttpContext.RequestAborted);
            if (found is not { } office)
            {
                context.Result = new NotFoundResult();
                return;
            }

            var calendars = context.HttpContext.RequestServices.GetRequiredService<Calendars>();
            await calendars.FollowAsync(calendar, context.HttpContext.RequestAborted);
            page.Office = office;
            context.HttpContext.Items[SnapshotKey] = snapshot;
        }

        await next();
    }
}
