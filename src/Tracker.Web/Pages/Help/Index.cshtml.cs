using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Help;

/// <summary>帮助: every task, in the order of the work.</summary>
[Needs(Right.SignedIn)]
public sealed class IndexModel : TrackerPage
{
    public void OnGet()
    {
        // The page is the same for everybody.
    }
}
