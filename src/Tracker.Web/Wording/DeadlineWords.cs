using Tracker.Domain.LegalTime;
using Tracker.ReadModels;

namespace Tracker.Web.Wording;

/// <summary>How urgent a case is; shown by word and shape, never by colour alone.</summary>
public enum Urgency
{
    Closed,
    Paused,
    Calm,
    Soon,
    Today,
    Late,
}

/// <summary>剩余工作日, computed when shown.</summary>
public static class DeadlineWords
{
    private const int SoonWorkingDays = 5;

    public static (Urgency Urgency, string Text) Of(CaseRow row, WorkingCalendar calendar, DateOnly today)
    {
        if (!row.IsOpen)
        {
            return (Urgency.Closed, "已办结");
        }

        if (row.DueOn is not { } due)
        {
            return (Urgency.Paused, "暂停（等待补正）");
        }

        return calendar.WorkingDaysBetween(today, due) switch
        {
            _ when due < today => (Urgency.Late, $"已超期 {Math.Max(1, calendar.WorkingDaysBetween(due, today))} 个工作日"),
            _ when due == today => (Urgency.Today, "今天到期"),
            <= SoonWorkingDays and var left => (Urgency.Soon, $"剩 {left} 个工作日"),
            var left => (Urgency.Calm, $"剩 {left} 个工作日"),
        };
    }

    /// <summary>A due date, marked where a notice may still move it.</summary>
    public static string Due(DateOnly? due, bool provisional) =>
        due is { } day ? Words.Day(day) + (provisional ? "（暂定）" : "") : "暂停计算";
}
