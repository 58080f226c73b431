using Tracker.Tests;

namespace Tracker.Web.Tests.Pages;

/// <summary>One office for all tests of a class that save nothing; there is no request in it.</summary>
public sealed class EmptyTracker(PrivateClusterFixture cluster) : IAsyncLifetime
{
    internal TestTracker Tracker { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));

    public ValueTask DisposeAsync() => Tracker.DisposeAsync();
}
