using System.Diagnostics;
using System.Globalization;

namespace Tracker.LocalPostgres.Tests;

/// <summary>A second process that uses a cluster, in a session of its own as under another terminal.</summary>
internal sealed class OtherTracker : IAsyncDisposable
{
    private readonly Process process;

    private OtherTracker(Process process) => this.process = process;

    public static async Task<OtherTracker> OpenAsync(string folder)
    {
        var start = new ProcessStartInfo("setsid", [Environment.ProcessPath!, .. HostArguments(), Program.HoldVerb, folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        var other = new OtherTracker(Process.Start(start)!);
        Assert.Equal("open", await other.process.StandardOutput.ReadLineAsync());
        return other;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>What a terminal does on Ctrl+C: SIGINT to every process of the group.</summary>
    public async Task PressCtrlCAsync()
    {
        var group = process.Id.ToString(CultureInfo.InvariantCulture); // setsid made it the leader of its group
        using var kill = Process.Start("/bin/kill", ["-INT", "--", $"-{group}"]);
        await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    /// <summary>The tests run as a program of their own or under dotnet, depending on who runs them.</summary>
    private static string[] HostArguments() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Program).Assembly.Location] : [];
}
