using Tracker.EventStore;
using Tracker.EventStore.Sealing;
using Tracker.LocalPostgres;

namespace Tracker.Benchmarks;

/// <summary>A private cluster for one benchmark, as the product would make it: fsync on, nothing tuned.</summary>
internal sealed class BenchCluster : IAsyncDisposable
{
    private readonly PrivateCluster cluster;

    private BenchCluster(string folder, PrivateCluster cluster) => (Folder, this.cluster) = (folder, cluster);

    public string Folder { get; }

    public static async Task<BenchCluster> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("tracker-bench-").FullName;
        // A root's server runs under another account, which must get past this folder to its own.
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        return new(folder, await PrivateCluster.OpenAsync(Path.Combine(folder, "data")));
    }

    public async Task<Book> BookAsync(string database, BookRole role)
    {
        await cluster.CreateDatabaseIfMissingAsync(database);
        var key = new MasterKeySource(Variable: null, Path.Combine(Folder, $"{database}.key"));
        return await Book.OpenAsync(cluster.ConnectionString(database), key, role, default);
    }

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
