using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Tracker.Web.Pages;

namespace Tracker.Web.Accounts;

/// <summary>
/// 会话: the cookie of somebody who signed in. Each request asks for the account anew, so that a changed password, a taken role and a
/// disabled account count at once.
/// </summary>
internal sealed class Session : CookieAuthenticationEvents
{
    private static readonly object Key = new();

    /// <summary>How long one may be away.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(10);

    public static Account Of(HttpContext context) =>
        context.Items[Key] as Account ?? throw new InvalidOperationException("Nobody signed in.");

    public static Account? Find(HttpContext context) => context.Items[Key] as Account;

    /// <summary>
    /// Finds the account of the cookie, or ends a session that is none any more. It runs behind the authentication and not within it:
    /// what fails there is remembered, and would fail the page for faults as well.
    /// </summary>
    public static async Task FindAsync(HttpContext context, RequestDelegate next)
    {
        // The page for faults asks for no account: it may be the database that fails.
        if (context.User.Identity?.IsAuthenticated == true && context.Features.Get<IExceptionHandlerFeature>() is null)
        {
            if (await AccountAsync(context) is { } account)
            {
                context.Items[Key] = account;
            }
            else
            {
                await context.SignOutAsync(IdentityConstants.ApplicationScheme);
                context.User = new();
            }
        }

        await next(context);
    }

    private static async Task<Account?> AccountAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var options = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity;
        var id = context.User.FindFirstValue(options.UserIdClaimType) ?? "";
        var account = await services.GetRequiredService<AccountStore>().FindByIdAsync(id, context.RequestAborted);
        return account is { DisabledAt: null }
            && account.SecurityStamp == context.User.FindFirstValue(options.SecurityStampClaimType)
            && (!account.IsDemo || services.GetRequiredService<DemoAccounts>().AreOffered)
                ? account
                : null;
    }

    /// <summary>A form is not thrown away by a session that ended: its page keeps it.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        var path = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
        context.Response.Redirect(path == Addresses.Home ? Addresses.SignIn : $"{Addresses.SignIn}?returnUrl={Uri.EscapeDataString(path)}");
        return Task.CompletedTask;
    }
}

/// <summary>Who asks.</summary>
public static class SessionOfRequest
{
    /// <summary>The account that signed in.</summary>
    /// <exception cref="InvalidOperationException">Nobody did.</exception>
    public static Account Account(this HttpContext context) => Session.Of(context);

    /// <summary>The same, or none.</summary>
    public static Account? AccountIfAny(this HttpContext context) => Session.Find(context);
}
