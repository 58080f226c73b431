using Tracker.Web.Accounts;

namespace Tracker.Web.Wording.Help;

/// <summary>提醒的送达</summary>
internal static class HelpOnDelivery
{
    public static readonly HelpTopic Channels = new("reminder-channels", "提醒的送达", "提醒除了在系统内显示，还可以发邮件、发到群机器人和 Webhook，或者订阅到自己的日历。")
    {
        Steps =
        [
            "每个人点页面右上角的“提醒方式”，选择只在系统内、每条一封邮件还是合并成一封；可以给自己发一封测试邮件。",
            "在同一页可以生成日历订阅地址，填到手机或者电脑的日历里；地址只显示一次，不要转给别人，不用时停用。",
            "管理员在“管理”的“提醒渠道”中添加企业微信、钉钉的群机器人或者 Webhook，再点“测试”。地址和密钥加密保存，以后不再显示。",
            "Webhook 用 POST 收到 JSON。请核对 X-Tracker-Signature：“sha256=”加上用密钥对“X-Tracker-Timestamp 的值、一个点、正文”算出的 HMAC-SHA256；同一个 Idempotency-Key 只处理一次。",
            "发信服务器和系统的网址对全部机关有效，由全部机关的管理员设置。",
            $"发不出去的会隔 1 分钟、5 分钟、30 分钟、2 小时、6 小时再试，之后搁置；{RoleWords.Having(Right.Oversee)}在“待发箱”看原因，管理员排除后点“重新发送”。",
        ],
        Clock =
        [
            "免打扰时段（默认 18:00 至次日 08:30 和休息日）内的提醒，到下一个工作日早晨再发；系统内的提醒不受影响。",
            "消息在发送时按当时的办理情况生成：已经办结的不再写，全部办结的不再发。",
        ],
        Law =
        [
            new("条例第三十三条", "行政机关应当在规定的期限内答复；提醒只是帮助，不改变期限。"),
            new("条例第十五条", "发出去的消息只写登记编号、事项、到期日、剩余天数和链接，不写姓名和申请内容。"),
        ],
        Beside = ["reminders", "accounts"],
    };
}
