using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tracker.Reminders;
using Tracker.Reminders.Channels;
using Tracker.Reminders.Outbox;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices.Reminding;

/// <summary>提醒发送记录: who was told of what, when it was due and when it was recorded.</summary>
[Needs(Right.Oversee)]
public sealed class RecordModel(ReminderReader reminders, OutboxList outbox, ChannelSettings settings, AccountStore accounts, LegalClock clock) : OfficePage
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

    /// <summary>登记编号, or a part of one.</summary>
    [BindProperty(SupportsGet = true)]
    [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public ImmutableArray<ShownReminder> Shown { get; private set; } = [];

    /// <summary>Whether anything was looked up.</summary>
    public bool IsRead { get; private set; }

    /// <summary>Whether there are older ones.</summary>
    public bool HasMore { get; private set; }

    public DateOnly Today => clock.Today;

    /// <summary>Whoever was ever reminded, by name.</summary>
    public IEnumerable<SelectListItem> People =>
        names.OrderBy(pair => pair.Value, StringComparer.Ordinal).Select(pair => new SelectListItem(pair.Value, $"{pair.Key}"));

    /// <summary>What the office's channels are called.</summary>
    public ImmutableDictionary<Guid, ChannelName> Channels { get; private set; } = ImmutableDictionary<Guid, ChannelName>.Empty;

    public string NameOf(Guid account) => names.GetValueOrDefault(account, $"{account}");

    /// <summary>By which channels it was told outside the product, and what came of it: the recipient's own and the office's.</summary>
    public IEnumerable<OutboxEntry> SentOf(Reminder reminder) =>
        sent[reminder.Id].Where(entry => entry.Message.Kind == MessageKind.Notice || entry.Message.Recipient == reminder.Recipient);

    /// <summary>The same filter on another page.</summary>
    public string Turned(int page) => $"?from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}&person={Person}&number={Uri.EscapeDataString(Number ?? "")}&p={page}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (PageNumber is < 1 or > LastPage)
        {
            return NotFound();
        }

        names = await accounts.NamesAsync(await reminders.RecipientsAsync(Office.Code, cancellationToken), cancellationToken);
        var to = To ?? Today;
        var from = From ?? DateOnly.FromDayNumber(Math.Max(0, to.DayNumber - DaysShown));
        if (ModelState.IsValid && from > to)
        {
            ModelState.AddModelError(nameof(To), $"起止日期颠倒：从{Words.Day(from)}起，不能到{Words.Day(to)}为止。");
        }

        if (!ModelState.IsValid)
        {
            return PageWithErrors();
        }

        (From, To, IsRead) = (from, to, true);
        var read = await reminders.RecordedAsync(
            Office.Code, from, to, Person, Number?.Trim(), (PageNumber - 1) * PageSize, PageSize + 1, cancellationToken);
        (Shown, HasMore) = ([.. read.Take(PageSize)], read.Length > PageSize);
        sent = (await outbox.PlannedAsync(Office.Code, Shown.Select(shown => shown.Reminder.RecordedAt), cancellationToken))
            .SelectMany(entry => entry.Message.About, (entry, about) => (entry, about)).ToLookup(each => each.about, each => each.entry);
        Channels = await settings.NamesOfOfficeAsync(Office.Code, cancellationToken);
        return Page();
    }
}
