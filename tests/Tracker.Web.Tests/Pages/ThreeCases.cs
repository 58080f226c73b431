using Tracker.Tests;

namespace Tracker.Web.Tests.Pages;

/// <summary>A register of three: an answered one, one at a unit, and one whose receipt is not known. Tests only look.</summary>
public sealed class ThreeCases(PrivateClusterFixture cluster) : IAsyncLifetime
{
    internal TestTracker Tracker { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        using var browser = Tracker.Browser();
        var answered = await ThePage.RegisterAsync(browser, ("Form.FiledOn", "2026-02-02"));
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(answered, "answer?ground=disclosed"), ("Form.Ground", "disclosed"), ("Form.LeftOn", "2026-02-20"), ("Form.Statement", "随函附上")));
        var assigned = await ThePage.RegisterAsync(browser, ("Form.FiledOn", "2026-02-25"), ("Form.ApplicantKind", "CommercialEnterprise"));
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(assigned, "assignment"), ("Form.AssignedOn", "2026-03-03"), ("Form.Unit", "样例一科")));
        await ThePage.RegisterAsync(browser, ("Form.Channel", "Email"));
    }

    public ValueTask DisposeAsync() => Tracker.DisposeAsync();
}
