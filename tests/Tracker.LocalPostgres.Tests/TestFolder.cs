using System.Diagnostics;
using System.Globalization;

namespace Tracker.LocalPostgres.Tests;

/// <summary>A data folder for one test. At the end its server is stopped, whoever left it, and the folder is gone.</summary>
public sealed class TestFolder : IAsyncDisposable
{
    private readonly string root = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"tracker-test-{Guid.NewGuid():N}");

    public TestFolder(string below = "data")
    {
        // Not CreateTempSubdirectory: its mode 0700 would keep root's unprivileged server out.
        Directory.CreateDirectory(root);
        Path = System.IO.Path.Combine(root, below);
    }

    public string Path { get; }
    public string Pg => System.IO.Path.Combine(Path, "pg");
    public string PidFile => System.IO.Path.Combine(Pg, "postmaster.pid");

    public Task<PrivateCluster> OpenAsync() => PrivateCluster.OpenAsync(Path, TestContext.Current.CancellationToken);

    public int ServerPid() => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    public bool ServerRuns() => File.Exists(PidFile) && Directory.Exists($"/proc/{ServerPid()}");

    /// <summary>Makes an empty folder with owner and modes of another.</summary>
    public static async Task CreateLikeAsync(string model, string folder)
    {
        Directory.CreateDirectory(folder, File.GetUnixFileMode(model));
        using var chown = Process.Start("chown", [$"--reference={model}", "--", folder]);
        await chown.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(PidFile))
            await (await PrivateCluster.OpenAsync(Path, CancellationToken.None)).DisposeAsync(); // adopts, then stops as the last
        Directory.Delete(root, recursive: true);
    }
}
