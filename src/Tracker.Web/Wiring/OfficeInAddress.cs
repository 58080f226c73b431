using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Tracker.ReadModels;
using Tracker.Web.Pages;

namespace Tracker.Web.Wiring;

/// <summary>Finds the office an address names, before any page of it runs; an office that is not there is not found.</summary>
internal sealed class OfficeInAddress : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerInstance is OfficePage page)
        {
            var offices = context.HttpContext.RequestServices.GetRequiredService<OfficeList>();
            var code = context.RouteData.Values["office"] as string ?? "";
            if (await offices.FindAsync(code, context.HttpContext.RequestAborted) is not { } office)
            {
                context.Result = new NotFoundResult();
                return;
            }

            page.Office = office;
        }

        await next();
    }
}
