using System.Collections.Immutable;
using Tracker.ReadModels;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.AnnualReports;

/// <summary>年度报告: the years there is something to report for.</summary>
[Needs(Right.See)]
public sealed class IndexModel(OfficeList offices) : OfficePage
{
    public ImmutableArray<int> Years { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Years = await offices.YearsAsync(Office.Code, cancellationToken);
}
