using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tracker.Reminders;
using Tracker.Reminders.Outbox;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;

namespace Tracker.Web.Pages.Offices.Reminding;

/// <summary>提醒发送记录: who was told of what, when it was due and when it was recorded.</summary>
[Needs(Right.Oversee)]
public sealed class RecordModel(ReminderReader reminders, OutboxList outbox, AccountStore accounts, LegalClock clock) : OfficePage
{
    private const int LastPage = 10_000;

    public const int PageSize = 200;

    private const int DaysShown = 30;

    private ImmutableDictionary<Guid, string> names = ImmutableDictionary<Guid, string>.Empty;

    private ILookup<Guid, OutboxEntry> sent = Enumerable.Empty<OutboxEntry>().ToLookup(_ => Guid.Empty);

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public ImmutableArray<ShownReminder> Shown { get; private set; } = [];

    /// <summary>Whether there are older ones.</summary>
    public bool HasMore { get; private set; }

    public DateOnly Today => clock.Today;

    /// <summary>Whoever was ever reminded, by name.</summary>
    public IEnumerable<SelectListItem> People =>
        names.OrderBy(pair => pair.Value, StringComparer.Ordinal).Select(pair => new SelectListItem(pair.Value, $"{pair.Key}"));

    public string NameOf(Guid account) => names.GetValueOrDefault(account, $"{account}");

    /// <summary>By which channels it was told outside the product, and what came of it: the recipient's own and the office's.</summary>
    public IEnumerable<OutboxEntry> SentOf(Reminder reminder) =>
        sent[reminder.Id].Where(entry => entry.Message.Kind == MessageKind.Notice || entry.Message.Recipient == reminder.Recipient);

    /// <summary>The same filter on another page.</summary>
    public string Turned(int page) => $"?from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}&person={Person}&p={page}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (PageNumber is < 1 or > LastPage)
        {
            return NotFound();
        }

        names = await accounts.NamesAsync(await reminders.RecipientsAsync(Office.Code, cancellationToken), cancellationToken);
        if (!ModelState.IsValid)
        {
            return PageWithErrors();
        }

        To ??= Today;
        From ??= To.Value.AddDays(-DaysShown);
        var read = await reminders.RecordedAsync(
            Office.Code, From.Value, To.Value, Person, (PageNumber - 1) * PageSize, PageSize + 1, cancellationToken);
        (Shown, HasMore) = ([.. read.Take(PageSize)], read.Length > PageSize);
        sent = (await outbox.PlannedAsync(Office.Code, Shown.Select(shown => shown.Reminder.RecordedAt), cancellationToken))
            .SelectMany(entry => entry.Message.About, (entry, about) => (entry, about)).ToLookup(each => each.about, each => each.entry);
        return Page();
    }
}
