using Tracker.EventStore;
using Tracker.EventStore.Sealing;
using Tracker.LocalPostgres;

namespace Tracker.Tests;

/// <summary>One private cluster for all tests of an assembly; every test that writes gets a database of its own.</summary>
public sealed class PrivateClusterFixture : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("tracker-test-").FullName;
    private int databases;

    public PrivateCluster Cluster { get; private set; } = null!;

    public string Folder => folder;

    public async ValueTask InitializeAsync()
    {
        // A root's server runs under another account, which must get past this folder to its own.
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        Cluster = await PrivateCluster.OpenAsync(Path.Combine(folder, "data"));
    }

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await Cluster.CreateDatabaseIfMissingAsync(name);
        return Cluster.ConnectionString(name);
    }

    /// <summary>A new book with a master key of its own.</summary>
    public async Task<Book> NewBookAsync(BookRole role = BookRole.Owner) => await Book.OpenAsync(await NewDatabaseAsync(), NewKey(), role, CancellationToken.None);

    public MasterKeySource NewKey() => new(Variable: null, Path.Combine(folder, $"{Guid.NewGuid():N}.key"));

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
