using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Web.Wiring;

namespace Tracker.Web.Pages;

/// <summary>The offices that keep their register here.</summary>
public sealed class IndexModel(OfficeList offices, Calendars calendars, LegalClock clock) : PageModel
{
    public ImmutableArray<(Office Office, ImmutableArray<int> Years)> Offices { get; private set; } = [];

    public MissingNotice MissingNotice { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        MissingNotice = new((await calendars.RefreshAsync(cancellationToken)).National, clock.Today);
        var listed = ImmutableArray.CreateBuilder<(Office, ImmutableArray<int>)>();
        foreach (var office in await offices.AllAsync(cancellationToken))
        {
            listed.Add((office, await offices.YearsAsync(office.Code, cancellationToken)));
        }

        Offices = listed.ToImmutable();
    }
}
