using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tracker.EventStore;
using Tracker.Reminders.Channels;
using Tracker.Reminders.Outbox;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages;

/// <summary>我的提醒方式: whether one wants mail, and the private calendar addresses.</summary>
[Needs(Right.SignedIn)]
[ResponseCache(NoStore = true)]
public sealed class MyChannelsModel(
    ChannelSettings settings, OutboxList outbox, CalendarAddresses calendars, AuditLog audit, LegalClock clock) : TrackerPage
{
    [BindProperty]
    public Input Form { get; set; } = new();

    public PersonChannels Saved { get; private set; } = PersonChannels.Usual;

    /// <summary>Whether a mail could go out.</summary>
    public bool HasServer { get; private set; }

    public OutboxEntry? LastTest { get; private set; }

    public ImmutableArray<CalendarAddress> Calendars { get; private set; } = [];

    /// <summary>The address that was just made.</summary>
    public string? MadeAddress { get; private set; }

    private Guid Me => HttpContext.Account().Id;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        Form = new() { Way = Saved.Way, Address = Saved.Address };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var address = string.IsNullOrWhiteSpace(Form.Address) ? null : Form.Address.Trim();
        if (IsWellFormed(Form, nameof(Form)))
        {
            if (address is null && Form.Way != MailWay.None)
            {
                ModelState.AddModelError("Form.Address", "请填写邮箱地址。");
            }
            else if (address is not null && !MailChannel.IsAddress(address))
            {
                ModelState.AddModelError("Form.Address", Input.NoAddress);
            }
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync(cancellationToken);
            return PageWithErrors();
        }

        await settings.SetPersonAsync(Me, new(Form.Way!.Value, address), clock.Now, cancellationToken);
        Banner = "已保存提醒方式。";
        return Redirect(Addresses.MyChannels);
    }

    /// <summary>发送测试邮件; one a minute, so that nobody's mailbox is filled with them.</summary>
    public async Task<IActionResult> OnPostTestAsync(CancellationToken cancellationToken)
    {
        if ((await settings.OfPersonAsync(Me, cancellationToken)).Address is not null)
        {
            var key = $"test-{Me:N}-{clock.Now.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}";
            var added = await outbox.AddAsync(
                new(Guid.CreateVersion7(clock.Now), CalendarStore.SystemOffice, MessageChannel.Mail, MessageKind.Test, Me, key, [], clock.Now), clock.Now, cancellationToken);
            Banner = added ? "测试邮件已经排队，稍后刷新本页看结果。" : $"{SendingWords.TestedJustNow}，没有再发。";
        }

        return Redirect(Addresses.MyChannels);
    }

    /// <summary>生成订阅地址, and shows it once.</summary>
    public async Task<IActionResult> OnPostCalendarAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var token = await calendars.MakeAsync(Me, cancellationToken);
        await OnGetAsync(cancellationToken);
        if (token is null)
        {
            ModelState.AddModelError("", $"每人最多有 {CalendarAddresses.Most} 个订阅地址，请先停用不用的。");
            return PageWithErrors();
        }

        await audit.WriteAsync(Audited.CalendarAddressMade, Me, cancellationToken);
        var publicUrl = (await settings.SendingAsync(cancellationToken)).PublicUrl ?? $"{Request.Scheme}://{Request.Host}";
        MadeAddress = publicUrl + Addresses.DueCalendar(token);
        return Page();
    }

    /// <summary>停用</summary>
    public async Task<IActionResult> OnPostRevokeAsync([FromForm] string? id, CancellationToken cancellationToken)
    {
        if (await calendars.RevokeAsync(Me, id ?? "", cancellationToken))
        {
            await audit.WriteAsync(Audited.CalendarAddressRevoked, Me, cancellationToken);
            Banner = "已停用订阅地址。";
        }
        else
        {
            Banner = "没有这个订阅地址，可能已经停用。";
        }

        return Redirect(Addresses.MyChannels);
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Saved = await settings.OfPersonAsync(Me, cancellationToken);
        HasServer = (await settings.SendingAsync(cancellationToken)).Mail is not null;
        LastTest = await outbox.LastTestAsync(CalendarStore.SystemOffice, Me, cancellationToken);
        Calendars = await calendars.OfAsync(Me, cancellationToken);
    }

    public sealed class Input
    {
        public const string NoAddress = "邮箱地址的写法不对，应像 sample@office.example。";

        [Required(ErrorMessage = "请选择提醒方式。")]
        public MailWay? Way { get; set; }

        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        [RegularExpression(@"[^\p{Cc}]*", ErrorMessage = NoAddress)]
        public string? Address { get; set; }
    }
}
