using Tracker.Reminders.Outbox;

namespace Tracker.Reminders.Channels;

/// <summary>发信服务器: the SMTP server that takes the product's mail.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">587, or 25 on this machine.</param>
/// <param name="Encrypted">STARTTLS: without it neither a password nor a message goes to another machine.</param>
/// <param name="UserName">Who signs in; none if the server asks for nobody.</param>
/// <param name="Password">With what.</param>
/// <param name="Sender">发件人: the address the mail comes from.</param>
public sealed record MailServer(string Host, int Port, bool Encrypted, string? UserName, string? Password, string Sender);

/// <summary>What everything that is sent needs.</summary>
/// <param name="PublicUrl">Under which address people open the product: what a link begins with, without a slash at its end. None leaves links out.</param>
/// <param name="Mail">None if no mail goes out.</param>
public sealed record SendingSettings(string? PublicUrl, MailServer? Mail);

/// <summary>How somebody wants mail. The members' names are stored: retired, never renamed.</summary>
public enum MailWay
{
    /// <summary>只在系统内</summary>
    None,

    /// <summary>逐条发送</summary>
    Each,

    /// <summary>合并发送: those of one sweep in one mail.</summary>
    Digest,
}

/// <summary>我的提醒方式</summary>
/// <param name="Way">How.</param>
/// <param name="Address">Where to; none while nobody said.</param>
public sealed record PersonChannels(MailWay Way, string? Address)
{
    /// <summary>Until somebody says otherwise: the product alone.</summary>
    public static PersonChannels Usual { get; } = new(MailWay.None, Address: null);
}

/// <summary>What an office calls a channel, or called it before it was removed.</summary>
public sealed record ChannelName(string Name, bool IsRemoved);

/// <summary>提醒渠道 of an office: a webhook or a group robot, to which all its reminders go.</summary>
/// <param name="Id">Version 7.</param>
/// <param name="Kind">Which of them; never mail.</param>
/// <param name="Name">What the office calls it.</param>
/// <param name="Url">Where to; of a robot it is all it takes to write into the group, so it is a secret.</param>
/// <param name="Secret">With what messages are signed: always of a webhook, of 钉钉 if its robot wants it, never of 企业微信.</param>
public sealed record OfficeChannel(Guid Id, MessageChannel Kind, string Name, string Url, string? Secret)
{
    /// <summary>So many an office may have.</summary>
    public const int Most = 10;

    /// <summary>Whom it calls, as far as that is no secret.</summary>
    public string Host => Uri.TryCreate(Url, UriKind.Absolute, out var uri) ? uri.Authority : "";
}
