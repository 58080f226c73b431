using System.Collections.Immutable;

namespace Tracker.Reminders.Outbox;

/// <summary>渠道: by what a message leaves the product. The members' names are stored: retired, never renamed.</summary>
public enum MessageChannel
{
    /// <summary>电子邮件</summary>
    Mail,

    /// <summary>Webhook: JSON to an address of the office's choice.</summary>
    Webhook,

    /// <summary>企业微信群机器人</summary>
    WeCom,

    /// <summary>钉钉群机器人</summary>
    DingTalk,
}

/// <summary>What is made of a message when it goes out. The members' names are stored: retired, never renamed.</summary>
public enum MessageKind
{
    /// <summary>提醒: one, to one person.</summary>
    Reminder,

    /// <summary>提醒汇总: those one person has of one sweep.</summary>
    Digest,

    /// <summary>机关提醒: those of one sweep, each deadline once, to a channel of the office.</summary>
    Notice,

    /// <summary>测试: somebody wants to see whether it arrives.</summary>
    Test,
}

/// <summary>Where a message stands. The members' names are stored: retired, never renamed.</summary>
public enum MessageState
{
    /// <summary>待发</summary>
    Waiting,

    /// <summary>已发出: the other side has said that it took it.</summary>
    Sent,

    /// <summary>未发: when its time came, nothing was left to say, or nobody wanted it any more.</summary>
    Dropped,

    /// <summary>搁置: given up, until somebody sends it again.</summary>
    Parked,
}

/// <summary>外发消息: who is told of what by which channel. It holds ids alone: its text is made when it goes out, from what then holds.</summary>
/// <param name="Id">Version 7.</param>
/// <param name="Office">Office code.</param>
/// <param name="Channel">By what.</param>
/// <param name="Kind">What is made of it.</param>
/// <param name="Recipient">The account, or the office's channel.</param>
/// <param name="IdempotencyKey">Of letters, digits and hyphens; the same message is enqueued once, and sent under this key however often.</param>
/// <param name="About">The ids of what it tells of.</param>
/// <param name="DueAt">Not to be sent before.</param>
public sealed record OutgoingMessage(
    Guid Id,
    string Office,
    MessageChannel Channel,
    MessageKind Kind,
    Guid Recipient,
    string IdempotencyKey,
    ImmutableArray<Guid> About,
    DateTimeOffset DueAt);
