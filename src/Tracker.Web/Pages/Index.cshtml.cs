using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.ReadModels;

namespace Tracker.Web.Pages;

/// <summary>The offices that keep their register here.</summary>
public sealed class IndexModel(OfficeList offices) : PageModel
{
    public ImmutableArray<(Office Office, ImmutableArray<int> Years)> Offices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var listed = ImmutableArray.CreateBuilder<(Office, ImmutableArray<int>)>();
        foreach (var office in await offices.AllAsync(cancellationToken))
        {
            listed.Add((office, await offices.YearsAsync(office.Code, cancellationToken)));
        }

        Offices = listed.ToImmutable();
    }
}
