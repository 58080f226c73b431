using Tracker.Documents.Registers;
using Tracker.Domain.LegalTime;
using Tracker.ReadModels;

namespace Tracker.Web.Wording;

/// <summary>台账 in the words of a file.</summary>
public static class ExportWords
{
    private const string NoName = "—";

    /// <summary>办理结果 as a list says it.</summary>
    public static string Result(CaseRow row) => row.Voided ? "作废" : row.Ground?.Label ?? "办理中";

    /// <summary>A name of which only the first character is shown.</summary>
    public static string Masked(string? initial) => initial is null ? NoName : $"{initial}＊";

    public static RegisterLine Line(ExportedCase exported, WorkingCalendar calendar, DateOnly today)
    {
        var row = exported.Row;
        var (_, remaining) = DeadlineWords.Of(row, calendar, today);
        return new(
            row.Number.Text,
            row.ReceivedOn,
            Words.Of(row.Channel),
            Words.Of(row.ApplicantKind),
            Masked(exported.Initial),
            row.DueOn,
            row.Provisional ? $"{remaining}（期限暂定）" : remaining,
            Result(row),
            row.ResultOn,
            row.DocumentNumber,
            string.Join("、", row.Missing.Select(Words.Of)));
    }

    /// <summary>What stands above the columns. Which words were searched for is not said.</summary>
    public static RegisterTitle Title(string office, string? figure, IEnumerable<string> parts, bool isSearched, DateTimeOffset at, string by)
    {
        return new(
            figure is null ? $"{office}依申请公开台账" : $"{office}依申请公开台账：{figure}",
            Which(figure, parts, isSearched),
            $"导出：{Words.Moment(at)}，{by}。“剩余”按导出当日计算；姓名已隐去。");
    }

    /// <summary>The same above the list on paper.</summary>
    public static string Printed(string office, string? figure, IEnumerable<string> parts, bool isSearched, DateOnly today) =>
        $"{office}　台账{(figure is null ? "" : $"：{figure}")}　{Which(figure, parts, isSearched)}　打印日期：{Words.Day(today)}";

    private static string Which(string? figure, IEnumerable<string> parts, bool isSearched)
    {
        string[] conditions = [.. isSearched ? new[] { "按搜索词（不写入文件）" } : [], .. parts];
        return figure is not null ? "范围：该数字所数的全部申请" : $"筛选：{(conditions.Length == 0 ? "无，全部申请" : string.Join("；", conditions))}";
    }
}
