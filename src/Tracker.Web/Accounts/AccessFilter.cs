using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Tracker.Web.Pages;

namespace Tracker.Web.Accounts;

/// <summary>
/// Who may open which page: an office one has no role in is not found, a page one's roles do not open is forbidden, and a password that
/// somebody else knows is changed before anything else. It runs when the office of the address is known.
/// </summary>
internal sealed class AccessFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (WhyNot(context) is { } answer)
        {
            context.Result = answer;
            return;
        }

        await next();
    }

    private static IActionResult? WhyNot(PageHandlerExecutingContext context)
    {
        var page = context.ActionDescriptor.ModelTypeInfo!;
        if (page.IsDefined(typeof(AllowAnonymousAttribute)))
        {
            return null;
        }

        var needs = page.GetCustomAttribute<NeedsAttribute>() ?? throw new UnreachableException($"{page.Name} does not say what it needs.");
        var right = HttpMethods.IsPost(context.HttpContext.Request.Method) ? needs.Post : needs.Right;
        var account = context.HttpContext.Account();
        if (context.HandlerInstance is IOfficePage { Office: { } office })
        {
            return !account.BelongsTo(office.Code) ? new NotFoundResult() : MustChange(account) ?? (account.May(right, office.Code) ? null : Forbidden());
        }

        return context.HandlerInstance is IWithOldPassword ? null : MustChange(account) ?? (account.May(right) ? null : Forbidden());
    }

    private static IActionResult? MustChange(Account account) => account.MustChangePassword ? new RedirectResult(Addresses.Password) : null;

    private static StatusCodeResult Forbidden() => new(StatusCodes.Status403Forbidden);
}

/// <summary>A page that opens also to somebody who must change the password first.</summary>
public interface IWithOldPassword;
