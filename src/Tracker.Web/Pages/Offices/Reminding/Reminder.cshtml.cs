using Microsoft.AspNetCore.Mvc;
using Tracker.Reminders;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;

namespace Tracker.Web.Pages.Offices.Reminding;

/// <summary>One reminder: it is seen now, and what it speaks of opens. One that is another's, or none, leads to one's own list.</summary>
[Needs(Right.See)]
public sealed class ReminderModel(ReminderReader reminders, LegalClock clock) : OfficePage
{
    public async Task<IActionResult> OnGetAsync(Guid reminder, CancellationToken cancellationToken)
    {
        var account = HttpContext.Account().Id;
        if (await reminders.FindAsync(Office.Code, account, reminder, cancellationToken) is not { } found)
        {
            return Redirect(Addresses.Reminders(Office.Code));
        }

        await reminders.SeeAsync(Office.Code, account, found.Reminder, clock.Now, cancellationToken);
        return Redirect(Addresses.Due(Office.Code, found.Reminder.Case, found.Reminder.Due.Matter));
    }

    /// <summary>There is nothing to send here.</summary>
    public IActionResult OnPost() => Redirect(Addresses.Reminders(Office.Code));
}
