using System.Diagnostics;
using System.Globalization;

namespace Tracker.Endurance.Tests;

/// <summary>A place for a data folder whose room a test can take and give back.</summary>
internal abstract class FullDisk : IAsyncDisposable
{
    protected const int Megabyte = 1024 * 1024;

    public abstract string DataFolder { get; }

    /// <summary>A disk of memory where this account may mount one; else files that may not grow, which any account can have.</summary>
    public static async Task<FullDisk> OpenAsync() => await MemoryDisk.TryMountAsync() ?? (FullDisk)new LimitedFiles();

    /// <summary>Leaves room for single acts, not for an import.</summary>
    public abstract Task LeaveLittleRoomAsync(ServedTracker served);

    public abstract Task LeaveNoRoomAsync(ServedTracker served);

    public abstract Task GiveRoomBackAsync(ServedTracker served);

    public abstract ValueTask DisposeAsync();

    protected static async Task<bool> RunAsync(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }

    protected static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A real file system, filled to its last byte by a file that lies in the way.</summary>
internal sealed class MemoryDisk : FullDisk
{
    private const int Size = 192;
    private const int LittleRoom = 12;

    private readonly string mount;

    private MemoryDisk(string mount) => this.mount = mount;

    public override string DataFolder => Path.Combine(mount, "data");

    private string Ballast => Path.Combine(mount, "ballast");

    public static async Task<MemoryDisk?> TryMountAsync()
    {
        var folder = Directory.CreateTempSubdirectory("tracker-disk-").FullName;
        if (await RunAsync("mount", "-t", "tmpfs", "-o", $"size={Size}m,mode=0711", "tmpfs", folder))
        {
            return new MemoryDisk(folder);
        }

        Directory.Delete(folder);
        return null;
    }

    public override Task LeaveLittleRoomAsync(ServedTracker served) => FillAsync(LittleRoom * Megabyte);

    public override Task LeaveNoRoomAsync(ServedTracker served) => FillAsync(0);

    public override Task GiveRoomBackAsync(ServedTracker served)
    {
        File.Delete(Ballast);
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await RunAsync("umount", "--lazy", mount);
        Directory.Delete(mount);
    }

    private async Task FillAsync(long room)
    {
        await using var ballast = new FileStream(Ballast, FileMode.Append);
        var block = new byte[4096];
        try
        {
            while (new DriveInfo(mount).AvailableFreeSpace > room)
            {
                await ballast.WriteAsync(block);
                await ballast.FlushAsync();
            }
        }
        catch (IOException)
        {
            // The last byte is taken.
        }
    }
}

/// <summary>
/// The server may let a file grow up to a size only, which ends in the middle of a block: to it a full disk. Its log still fits.
/// </summary>
internal sealed class LimitedFiles : FullDisk
{
    private const int Limit = (16 * Megabyte) + 4096;

    private readonly string folder = Directory.CreateTempSubdirectory("tracker-disk-").FullName;

    public LimitedFiles() => File.SetUnixFileMode(
        folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);

    public override string DataFolder => Path.Combine(folder, "data");

    public override Task LeaveLittleRoomAsync(ServedTracker served) => LimitAsync(served, Text(Limit));

    /// <summary>The import has filled the table of long texts to its last block, and its rows are not swept yet.</summary>
    public override Task LeaveNoRoomAsync(ServedTracker served) => Task.CompletedTask;

    public override Task GiveRoomBackAsync(ServedTracker served) => LimitAsync(served, "unlimited");

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    // The soft limit, which its owner may raise again, set under the server's own account: to root not every root may do it.
    private static async Task LimitAsync(ServedTracker served, string bytes)
    {
        foreach (var pid in served.DatabasePids())
        {
            var done = await RunAsync(
                "sh", "-c", "$(test -O /proc/$0 || echo setpriv $(stat -c '--reuid %u --regid %g' /proc/$0) --clear-groups) prlimit --pid $0 --fsize=$1:", Text(pid), bytes);
            Assert.True(done || !Directory.Exists($"/proc/{pid}"));
        }
    }
}
