using Microsoft.AspNetCore.Mvc;
using Tracker.ReadModels.Corrections;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;

namespace Tracker.Web.Pages.Offices.RecordCorrections;

/// <summary>更正申请 of one office (art 41).</summary>
[Needs(Right.See)]
public sealed class IndexModel(CorrectionList corrections, LegalClock clock) : OfficePage
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public CorrectionPage List { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        List = await corrections.ReadAsync(Office.Code, PageNumber, cancellationToken);
        return Page();
    }
}
