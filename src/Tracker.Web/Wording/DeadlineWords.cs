using Tracker.Domain.LegalTime;
using Tracker.Domain.Reminding;
using Tracker.ReadModels;

namespace Tracker.Web.Wording;

/// <summary>剩余工作日, computed when shown; by word and shape, never by colour alone.</summary>
public static class DeadlineWords
{
    private const string Consulting = "征求意见中（不计入期限）";

    /// <summary>征求意见中: a party that was asked still has time, which does not count (art 33).</summary>
    public static bool IsConsulting(CaseRow row, DateOnly today) => row.Dues.Any(item => item.Matter == DueMatter.Opinion && item.DueOn >= today);

    public static (Urgency Urgency, string Text) Of(CaseRow row, WorkingCalendar calendar, DateOnly today)
    {
        var urgency = Urgencies.Of(row, calendar, today);
        return (urgency, urgency switch
        {
            Urgency.Closed => row.Voided ? "已作废" : "已办结",
            Urgency.Paused => Paused(row),
            Urgency.Soon or Urgency.Calm when IsConsulting(row, today) => Consulting,
            Urgency.Late or Urgency.Today or Urgency.Soon or Urgency.Calm => Left(row.DueOn!.Value, calendar, today),
        });
    }

    /// <summary>剩余5个工作日, 今天到期, 已逾期2个工作日: of whatever is due by the end of a day.</summary>
    public static string Left(DateOnly due, WorkingCalendar calendar, DateOnly today) =>
        due == today ? "今天到期"
        : due < today ? $"已逾期{DaysLate(due, calendar, today)}个工作日"
        : $"剩余{calendar.WorkingDaysBetween(today, due)}个工作日";

    /// <summary>工作日 since a day that is past: the first one after it is one, and a day on which nobody works counts as one as well.</summary>
    public static int DaysLate(DateOnly due, WorkingCalendar calendar, DateOnly today) => Math.Max(1, calendar.WorkingDaysBetween(due, today));

    /// <summary>What a list of such cases is called.</summary>
    public static string Of(Urgency urgency) => urgency switch
    {
        Urgency.Closed => "已办结",
        Urgency.Paused => "暂停计算",
        Urgency.Late => "已逾期",
        Urgency.Today => "今天到期",
        Urgency.Soon => $"{Urgencies.SoonWorkingDays} 个工作日内到期",
        Urgency.Calm => "期限充裕",
    };

    private static string Paused(CaseRow row) => row switch
    {
        { Ground: not null } => "恢复办理",
        { Waiting: true } => "待补正（期限停止计算）",
        _ when row.Waits.Contains(Awaited.Payment) => "待缴费（期限停止计算）",
        _ when row.Waits.Contains(Awaited.Opinion) => Consulting,
        _ => "期限停止计算",
    };

    /// <summary>A case's due date; one taken up again by the agency itself has none.</summary>
    public static string Due(CaseRow row) => row is { Ground: not null, DueOn: null } ? "恢复办理，没有法定期限" : Due(row.DueOn, row.Provisional);

    /// <summary>A due date, marked where a notice may still move it.</summary>
    public static string Due(DateOnly? due, bool provisional) =>
        due is { } day ? Words.Day(day) + (provisional ? "（暂定）" : "") : "暂停计算";
}
