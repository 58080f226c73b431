using System.Collections.Concurrent;
using Npgsql;
using Tracker.EventStore;
using Tracker.EventStore.Sealing;
using Tracker.LocalPostgres;

namespace Tracker.Tests;

/// <summary>A database and the data folder with its master key.</summary>
public sealed record FilledDatabase(string ConnectionString, string Folder)
{
    public MasterKeySource Key => new(Variable: null, Path.Combine(Folder, "master.key"));
}

/// <summary>One private cluster for all tests of an assembly; every test that writes gets a database of its own.</summary>
public sealed class PrivateClusterFixture : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("tracker-test-").FullName;
    private readonly ConcurrentDictionary<string, Lazy<Task<FilledDatabase>>> originals = new(StringComparer.Ordinal);
    private NpgsqlDataSource server = null!;
    private int databases;

    public PrivateCluster Cluster { get; private set; } = null!;

    public string Folder => folder;

    public async ValueTask InitializeAsync()
    {
        // A root's server runs under another account, which must get past this folder to its own.
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        Cluster = await PrivateCluster.OpenAsync(Path.Combine(folder, "data"));
        server = NpgsqlDataSource.Create(Cluster.ConnectionString("postgres"));
        // Nothing here has to survive a power cut, and hundreds of short-lived databases need no sweeping.
        foreach (var setting in new[] { "fsync = off", "full_page_writes = off", "autovacuum = off" })
        {
            await ExecuteAsync($"alter system set {setting}");
        }

        await ExecuteAsync("select pg_reload_conf()");
    }

    /// <summary>The connection string of a new, empty database.</summary>
    public Task<string> NewDatabaseAsync() => NewDatabaseAsync(template: "template1");

    /// <summary>The connection string of a new database that has seen every migration, and holds nothing.</summary>
    public async Task<string> NewMigratedDatabaseAsync() => (await CopyAsync("migrated", async original =>
    {
        await using var source = NpgsqlDataSource.Create(original.ConnectionString);
        await Migrations.ApplyAsync(source, CancellationToken.None);
    })).ConnectionString;

    /// <summary>A database and folder of the test's own, as <paramref name="fill"/> leaves the one it fills, once for all who ask for it by this name.</summary>
    public async Task<FilledDatabase> CopyAsync(string original, Func<FilledDatabase, Task> fill)
    {
        var filled = await originals.GetOrAdd(original, _ => new(() => FillAsync(fill))).Value;
        var copy = NewFolder();
        foreach (var file in Directory.GetFiles(filled.Folder))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return new(await NewDatabaseAsync(new NpgsqlConnectionStringBuilder(filled.ConnectionString).Database!), copy);
    }

    /// <summary>A new book with a master key of its own.</summary>
    public async Task<Book> NewBookAsync(BookRole role = BookRole.Owner) =>
        await Book.OpenAsync(await NewMigratedDatabaseAsync(), NewKey(), role, CancellationToken.None);

    public MasterKeySource NewKey() => new(Variable: null, Path.Combine(folder, $"{Guid.NewGuid():N}.key"));

    public string NewFolder() => Directory.CreateDirectory(Path.Combine(folder, $"{Guid.NewGuid():N}")).FullName;

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await Cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<FilledDatabase> FillAsync(Func<FilledDatabase, Task> fill)
    {
        var original = new FilledDatabase(await NewDatabaseAsync(), NewFolder());
        await fill(original);
        // A pool that outlives its filler would keep the server from copying.
        await using var pooled = new NpgsqlConnection(original.ConnectionString);
        NpgsqlConnection.ClearPool(pooled);
        return original;
    }

    private async Task<string> NewDatabaseAsync(string template)
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await ExecuteAsync($"create database {name} template {template}");
        return Cluster.ConnectionString(name);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
