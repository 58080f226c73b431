using Tracker.Tests;

namespace Tracker.Web.Tests.Pages.Acts;

/// <summary>One office for all acts; each registers a request of its own, beside one that is there from the beginning.</summary>
public sealed class OneTracker(PrivateClusterFixture cluster) : IAsyncLifetime
{
    internal TestTracker Tracker { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = Tracker.Browser();
        await ThePage.RegisterAsync(browser);
    }

    /// <summary>One more, for what would spoil this one.</summary>
    internal Task<TestTracker> AnotherAsync() => TestTracker.StartAsync(cluster, ActCase.Today);

    public ValueTask DisposeAsync() => Tracker.DisposeAsync();
}
