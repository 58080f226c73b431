using System.Collections.Immutable;
using Tracker.Domain.LegalTime;

namespace Tracker.Documents.Notices;

/// <summary>What is wrong with a notice, in words, with the line of the file it stands on.</summary>
public static class NoticeWords
{
    private const string Weekdays = "日一二三四五六";

    public static string Of(NoticeMistake mistake) => mistake switch
    {
        NoticeMistake.NoSource => "没有注明来源（notices）",
        NoticeMistake.SourceIsNoAddress => "来源（notices）应为通知的网址",
        NoticeMistake.SourceTooLong => $"来源（notices）不能超过 {NoticeFaults.LongestSource} 个字",
        NoticeMistake.NoDays => "没有写出任何一天（days）",
        NoticeMistake.NoName => $"没有写节日名称（name），或者超过 {NoticeFaults.LongestName} 个字",
        NoticeMistake.DayTwice => "日期写了两遍",
        NoticeMistake.DayOfAnotherYear => "不属于这一年：只能是该年的日子，或者上一年 12 月的日子",
        NoticeMistake.WeekdayWorked => "本来就是工作日，却写成上班；只有修改过的通知（注明两个以上来源）才会这样写",
        NoticeMistake.NothingChanged => "照国务院办公厅的通知本来就是这样，写了不起作用",
    };

    /// <summary>第 12 行 2027-02-05（星期五）：…。</summary>
    public static string Sentence(NoticeFault fault, NoticeFile file) =>
        $"{(fault.Place is { } place ? $"{Place(file, place)}：" : "")}{Of(fault.Mistake)}。";

    /// <summary>What may be a slip: a notice that is not whole, a day off that is one anyway.</summary>
    public static ImmutableArray<string> Hints(NoticeFile file, bool isNational) =>
    [
        .. isNational && NoticeFaults.MissingHolidays(file.Notice) is { IsEmpty: false } missing
            ? [$"没有写出下列节日的放假日：{string.Join("、", missing)}。采用以后，{file.Notice.Year} 年的期限不再标为暂定，请核对是否齐全。"]
            : Array.Empty<string>(),
        .. NoticeFaults.IdleDays(file.Notice).Select(place => $"{Place(file, place)}：周末本来就休息，标为放假不改变任何期限，请核对日期。"),
    ];

    /// <summary>2027-02-05（星期五）</summary>
    public static string Day(DateOnly day) => $"{day:yyyy-MM-dd}（星期{Weekdays[(int)day.DayOfWeek]}）";

    private static string Place(NoticeFile file, int place) => $"第 {file.Lines[place]} 行 {Day(file.Notice.Days[place].Date)}";
}
