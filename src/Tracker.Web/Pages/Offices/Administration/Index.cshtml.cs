using System.Collections.Immutable;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Administration;

/// <summary>管理: where an administrator finds what belongs to the office as a whole.</summary>
[Needs(Right.Administer)]
public sealed class IndexModel : OfficePage
{
    public ImmutableArray<(string Label, string Address, string About)> Listed =>
    [
        ("人员", Addresses.People(Office.Code), "账号、角色、密码和停用。"),
        ("机关资料", Addresses.OfficeData(Office.Code), "机关名称，公开机构的地址、电话和办公时间。"),
        ("科室", Addresses.Units(Office.Code), "可以交办的承办单位。"),
        ("文号", Addresses.LetterNumbers(Office.Code), "机关代字，答复文号的自动编号。"),
        ("提醒时点", Addresses.ReminderTimes(Office.Code), "各种期限提前几个工作日提醒，什么时候同时告知负责人；机关性质。"),
        ("提醒发送记录", Addresses.ReminderRecord(Office.Code), "谁在哪一天收到了什么提醒，有没有迟到。"),
        ("日历", Addresses.OfficeCalendar(Office.Code), "只有本机关放假或者上班的日子。"),
        ("提醒渠道", Addresses.ReminderChannels(Office.Code), "群机器人和 Webhook：本机关的提醒另外发到哪里。"),
        ("免打扰时段", Addresses.QuietHours(Office.Code), "什么时候不往外发提醒。"),
        ("待发箱", Addresses.Outbox(Office.Code), "往外发的消息：待发、已发、未发和搁置的，可以重新发送。"),
        ("发信服务器", Addresses.Sending(Office.Code), "邮件从哪里发出，提醒中的链接指向哪里。"),
        ("审计", Addresses.Audit(Office.Code), "登录、账户变动、导出和查看完整证件号码的记录。"),
    ];

    /// <summary>Shows the list.</summary>
    public void OnGet()
    {
    }
}
