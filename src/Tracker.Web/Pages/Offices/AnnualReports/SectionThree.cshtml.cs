using Microsoft.AspNetCore.Mvc;
using Tracker.Domain.AnnualReports;
using Tracker.ReadModels;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.AnnualReports;

/// <summary>第三部分 in the official layout; before 2019 the request lines of the annex. Every figure opens its cases.</summary>
[Needs(Right.See)]
public sealed class SectionThreeModel(AnnualReportReader reports) : OfficePage
{
    public AnnualReport Report { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int year, string? form, CancellationToken cancellationToken)
    {
        if (year is < 2000 or > 9998 || (form is not null && !AnnualReportReader.IsForm(form)))
        {
            return NotFound();
        }

        Report = await reports.ReadAsync(Office, year, form, cancellationToken);
        return Page();
    }
}
