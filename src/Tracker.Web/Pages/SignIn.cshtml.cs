using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages;

/// <summary>登录. It says as little about an account that is not there as about a wrong password, and takes as long.</summary>
[AllowAnonymous]
[EnableRateLimiting(AccountWiring.SignInLimit)]
[ResponseCache(NoStore = true)]
public sealed class SignInModel(
    UserManager<Account> accounts, SignInManager<Account> sessions, AccountStore store, DemoAccounts demo, AuditLog audit) : TrackerPage
{
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(new(), "nobody's");

    [BindProperty]
    public Input Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    /// <summary>The accounts everybody may try.</summary>
    public ImmutableArray<Account> Demo { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!IsWellFormed(Form, "Form"))
        {
            return PageWithErrors();
        }

        if (await WhyNotAsync(cancellationToken) is { } reason)
        {
            ModelState.AddModelError("", reason);
            return PageWithErrors();
        }

        return Redirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : Addresses.Home);
    }

    private async Task<string?> WhyNotAsync(CancellationToken cancellationToken)
    {
        const string wrong = "账号或者密码不对。";
        var account = await accounts.FindByNameAsync(Form.Name!);
        if (account is not { DisabledAt: null } || (account.IsDemo && !demo.AreOffered))
        {
            accounts.PasswordHasher.VerifyHashedPassword(new(), NobodysHash, Form.Password!);
            await audit.WriteAsync(Audited.SignInFailed, account?.Id, cancellationToken);
            return wrong;
        }

        var result = await sessions.CheckPasswordSignInAsync(account, Form.Password!, lockoutOnFailure: true);
        if (result.IsLockedOut)
        {
            await audit.WriteAsync(Audited.LockedOut, account.Id, cancellationToken);
            return $"密码连续输错 {AccountWiring.WrongPasswords} 次，账号已锁定，请 {AccountWiring.Locked.TotalMinutes} 分钟后再试。";
        }

        if (!result.Succeeded)
        {
            await audit.WriteAsync(Audited.SignInFailed, account.Id, cancellationToken);
            return wrong;
        }

        await sessions.SignInAsync(account, isPersistent: false);
        await audit.WriteAsync(Audited.SignedIn, account.Id, cancellationToken);
        return null;
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Demo = demo.AreOffered ? await store.OfDemoAsync(cancellationToken) : [];

    public sealed class Input
    {
        [Required(ErrorMessage = "请填写账号。")]
        [StringLength(People.LongestName, ErrorMessage = "账号太长。")]
        public string? Name { get; set; }

        [DataType(DataType.Password)]
        [Required(ErrorMessage = "请填写密码。")]
        [StringLength(PasswordInput.Longest, ErrorMessage = "密码太长。")]
        public string? Password { get; set; }
    }
}
