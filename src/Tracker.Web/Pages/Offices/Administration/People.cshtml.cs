using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;

namespace Tracker.Web.Pages.Offices.Administration;

/// <summary>人员: who has which role in an office, and adding somebody.</summary>
[Needs(Right.Administer)]
[ResponseCache(NoStore = true)]
public sealed class PeopleModel(People people, AccountStore store, UserManager<Account> accounts, LegalClock clock) : OfficePage
{
    [BindProperty]
    public Input Form { get; set; } = new();

    public ImmutableArray<Account> Listed { get; private set; } = [];

    public DateTimeOffset Now => clock.Now;

    /// <summary>Who was just added, with the password that is shown this once.</summary>
    public OneTimePassword? Made { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (IsWellFormed(Form, "Form"))
        {
            await AddAsync(cancellationToken);
        }

        await LoadAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return PageWithErrors();
        }

        ModelState.Clear();
        Form = new();
        return Page();
    }

    private async Task AddAsync(CancellationToken cancellationToken)
    {
        var me = HttpContext.Account();
        var added = await people.AddAsync(
            Form.Name!, Form.DisplayName!, Form.Roles.Select(role => new OfficeRole(Office.Code, role)), me.Id, cancellationToken);
        if (added is var (account, password))
        {
            Made = new(account.Name, password);
        }
        else if (me.May(Right.Administer) && await accounts.FindByNameAsync(Form.Name!) is { } known && !known.BelongsTo(Office.Code))
        {
            await people.SetRolesAsync(known.Id, Office.Code, [.. Form.Roles.Distinct()], me.Id, cancellationToken);
        }
        else
        {
            ModelState.AddModelError("Form.Name", "这个账号已经有人使用；在其他机关的人员，由全部机关的管理员添加。");
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => Listed = await store.OfOfficeAsync(Office.Code, cancellationToken);

    public sealed class Input
    {
        [Required(ErrorMessage = "请填写账号。")]
        [StringLength(People.LongestName, ErrorMessage = "账号太长。")]
        [RegularExpression(@"[^\p{C}\s]+", ErrorMessage = "账号不能有空格。")]
        public string? Name { get; set; }

        [Required(ErrorMessage = "请填写姓名。")]
        [StringLength(People.LongestName, ErrorMessage = "姓名太长。")]
        [RegularExpression(@"[^\p{C}]+", ErrorMessage = "姓名不能有换行等控制字符。")]
        public string? DisplayName { get; set; }

        [MinLength(1, ErrorMessage = "请选择角色。")]
        public Role[] Roles { get; set; } = [];
    }
}

/// <summary>A password that is shown once.</summary>
public sealed record OneTimePassword(string Name, string Password);
