using Tracker.Documents.Notices;
using Tracker.Domain.LegalTime;
using Tracker.ReadModels.Adopting;

namespace Tracker.Web.Wording;

/// <summary>The calendar, what adopting a notice changes, and what is missing, as a clerk reads it.</summary>
public static class CalendarSentences
{
    /// <summary>The warning from 1 November on that next year's notice is missing; none while all are there.</summary>
    public static string? Missing(WorkingCalendar calendar, DateOnly today) => calendar.MissingNotice(today) is { } year
        ? $"还没有采用 {year} 年的放假安排：{Words.Day(calendar.ProvisionalFrom)}起只扣除周末，落在其后的期限都是暂定的。请在国务院办公厅公布通知后采用。"
        : null;

    /// <summary>2027 年的放假安排, 样例机关 2027 年的自有安排</summary>
    public static string Title(int year, string? office) => office is null ? $"{year} 年的放假安排" : $"{office} {year} 年的自有安排";

    /// <summary>2027-01-01（星期五） 元旦：改为放假</summary>
    public static string Of(DayChange day) => $"{NoticeWords.Day(day.Date)} {day.Name}：改为{(day.Worked ? "上班" : "放假")}";

    /// <summary>推迟 3 日, 提前 1 日</summary>
    public static string Shift(CaseMove move) => $"{(move.DaysLater > 0 ? "推迟" : "提前")} {Math.Abs(move.DaysLater)} 日";

    /// <summary>2027-01-04（暂定） → 2027-01-05</summary>
    public static string Dates(CaseMove move) =>
        $"{move.From:yyyy-MM-dd}{(move.WasProvisional ? "（暂定）" : "")} → {move.To:yyyy-MM-dd}{(move.IsProvisional ? "（暂定）" : "")}";

    /// <summary>How many cases change, of how many.</summary>
    public static string Of(CalendarEffect effect) =>
        $"未办结申请 {effect.Open} 件：答复期限变动 {effect.Moves.Length} 件，期限不变、不再是暂定 {effect.Settled} 件"
        + (effect.Others > 0 ? $"，仅提醒日期等变动 {effect.Others} 件" : "") + "。已办结的申请不变。";

    /// <summary>放假 33 天，调休上班 7 天</summary>
    public static string Days(AdoptedYear year) => year.Notice.Days.IsEmpty ? "已取消" : $"放假 {year.DaysOff} 天，上班 {year.DaysWorked} 天";

    /// <summary>2026-11-21 采用，改过 1 次</summary>
    public static string Adopted(AdoptedYear year) =>
        $"{LegalDay.WallClock(year.AdoptedAt):yyyy-MM-dd} 采用{(year.Times > 1 ? $"，改过 {year.Times - 1} 次" : "")}";

    /// <summary>Told instead of adopting on consequences nobody has seen.</summary>
    public static string MovedOn(long? version) =>
        version is { } now ? $"工作日历在您查看之后有了变化（现在是第 {now} 版），没有采用。请重新核对。" : "工作日历在您查看之后有了变化，没有采用。";

    public static string AdoptedBefore => "这次采用已经完成过，没有重复写入。";
}
