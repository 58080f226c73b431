using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages;

/// <summary>修改密码: the other sessions end.</summary>
[Needs(Right.SignedIn)]
[EnableRateLimiting(AccountWiring.SignInLimit)]
[ResponseCache(NoStore = true)]
public sealed class PasswordModel(UserManager<Account> accounts, SignInManager<Account> sessions, AuditLog audit) : TrackerPage, IWithOldPassword
{
    [BindProperty]
    public PasswordInput Form { get; set; } = new();

    /// <summary>Nothing else can be done before.</summary>
    public bool IsRequired => HttpContext.Account().MustChangePassword;

    public void OnGet()
    {
        // The page is the same for everybody.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!IsWellFormed(Form, "Form"))
        {
            return PageWithErrors();
        }

        var account = HttpContext.Account();
        if (Form.New == Form.Current)
        {
            ModelState.AddModelError("Form.New", "新密码不能和现在的密码相同。");
            return PageWithErrors();
        }

        var required = account.MustChangePassword;
        account.MustChangePassword = false;
        var changed = await accounts.ChangePasswordAsync(account, Form.Current!, Form.New!);
        if (!changed.Succeeded)
        {
            account.MustChangePassword = required;
            var isCurrent = changed.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch));
            ModelState.AddModelError(isCurrent ? "Form.Current" : "Form.New", isCurrent ? "现在的密码不对。" : $"新密码太简单：{PasswordInput.Rule}");
            return PageWithErrors();
        }

        await audit.WriteAsync(Audited.PasswordChanged, account.Id, cancellationToken);
        await sessions.RefreshSignInAsync(account);
        Banner = "密码已修改。";
        return Redirect(Addresses.Home);
    }
}
