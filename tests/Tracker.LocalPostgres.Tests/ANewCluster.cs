namespace Tracker.LocalPostgres.Tests;

/// <summary>One cluster, opened for the first time in a folder with an awkward name, for the tests that only look.</summary>
public sealed class ANewCluster : IAsyncLifetime
{
    public TestFolder Folder { get; } = new("数据 of the mayor's office");
    public PrivateCluster Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Cluster = await Folder.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        await Folder.DisposeAsync();
    }
}
