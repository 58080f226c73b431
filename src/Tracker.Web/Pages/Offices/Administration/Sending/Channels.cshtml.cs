using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tracker.Reminders.Channels;
using Tracker.Reminders.Outbox;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices.Administration.Sending;

/// <summary>提醒渠道: the webhooks and robots to which the office's reminders go.</summary>
[Needs(Right.Administer)]
[ResponseCache(NoStore = true)]
public sealed class ChannelsModel(ChannelSettings settings, OutboxList outbox, AuditLog audit, LegalClock clock) : OfficePage
{
    private const string NoChannel = "没有这个提醒渠道，可能已经移除。";

    [BindProperty]
    public Input Form { get; set; } = new();

    /// <summary>Those that are there, and the last test of each.</summary>
    public ImmutableArray<(OfficeChannel Channel, OutboxEntry? Test)> Listed { get; private set; } = [];

    /// <summary>What can be added; mail is each person's own.</summary>
    public IEnumerable<SelectListItem> Kinds => AnswerChoices.Of<MessageChannel>(SendingWords.Of).Where(choice => choice.Value != nameof(MessageChannel.Mail));

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        if (IsWellFormed(Form, nameof(Form)))
        {
            foreach (var (field, sentence) in Faults())
            {
                ModelState.AddModelError(field, sentence);
            }
        }

        if (!ModelState.IsValid)
        {
            return PageWithErrors();
        }

        var channel = new OfficeChannel(
            Guid.CreateVersion7(clock.Now), Form.Kind!.Value, Form.Name!.Trim(), Form.Url!.Trim(), string.IsNullOrEmpty(Form.Secret) ? null : Form.Secret);
        await settings.SetOfOfficeAsync(Office.Code, channel, clock.Now, cancellationToken);
        await audit.WriteAsync(Audited.ChannelAdded, HttpContext.Account().Id, cancellationToken, Office.Code);
        Banner = $"已添加提醒渠道“{channel.Name}”，系统将连接 {channel.Host}。";
        return Redirect(Addresses.ReminderChannels(Office.Code));
    }

    /// <summary>测试; one a minute of each channel.</summary>
    public async Task<IActionResult> OnPostTestAsync([FromForm] Guid id, CancellationToken cancellationToken)
    {
        if (await settings.OfOfficeAsync(Office.Code, id, cancellationToken) is { } channel)
        {
            var key = $"test-{id:N}-{clock.Now.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}";
            var added = await outbox.AddAsync(
                new(Guid.CreateVersion7(clock.Now), Office.Code, channel.Kind, MessageKind.Test, id, key, [], clock.Now), clock.Now, cancellationToken);
            Banner = added ? $"发到“{channel.Name}”的测试消息已经排队，稍后刷新本页看结果。" : $"“{channel.Name}”：{SendingWords.TestedJustNow}，没有再发。";
        }
        else
        {
            Banner = NoChannel;
        }

        return Redirect(Addresses.ReminderChannels(Office.Code));
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] Guid id, CancellationToken cancellationToken)
    {
        if (await settings.OfOfficeAsync(Office.Code, id, cancellationToken) is { } channel)
        {
            await settings.RemoveOfOfficeAsync(Office.Code, channel, clock.Now, cancellationToken);
            await audit.WriteAsync(Audited.ChannelRemoved, HttpContext.Account().Id, cancellationToken, Office.Code);
            Banner = $"已移除提醒渠道“{channel.Name}”，还没有发出的不再发到那里。";
        }
        else
        {
            Banner = NoChannel;
        }

        return Redirect(Addresses.ReminderChannels(Office.Code));
    }

    private IEnumerable<(string Field, string Sentence)> Faults()
    {
        if (Form.Kind == MessageChannel.Mail || !Enum.IsDefined(Form.Kind!.Value))
        {
            yield return ("Form.Kind", ChineseBindingMessages.Unreadable);
        }

        if (Listed.Any(each => string.Equals(each.Channel.Name, Form.Name!.Trim(), StringComparison.OrdinalIgnoreCase)))
        {
            yield return ("Form.Name", "本机关已经有这个名称的渠道，请换一个名称，以便区分。");
        }

        if (ChannelAddress.Allowed(Form.Url!.Trim()) is null)
        {
            yield return ("Form.Url", "地址应以 https:// 开头（本机的可以用 http://），不能带用户名、密码或者 #。");
        }

        if (Form.Kind == MessageChannel.Webhook && Form.Secret is not { Length: >= Input.ShortestSecret })
        {
            yield return ("Form.Secret", "Webhook 要有签名密钥，至少 16 个字符。");
        }

        if (Form.Kind == MessageChannel.WeCom && !string.IsNullOrEmpty(Form.Secret))
        {
            yield return ("Form.Secret", "企业微信群机器人没有签名密钥，请留空。");
        }

        if (Listed.Length >= OfficeChannel.Most)
        {
            yield return ("", $"最多有 {OfficeChannel.Most} 个提醒渠道，请先移除不用的。");
        }
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var listed = ImmutableArray.CreateBuilder<(OfficeChannel, OutboxEntry?)>();
        foreach (var channel in await settings.OfOfficeAsync(Office.Code, cancellationToken))
        {
            listed.Add((channel, await outbox.LastTestAsync(Office.Code, channel.Id, cancellationToken)));
        }

        Listed = listed.ToImmutable();
    }

    public sealed class Input
    {
        internal const int ShortestSecret = 16;

        [Required(ErrorMessage = "请选择种类。")]
        public MessageChannel? Kind { get; set; }

        [Required(ErrorMessage = "请填写名称。")]
        [StringLength(20, ErrorMessage = "不能超过 20 个字。")]
        [RegularExpression(@"[^\p{Cc}]*", ErrorMessage = "名称不能含有换行等控制字符。")]
        public string? Name { get; set; }

        [Required(ErrorMessage = "请填写地址。")]
        [StringLength(InputLimits.Contact, ErrorMessage = InputLimits.ContactTooLong)]
        public string? Url { get; set; }

        [DataType(DataType.Password)]
        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        public string? Secret { get; set; }
    }
}
