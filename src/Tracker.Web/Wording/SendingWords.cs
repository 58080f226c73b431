using Tracker.Reminders.Channels;
using Tracker.Reminders.Outbox;

namespace Tracker.Web.Wording;

/// <summary>Words about what leaves the product.</summary>
public static class SendingWords
{
    public const string TestedJustNow = "不到一分钟前刚发过一次测试，每分钟最多一次";

    /// <summary>Said of a channel that is there no more.</summary>
    public const string Removed = "（已移除）";

    public static string Of(MessageChannel channel) => channel switch
    {
        MessageChannel.Mail => "电子邮件",
        MessageChannel.Webhook => "Webhook",
        MessageChannel.WeCom => "企业微信群机器人",
        MessageChannel.DingTalk => "钉钉群机器人",
    };

    public static string Of(MessageKind kind) => kind switch
    {
        MessageKind.Reminder => "提醒",
        MessageKind.Digest => "提醒汇总",
        MessageKind.Notice => "机关提醒",
        MessageKind.Test => "测试",
    };

    public static string Of(MessageState state) => state switch
    {
        MessageState.Waiting => "待发",
        MessageState.Sent => "已发出",
        MessageState.Dropped => "未发",
        MessageState.Parked => "搁置",
    };

    public static string Of(MailWay way) => way switch
    {
        MailWay.None => "只在系统内提醒",
        MailWay.Each => "每条提醒发一封邮件",
        MailWay.Digest => "每次提醒合并为一封邮件",
    };

    /// <summary>What came of an attempt, without a full stop; with the number the other side answered.</summary>
    public static string Of(SendResult result, int? answer) =>
        result != SendResult.Delivered && answer is { } number ? $"{Of(result)}（{number}）" : Of(result);

    /// <summary>样例群, 样例群（已移除）</summary>
    public static string Of(ChannelName channel) => channel.IsRemoved ? channel.Name + Removed : channel.Name;

    /// <summary>电子邮件, 样例群（Webhook）: by what a message went out.</summary>
    public static string Of(OutgoingMessage message, IReadOnlyDictionary<Guid, ChannelName> channels) =>
        message.Channel == MessageChannel.Mail ? Of(message.Channel)
        : channels.TryGetValue(message.Recipient, out var channel) ? $"{Of(channel)}（{Of(message.Channel)}）"
        : Of(message.Channel) + Removed;

    /// <summary>
    /// 电子邮件：已发出，2026-03-10 09:00；样例群（Webhook）：待发: by which channels something was told outside the product, by name; 没有 if by none.
    /// </summary>
    public static string Of(IEnumerable<OutboxEntry> sent, IReadOnlyDictionary<Guid, ChannelName> channels) => string.Join('；', sent
        .Select(entry => (By: Of(entry.Message, channels), Entry: entry)).OrderBy(each => each.By, StringComparer.Ordinal).ThenBy(each => each.Entry.Message.Id).Select(each => Told(each.By, each.Entry))) is { Length: > 0 } told
            ? told
            : "没有";

    private static string Told(string by, OutboxEntry entry) =>
        $"{by}：{Of(entry.State)}{(entry.EndedAt is { } at ? $"，{Words.Moment(at)}" : "")}{(entry is { Result: { } result, State: not MessageState.Sent } ? $"，{Of(result, entry.Answer)}" : "")}";

    private static string Of(SendResult result) => result switch
    {
        SendResult.Delivered => "对方已接收",
        SendResult.NothingStands => "到发送时事项已经办结",
        SendResult.ChannelOff => "收件人已经关闭这个渠道，或者不在本机关了",
        SendResult.QuietHours => "在免打扰时段，到时段结束再发",
        SendResult.PutBack => "系统停止，尚未发送",
        SendResult.NotSetUp => "还没有设置发信服务器",
        SendResult.Unreachable => "连接不上对方",
        SendResult.TimedOut => "对方没有按时回应",
        SendResult.ConnectionLost => "连接中断，对方可能已经收到",
        SendResult.NotSecure => "不能建立加密连接，或者对方的证书不可信",
        SendResult.SignInRefused => "对方要求登录，用户名或者密码不对",
        SendResult.Busy => "对方暂时不能接收",
        SendResult.Refused => "对方拒绝接收",
        SendResult.AddressNotAllowed => "地址不能用来发送",
        SendResult.Interrupted => "多次在发送中被中断",
        SendResult.Failed => "系统内部出错",
    };
}
