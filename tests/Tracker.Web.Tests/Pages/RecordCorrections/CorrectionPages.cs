using Microsoft.Extensions.DependencyInjection;
using Tracker.Domain.RecordCorrections;
using Tracker.EventStore;

namespace Tracker.Web.Tests.Pages.RecordCorrections;

/// <summary>Addresses and usual contents of the pages of 更正申请.</summary>
internal static class CorrectionPages
{
    public static readonly (string, string)[] WalkIn =
    [
        ("Form.Channel", "InPerson"),
        ("Form.FiledOn", "2026-03-02"),
        ("Form.ApplicantKind", "NaturalPerson"),
        ("Form.ApplicantName", "样例甲"),
        ("Form.Contact", "000-0000-0001"),
        ("Form.Record", "样例记录：出生日期"),
        ("Form.ShouldSay", "样例更正：另一个日期"),
        ("Form.Evidence", "样例证据：户口簿"),
    ];

    public static string List => ListOf(TestTracker.Office);

    public static string New => $"{List}/new";

    public static string ListOf(string office) => $"/offices/{office}/record-corrections";

    public static string Of(Guid id, string act = "") => $"{List}/{id}{(act.Length > 0 ? "/" + act : "")}";

    /// <summary>Registers one through the page.</summary>
    public static async Task<Guid> RegisterAsync(HttpClient browser, params (string Name, string Value)[] typed)
    {
        using var response = await browser.FillInAsync(New, [.. WalkIn, .. typed]);
        await browser.FollowAsync(response);
        return ThePage.CaseIn(response.Headers.Location);
    }

    public static Task<LoadedStream<RecordCorrectionState, RecordCorrectionEvent>> CorrectionAsync(this TestTracker tracker, Guid id) =>
        tracker.Services.GetRequiredService<RecordCorrectionStore>().LoadAsync(new StreamKey(TestTracker.Office, id), default);
}
