using Tracker.Tests;

namespace Tracker.EventStore.Tests;

/// <summary>One more private cluster, for the tests of a class that change what belongs to the whole server.</summary>
public sealed class ClusterApart : IAsyncLifetime
{
    public PrivateClusterFixture Cluster { get; } = new();

    public ValueTask InitializeAsync() => Cluster.InitializeAsync();

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();
}
