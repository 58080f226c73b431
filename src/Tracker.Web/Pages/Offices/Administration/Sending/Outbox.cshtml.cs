using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Tracker.Reminders.Channels;
using Tracker.Reminders.Outbox;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices.Administration.Sending;

/// <summary>待发箱: what left, what waits, and what was given up and can be sent again.</summary>
[Needs(Right.Oversee, Right.Administer)]
public sealed class OutboxModel(OutboxList outbox, ChannelSettings settings, AccountStore accounts, AuditLog audit, LegalClock clock) : OfficePage
{
    private ImmutableDictionary<Guid, string> names = ImmutableDictionary<Guid, string>.Empty;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "state")]
    public MessageState? State { get; set; }

    public ImmutableArray<OutboxEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || PageNumber < 1 || !IsNamed("state", State))
        {
            return NotFound();
        }

        Entries = await outbox.ReadAsync(Office.Code, State, PageNumber, cancellationToken);
        names = (await accounts.NamesAsync(Entries.Select(entry => entry.Message.Recipient).Distinct(), cancellationToken))
            .SetItems((await settings.NamesOfOfficeAsync(Office.Code, cancellationToken)).Select(channel => KeyValuePair.Create(channel.Key, SendingWords.Of(channel.Value))));
        return Page();
    }

    /// <summary>重新发送</summary>
    public async Task<IActionResult> OnPostAgainAsync([FromForm] Guid id, CancellationToken cancellationToken)
    {
        if (await outbox.SendAgainAsync(Office.Code, id, clock.Now, cancellationToken))
        {
            await audit.WriteAsync(Audited.MessageSentAgain, HttpContext.Account().Id, cancellationToken, Office.Code);
            Banner = "已经重新排队发送。";
        }
        else
        {
            Banner = "这条消息已经不在搁置之列，没有再次排队。";
        }

        return Redirect(Addresses.Outbox(Office.Code));
    }

    /// <summary>姓名 or the channel's name; one that was removed while names were not kept has none.</summary>
    public string NameOf(OutgoingMessage message) => names.GetValueOrDefault(message.Recipient, SendingWords.Removed);
}
