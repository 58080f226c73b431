using System.Text.RegularExpressions;

namespace Tracker.Web.Tests;

/// <summary>Addresses and usual contents of the pages the tests walk.</summary>
internal static partial class ThePage
{
    public static readonly (string, string)[] WalkIn =
    [
        ("Form.Channel", "InPerson"),
        ("Form.FiledOn", "2026-03-02"),
        ("Form.ApplicantKind", "NaturalPerson"),
        ("Form.ApplicantName", "样例甲"),
        ("Form.Contact", "000-0000-0001"),
        ("Form.Content", "样例申请内容"),
    ];

    public static string New => $"/offices/{TestTracker.Office}/requests/new";

    public static string Register => $"/offices/{TestTracker.Office}/requests";

    public static string Of(Guid id, string act = "") => $"{Register}/{id}{(act.Length > 0 ? "/" + act : "")}";

    public static string SectionThree(int year) => $"/offices/{TestTracker.Office}/annual-reports/{year}/section-three";

    public static Guid CaseIn(Uri? location) => Guid.Parse(CaseId().Match(location!.ToString()).Value);

    /// <summary>Registers a walk-in through the page.</summary>
    public static async Task<Guid> RegisterAsync(HttpClient browser, params (string Name, string Value)[] typed)
    {
        using var response = await browser.FillInAsync(New, [.. WalkIn, .. typed]);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, response.StatusCode);
        return CaseIn(response.Headers.Location);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.NonBacktracking)]
    private static partial Regex CaseId();
}
