using Tracker.Documents.AnnualReports;
using Tracker.Web.Pages;

namespace Tracker.Web.Wording;

/// <summary>“（七）总计”自然人 加一件；…</summary>
public static class YearEffectWords
{
    public static string Of(YearEffect year) => string.Join(
        '；', year.Moves.Select(move => $"“{move.Row.Label}”{ReportWords.Column(move.Column)} {(move.Change > 0 ? "加一件" : "减一件")}"));
}
