using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Tracker.EventStore;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;

namespace Tracker.Web.Pages.Offices.Administration;

/// <summary>
/// One person's roles in an office. The password, which opens every office, is reset only by who administers all of them that the person
/// belongs to.
/// </summary>
[Needs(Right.Administer)]
[ResponseCache(NoStore = true)]
public sealed class PersonModel(People people, AccountStore store, OfficeStore offices, LegalClock clock) : OfficePage
{
    private ImmutableArray<string> joined = [];

    [BindProperty]
    public Input Form { get; set; } = new();

    public Account Person { get; private set; } = null!;

    public DateTimeOffset Now => clock.Now;

    public bool IsOfEveryOffice => Person.BelongsTo(OfficeRole.EveryOffice);

    /// <summary>科室 of the office, and those the person was put into before they were closed.</summary>
    public ImmutableArray<string> Units { get; private set; } = [];

    /// <summary>Whether whoever looks administers every office the person belongs to.</summary>
    public bool IsOurs => Person.Roles.All(role => HttpContext.Account().May(Right.Administer, role.Office));

    /// <summary>The password that was just reset.</summary>
    public OneTimePassword? Reset { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid account, CancellationToken cancellationToken) =>
        await FindAsync(account, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid account, CancellationToken cancellationToken)
    {
        if (!await FindAsync(account, cancellationToken, keepForm: true))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return PageWithErrors();
        }

        var wanted = Form.Roles.Distinct().ToImmutableArray();
        if (Person.Id == HttpContext.Account().Id && !wanted.Contains(Role.Administrator) && !HttpContext.Account().May(Right.Administer))
        {
            ModelState.AddModelError("Form.Roles", "不能取消自己的管理员角色；请由另一位管理员办理。");
            return PageWithErrors();
        }

        var units = Form.Units.Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        if (units.Any(unit => !Units.Contains(unit)))
        {
            ModelState.AddModelError("Form.Units", "所选的科室不在科室名单中，请重新选择。");
            return PageWithErrors();
        }

        await people.SetRolesAsync(Person.Id, Office.Code, wanted, HttpContext.Account().Id, cancellationToken);
        if (!units.SequenceEqual(joined))
        {
            await people.SetUnitsAsync(Person.Id, Office.Code, units, HttpContext.Account().Id, cancellationToken);
        }

        Banner = $"已调整“{Person.DisplayName}”的角色{(Units.IsEmpty ? "" : "和科室")}。";
        return Redirect(Addresses.People(Office.Code));
    }

    public async Task<IActionResult> OnPostPasswordAsync(Guid account, CancellationToken cancellationToken)
    {
        if (!await FindAsync(account, cancellationToken))
        {
            return NotFound();
        }

        if (!IsOurs)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Reset = new(Person.Name, await people.ResetPasswordAsync(Person, HttpContext.Account().Id, cancellationToken));
        return Page();
    }

    public async Task<IActionResult> OnPostStateAsync(Guid account, CancellationToken cancellationToken)
    {
        if (!await FindAsync(account, cancellationToken))
        {
            return NotFound();
        }

        if (!IsOurs)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (Person.Id == HttpContext.Account().Id)
        {
            ModelState.AddModelError("", "不能停用自己的账号；请由另一位管理员办理。");
            return PageWithErrors();
        }

        await people.SetDisabledAsync(Person, Person.DisabledAt is null, HttpContext.Account().Id, cancellationToken);
        Banner = Person.DisabledAt is null ? $"已恢复“{Person.DisplayName}”。" : $"已停用“{Person.DisplayName}”。";
        return Redirect(Addresses.People(Office.Code));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken, bool keepForm = false)
    {
        if (await store.FindByIdAsync(id.ToString(), cancellationToken) is not { } found || !found.BelongsTo(Office.Code))
        {
            return false;
        }

        Person = found;
        joined = await store.UnitsAsync(id, Office.Code, cancellationToken);
        Units = [.. (await offices.OfAsync(Office.Code, cancellationToken)).OpenUnits.Select(unit => unit.Name).Union(joined)];
        Form = keepForm ? Form : new()
        {
            Roles = [.. found.Roles.Where(role => role.Office == Office.Code).Select(role => role.Role)],
            Units = [.. joined],
        };
        return true;
    }

    public sealed class Input
    {
        public Role[] Roles { get; set; } = [];

        public string[] Units { get; set; } = [];
    }
}
