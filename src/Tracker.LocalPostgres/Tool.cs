using System.ComponentModel;
using System.Diagnostics;

namespace Tracker.LocalPostgres;

/// <summary>What a program left behind when it ended.</summary>
internal sealed record Finished(int ExitCode, string Output, string Errors)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The output, or a <see cref="LocalPostgresException"/> with the sentence and what the program complained of.</summary>
    public string OrRefuse(string sentence) =>
        Succeeded ? Output : throw new LocalPostgresException($"{sentence}\n{Errors}{Output}".TrimEnd());
}

/// <summary>
/// Runs one program to its end. There is no cancellation on purpose: half an initdb or half a shutdown is worse than the
/// few seconds of waiting for it.
/// </summary>
internal static class Tool
{
    public static async Task<Finished> RunAsync(IReadOnlyList<string> command, string input = "")
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/", // the caller's folder may be closed to the server's account
        };
        ClearEnvironment(start.Environment);
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await WriteInputAsync(process, input);
        await process.WaitForExitAsync();
        return new Finished(process.ExitCode, await output, await errors);
    }

    /// <summary>PGHOST, PGOPTIONS, PGDATA and their like must not reach into the private cluster; TZ must not reach initdb.</summary>
    private static void ClearEnvironment(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            environment.Remove(name);
        environment.Remove("TZ");
        environment["LC_ALL"] = "C";
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new LocalPostgresException(
                $"无法运行程序 {start.FileName}，请确认已安装：sudo apt-get install util-linux coreutils postgresql", missing);
        }
    }

    private static async Task WriteInputAsync(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended without reading; its exit code tells the rest.
        }
    }
}
