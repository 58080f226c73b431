using System.Diagnostics;
using System.Globalization;

namespace Tracker.Tests;

/// <summary>The ways a server, or a tracker, is brought to its end.</summary>
public enum Signal
{
    /// <summary>SIGINT: Ctrl+C; to PostgreSQL what pg_ctl -m fast sends.</summary>
    Interrupt = 2,

    /// <summary>SIGQUIT: to PostgreSQL what pg_ctl -m immediate sends, a power cut.</summary>
    Quit = 3,

    /// <summary>SIGKILL: kill -9.</summary>
    Kill = 9,
}

public static class Signals
{
    /// <summary>Sends it; a process that has ended meanwhile is none to care about.</summary>
    public static async Task SendAsync(this Signal signal, int pid)
    {
        using var kill = Process.Start(new ProcessStartInfo(
            "/bin/kill", [string.Create(CultureInfo.InvariantCulture, $"-{(int)signal}"), pid.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        await kill.WaitForExitAsync();
    }
}
