using Microsoft.AspNetCore.Mvc;
using Tracker.Web.Accounts;
using Tracker.Web.Wording.Help;

namespace Tracker.Web.Pages.Help;

/// <summary>帮助 on one task.</summary>
[Needs(Right.SignedIn)]
public sealed class TopicModel : TrackerPage
{
    public HelpTopic Topic { get; private set; } = null!;

    public IActionResult OnGet(string topic)
    {
        if (HelpTopics.Find(topic) is not { } found)
        {
            return NotFound();
        }

        Topic = found;
        return Page();
    }
}
