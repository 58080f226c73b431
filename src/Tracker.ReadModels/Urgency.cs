using Tracker.Domain.LegalTime;

namespace Tracker.ReadModels;

/// <summary>How urgent a case is on a day.</summary>
public enum Urgency
{
    /// <summary>已办结</summary>
    Closed,

    /// <summary>暂停: the clock stands still.</summary>
    Paused,

    /// <summary>期限充裕</summary>
    Calm,

    /// <summary>临近期限: at most five working days are left.</summary>
    Soon,

    /// <summary>今天到期</summary>
    Today,

    /// <summary>已逾期</summary>
    Late,
}

/// <summary>The one rule for what is urgent: for the word beside a case, and for the list of such cases.</summary>
public static class Urgencies
{
    /// <summary>From how many working days on a due date is near.</summary>
    public const int SoonWorkingDays = 5;

    public static Urgency Of(CaseRow row, WorkingCalendar calendar, DateOnly today) => row switch
    {
        { IsOpen: false } => Urgency.Closed,
        { DueOn: null } => Urgency.Paused,
        { DueOn: { } due } when due < today => Urgency.Late,
        { DueOn: { } due } when due == today => Urgency.Today,
        { DueOn: { } due } when due <= SoonUntil(calendar, today) => Urgency.Soon,
        _ => Urgency.Calm,
    };

    /// <summary>The last day to which at most five working days are left.</summary>
    public static DateOnly SoonUntil(WorkingCalendar calendar, DateOnly today) =>
        calendar.AddWorkingDays(today, SoonWorkingDays + 1).AddDays(-1);

    /// <summary>The same in SQL over <c>case_rows</c>.</summary>
    /// <param name="urgency">Which.</param>
    /// <param name="today">The parameter that is today.</param>
    /// <param name="near">The parameter that is the last day that is near.</param>
    internal static string Sql(Urgency urgency, string today, string near) => urgency switch
    {
        Urgency.Closed => "not in_hand",
        Urgency.Paused => "in_hand and due_on is null",
        Urgency.Late => $"in_hand and due_on < {today}",
        Urgency.Today => $"in_hand and due_on = {today}",
        Urgency.Soon => $"in_hand and due_on > {today} and due_on <= {near}",
        Urgency.Calm => $"in_hand and due_on > {near}",
    };
}
