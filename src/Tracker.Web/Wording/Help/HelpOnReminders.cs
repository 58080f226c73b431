using Tracker.Domain.Reminding;
using Tracker.ReadModels;
using Tracker.Web.Accounts;

namespace Tracker.Web.Wording.Help;

/// <summary>提醒</summary>
internal static class HelpOnReminders
{
    public static readonly HelpTopic Reminders = new("reminders", "提醒", "期限快到的几天、当日和逾期后的每个工作日，每个时点提醒一次；先告知经办的人，再告知科室负责人和公开机构负责人。")
    {
        Needs = Right.See,
        Steps =
        [
            "页面右上角的“提醒”（快捷键 g b）写着还没有看、期限又没有了结的条数。点开是自己的提醒，最近的在前；点登记编号打开那件申请，同时标为已看。",
            $"没有另外设定的，{ReminderWords.Of(ReminderTimes.Usual)}。{RoleWords.Having(Right.Administer)}在“管理”的“提醒时点”中按事项改动，从改动时起生效。",
            "经办人和科室负责人在“人员”页归入科室的，只收到本科室承办的申请的提醒。某一层没有人的，告知上一层；停用的账号不再收到。",
            "停机或者停电期间该发的，恢复运行后补记，写明“迟到的提醒”，不漏也不重复。补登的申请、改变了的期限，已经过去的时点只补最近的一个。",
            $"{RoleWords.Having(Right.Oversee)}可以查看“提醒发送记录”：谁在哪一天应当收到、何时记下、看了没有。",
            "tracker reminders replay 按账簿重新推算一段日子应当发出的提醒，与实际记下的逐条核对。",
        ],
        Clock =
        [
            "提醒的期限就是申请件上的期限：答复、补正告知、补正、征求意见、缴费、延期告知，来自同一本账簿和同一份工作日历。",
            $"等待补正、等待缴费、征求意见期间，答复期限不提醒。审批和寄出是内部环节，送审或者审批后 {Dues.InsideWorkingDays} 个工作日内办完，不迟于答复期限，也不影响答复期限。",
            "补正告知是收到后第 7 个工作日前才可以做的：过了这一日不算逾期，没有另外设定的不再提醒；需要补正而没有告知的，按答复期限办理。",
            "提前的天数按工作日倒数；采用新的放假安排或者延期以后，按新的期限提醒，原来的不再提醒。已经答复的不再提醒。",
        ],
        Law =
        [
            new("条例第三十三条", "自收到申请之日起 20 个工作日内答复；需要延长的，经公开机构负责人同意并告知申请人，最多延长 20 个工作日。"),
            new("条例第四十九条", "政府部门每年1月31日前提交并公布上一年度的年度报告；县级以上地方人民政府的，3月31日前公布。"),
            new("条例第四十六条", "各级人民政府应当建立健全政府信息公开工作考核制度、社会评议制度和责任追究制度，定期进行考核、评议。"),
        ],
        Beside = ["approval", "calendar", "accounts"],
    };
}
