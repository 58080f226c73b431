using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Administration;

/// <summary>审计: sign-ins and changes of accounts.</summary>
[Needs(Right.Administer)]
public sealed class AuditModel(AuditLog audit, AccountStore store) : OfficePage
{
    private ImmutableDictionary<Guid, string> names = ImmutableDictionary<Guid, string>.Empty;

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
        return Page();
    }

    public string NameOf(Guid? account) => account is { } id ? names.GetValueOrDefault(id, "") : "";
}
