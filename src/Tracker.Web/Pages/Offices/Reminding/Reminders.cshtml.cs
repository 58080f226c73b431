using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Tracker.Domain.LegalTime;
using Tracker.EventStore;
using Tracker.Reminders;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;

namespace Tracker.Web.Pages.Offices.Reminding;

/// <summary>提醒: what whoever looks was told of, the newest first.</summary>
[Needs(Right.See)]
public sealed class RemindersModel(Book book, ReminderReader reminders, LegalClock clock) : OfficePage
{
    private const int LastPage = 10_000;

    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public ImmutableArray<ShownReminder> Shown { get; private set; } = [];

    /// <summary>Whether there are older ones.</summary>
    public bool HasMore { get; private set; }

    public WorkingCalendar Calendar => book.Calendars.Of(Office.Code);

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || PageNumber is < 1 or > LastPage)
        {
            return NotFound();
        }

        var read = await reminders.OfAsync(Office.Code, HttpContext.Account().Id, (PageNumber - 1) * PageSize, PageSize + 1, cancellationToken);
        (Shown, HasMore) = ([.. read.Take(PageSize)], read.Length > PageSize);
        return Page();
    }

    /// <summary>全部标为已看</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await reminders.SeeAsync(Office.Code, HttpContext.Account().Id, reminder: null, clock.Now, cancellationToken);
        Banner = "已全部标为已看。";
        return Redirect(Addresses.Reminders(Office.Code));
    }
}
