using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages;

/// <summary>退出</summary>
[Needs(Right.SignedIn)]
public sealed class SignOutModel(SignInManager<Account> sessions, AuditLog audit) : TrackerPage, IWithOldPassword
{
    public IActionResult OnGet() => Redirect(Addresses.Home);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await audit.WriteAsync(Audited.SignedOut, HttpContext.Account().Id, cancellationToken);
        await sessions.SignOutAsync();
        return Redirect(Addresses.SignIn);
    }
}
