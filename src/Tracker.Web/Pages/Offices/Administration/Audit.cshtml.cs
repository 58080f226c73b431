using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Tracker.ReadModels;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Administration;

/// <summary>审计: sign-ins, changes of accounts, and who looked at whole identity numbers.</summary>
[Needs(Right.Administer)]
public sealed class AuditModel(AuditLog audit, AccountStore store, CaseList cases) : OfficePage
{
    private ImmutableDictionary<Guid, string> names = ImmutableDictionary<Guid, string>.Empty;

    private ImmutableDictionary<Guid, string> numbers = ImmutableDictionary<Guid, string>.Empty;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public ImmutableArray<AuditEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || PageNumber < 1)
        {
            return NotFound();
        }

        Entries = await audit.OfOfficeAsync(Office.Code, PageNumber, cancellationToken);
        names = await store.NamesAsync([.. Entries.SelectMany(entry => new[] { entry.Account, entry.By }).OfType<Guid>().Distinct()], cancellationToken);
        numbers = await cases.NumbersOfAsync(Office.Code, [.. Entries.Select(entry => entry.Case).OfType<Guid>().Distinct()], cancellationToken);
        return Page();
    }

    /// <summary>登记编号</summary>
    public string NumberOf(Guid id) => numbers.GetValueOrDefault(id, $"{id}");

    public string NameOf(Guid? account) => account is { } id ? names.GetValueOrDefault(id, "") : "";
}
