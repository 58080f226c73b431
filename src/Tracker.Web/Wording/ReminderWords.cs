using Tracker.Domain.LegalTime;
using Tracker.Domain.Reminding;
using Tracker.ReadModels;
using Tracker.Reminders;

namespace Tracker.Web.Wording;

/// <summary>What is due, when somebody is told of it, and as whom.</summary>
public static class ReminderWords
{
    public static string Of(DueMatter matter) => matter switch
    {
        DueMatter.Answer => "答复期限",
        DueMatter.SupplementNotice => "补正告知期限",
        DueMatter.Supplement => "补正期限",
        DueMatter.Opinion => "征求意见期限",
        DueMatter.Payment => "缴费期限",
        DueMatter.ExtensionNotice => "告知申请人延期",
        DueMatter.ExtensionApproval => "审批延期",
        DueMatter.AnswerApproval => "审批答复",
        DueMatter.Dispatch => "寄出答复",
        DueMatter.CalendarNotice => "采用下一年度放假安排",
        DueMatter.AnnualReport => "年度报告",
    };

    /// <summary>征求意见期限（第 2 次）, 年度报告（2026 年度）: which of several is said where there can be several.</summary>
    public static string Of(DueItem due) => due switch
    {
        { Part: "" } => Of(due.Matter),
        { Matter: DueMatter.CalendarNotice or DueMatter.AnnualReport } => $"{Of(due.Matter)}（{due.Part} 年度）",
        _ => $"{Of(due.Matter)}（第 {due.Part} 次）",
    };

    public static string Of(ReminderLevel level) => level switch
    {
        ReminderLevel.Handler => "经办",
        ReminderLevel.UnitHead => "科室负责人",
        ReminderLevel.OfficeHead => "公开机构负责人",
    };

    public static string Of(OfficeNature nature) => nature switch
    {
        OfficeNature.Department => "部门",
        OfficeNature.Government => "人民政府",
    };

    /// <summary>提前 5 个工作日, 当日, 逾期第 1 个工作日</summary>
    public static string Step(int step) => step switch
    {
        > 0 => $"提前 {step} 个工作日",
        0 => "当日",
        < 0 => $"逾期第 {-step} 个工作日",
    };

    /// <summary>提前 5、2 个工作日和当日，逾期后每个工作日；科室负责人自提前 2 个工作日起，公开机构负责人自当日起</summary>
    public static string Of(ReminderTimes times) =>
        $"{string.Join('，', When(times))}；科室负责人{From(times.UnitHeadFrom)}，公开机构负责人{From(times.OfficeHeadFrom)}";

    /// <summary>
    /// 剩余5个工作日, 已逾期2个工作日. The 7th working day is the last to ask for a supplement, if one is needed; a case is not late because it is over.
    /// </summary>
    public static string Left(DueItem due, WorkingCalendar calendar, DateOnly today) => IsOver(due, today)
        ? $"已满{AnswerTerm.SupplementNoticeWorkingDays}个工作日，尚未办理"
        : DeadlineWords.Left(due.DueOn, calendar, today);

    /// <summary>可以通知补正的最后一日 is past: nothing can be done by it any more, and nothing is late.</summary>
    public static bool IsOver(DueItem due, DateOnly today) => due.Matter == DueMatter.SupplementNotice && due.DueOn < today;

    /// <summary>The same of a reminder, as things are now: its matter may be settled, or due by another day.</summary>
    public static string Now(ShownReminder shown, WorkingCalendar calendar, DateOnly today) => shown switch
    {
        { Stands: true } => Left(shown.Reminder.Due, calendar, today),
        { DueNow: { } day } => $"期限已改为{Words.Day(day)}",
        { Reminder.Due.Matter: DueMatter.Answer, InHand: true } => "期限停止计算",
        _ => "已了结",
    };

    /// <summary>3, 99+</summary>
    public static string Count(int unseen) => unseen > ReminderReader.MostCounted ? $"{ReminderReader.MostCounted}+" : $"{unseen}";

    /// <summary>迟到的提醒; none if it was recorded on its day.</summary>
    public static string? Late(Reminder reminder) => LegalDay.Of(reminder.RecordedAt) > reminder.FiresOn ? "迟到的提醒" : null;

    /// <summary>One line of a replay.</summary>
    public static string Of(ReplayFinding finding) => string.Join(
        '\t',
        finding.Fault switch { ReplayFault.Missing => "缺少", ReplayFault.Unexpected => "多出" },
        finding.Office,
        finding.Number ?? (finding.Case is { } id ? $"{id}" : "本机关"),
        Of(finding.Due),
        $"{finding.Due.DueOn:yyyy-MM-dd}到期",
        Step(finding.Step),
        $"{finding.FiresOn:yyyy-MM-dd}应发",
        Of(finding.Level));

    /// <summary>What a replay came to.</summary>
    /// <param name="replayed">The office.</param>
    /// <param name="from">The first day that was asked for.</param>
    public static string Of(ReplayedOffice replayed, DateOnly from) => replayed.Scope switch
    {
        ReplayScope.NeverSwept => $"{replayed.Office} 到 {replayed.To:yyyy-MM-dd} 为止还没有巡检过，没有提醒可以核对。",
        ReplayScope.NotYetOpen => $"{replayed.Office} 在 {replayed.To:yyyy-MM-dd} 以前没有启用，没有提醒应当发出。",
        ReplayScope.Compared => string.Join('\n', Compared(replayed, from)),
    };

    private static IEnumerable<string> Compared(ReplayedOffice replayed, DateOnly from)
    {
        if (replayed.From > from)
        {
            yield return $"{replayed.Office} {replayed.From:yyyy-MM-dd} 第一次巡检，此前的日子不核对。";
        }

        if (!replayed.Unswept.IsEmpty)
        {
            yield return $"{replayed.Office} 没有巡检的日子 {replayed.Unswept.Length} 天：{string.Join('、', replayed.Unswept.Select(day => $"{day:yyyy-MM-dd}"))}。其间应发的提醒由后一次巡检补发。";
        }

        yield return $"{replayed.Office} {replayed.From:yyyy-MM-dd} 至 {replayed.To:yyyy-MM-dd}：相符 {replayed.InOrder}，"
            + $"缺少 {replayed.Findings.Count(finding => finding.Fault == ReplayFault.Missing)}，多出 {replayed.Findings.Count(finding => finding.Fault == ReplayFault.Unexpected)}。";
    }

    private static IEnumerable<string> When(ReminderTimes times)
    {
        var early = times.Before.Where(step => step > 0).ToList();
        string?[] before = [early.Count > 0 ? $"提前 {string.Join('、', early)} 个工作日" : null, times.Before.Contains(0) ? "当日" : null];
        if (before.OfType<string>().ToList() is { Count: > 0 } known)
        {
            yield return string.Join('和', known);
        }

        if (times.EachDayAfter)
        {
            yield return "逾期后每个工作日";
        }
    }

    private static string From(int? step) => step is { } from ? $"自{Step(from)}起" : "不告知";
}
