using System.Collections.Immutable;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;

namespace Tracker.Web.Pages;

/// <summary>The offices in which one has a role.</summary>
[Needs(Right.SignedIn)]
public sealed class IndexModel(OfficeList offices, Calendars calendars, LegalClock clock) : TrackerPage
{
    public ImmutableArray<(Office Office, ImmutableArray<int> Years)> Offices { get; private set; } = [];

    public Account Account => HttpContext.Account();

    public MissingNotice MissingNotice { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        MissingNotice = new((await calendars.RefreshAsync(cancellationToken)).National, clock.Today);
        var listed = ImmutableArray.CreateBuilder<(Office, ImmutableArray<int>)>();
        foreach (var office in (await offices.AllAsync(cancellationToken)).Where(office => Account.BelongsTo(office.Code)))
        {
            listed.Add((office, Account.May(Right.See, office.Code) ? await offices.YearsAsync(office.Code, cancellationToken) : []));
        }

        Offices = listed.ToImmutable();
    }
}
