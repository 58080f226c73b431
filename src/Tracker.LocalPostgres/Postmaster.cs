using System.Globalization;

namespace Tracker.LocalPostgres;

/// <summary>A server that runs in a cluster folder, as its postmaster.pid tells.</summary>
/// <param name="Birth">When the process began, by which it is told from a later one under the same pid.</param>
/// <param name="Status">starting, ready, stopping or standby.</param>
internal sealed record Postmaster(int Pid, string Birth, string SocketFolder, string Status)
{
    // The lines of postmaster.pid: pid, folder, start time, port, socket folder, address, shared memory, status.
    private const int SocketFolderLine = 4;
    private const int StatusLine = 7;

    public bool IsStarting => Status == "starting";
    public bool IsReady => Status == "ready" && File.Exists(SocketFolders.Socket(SocketFolder));

    /// <summary>Whether this very process still runs and its socket is there: two looks at files, cheap enough for every moment.</summary>
    public bool StillRuns => ProcessBirth.Of(Pid) == Birth && File.Exists(SocketFolders.Socket(SocketFolder));

    /// <summary>
    /// The server of this folder, or null. A pid alone proves nothing: after a restart of the machine or container it may
    /// be another program's, even another PostgreSQL's; hence its name and the folder it works in are compared.
    /// </summary>
    public static async Task<Postmaster?> FindAsync(ClusterFiles files, ServerAccount account)
    {
        var lines = await ReadAsync(files.PidFile);
        if (!int.TryParse(lines.ElementAtOrDefault(0), CultureInfo.InvariantCulture, out var pid))
            return null;
        return ProcessBirth.Of(pid) is { } birth && await WorksInAsync(pid, files, account)
            ? new Postmaster(pid, birth, lines.ElementAtOrDefault(SocketFolderLine) ?? "", StatusIn(lines))
            : null;
    }

    private static async Task<string[]> ReadAsync(string pidFile)
    {
        try
        {
            return await File.ReadAllLinesAsync(pidFile);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return []; // no server, or it has just ended
        }
    }

    private static string StatusIn(string[] lines) => lines.ElementAtOrDefault(StatusLine)?.Trim() ?? "starting";

    private static async Task<bool> WorksInAsync(int pid, ClusterFiles files, ServerAccount account)
    {
        var process = string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}");
        // As the server's account: in a container even root may not look into another account's process.
        var name = await account.RunAsync(["cat", $"{process}/comm"]);
        var folder = await account.RunAsync(["readlink", $"{process}/cwd"]);
        return name.Output.TrimEnd() == "postgres" && folder.Output.TrimEnd('\n') == files.Pg;
    }
}
