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
        ("审计", Addresses.Audit(Office.Code), "登录、账户变动、导出和查看完整证件号码的记录。"),
    ];

    /// <summary>Shows the list.</summary>
    public void OnGet()
    {
    }
}
