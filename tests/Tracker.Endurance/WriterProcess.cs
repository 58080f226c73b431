using System.Diagnostics;

namespace Tracker.Endurance;

/// <summary>The process of the writers, seen from the one that kills.</summary>
internal sealed class WriterProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    private WriterProcess(Process process)
    {
        this.process = process;
        (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    public static WriterProcess Start(Uri address, string folder, Clerk who, string[] offices) => new(Process.Start(
        new ProcessStartInfo("dotnet", [typeof(WriterProcess).Assembly.Location, "write", address.ToString(), folder, who.Name, who.Password, .. offices])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);

    /// <summary>Fails when the writers have met an answer no kill explains.</summary>
    public async Task StillWorksAsync()
    {
        if (process.HasExited)
        {
            throw new InvalidOperationException($"The writers have ended: {await errors}");
        }
    }

    /// <summary>Lets each finish its act. Answers what they have to tell.</summary>
    public async Task<string> FinishAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? (await output).TrimEnd() : throw new InvalidOperationException($"The writers have ended: {await errors}");
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
