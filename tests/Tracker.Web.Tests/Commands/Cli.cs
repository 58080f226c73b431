using System.Diagnostics;
using System.Text;
using Tracker.Tests;

namespace Tracker.Web.Tests.Commands;

/// <summary>What a command printed and how it ended.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Errors)
{
    public override string ToString() => $"exit {ExitCode}\n{Output}\n{Errors}";
}

/// <summary>The product's command line as a process of its own, on a database of the test's.</summary>
internal sealed class Cli(string database, string dataFolder)
{
    public string Database => database;

    public string DataFolder => dataFolder;

    public static async Task<Cli> NewAsync(PrivateClusterFixture cluster) =>
        new(await cluster.NewDatabaseAsync(), Directory.CreateDirectory(Path.Combine(cluster.Folder, $"cli-{Guid.NewGuid():N}")).FullName);

    public async Task<CliResult> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["TRACKER_DB"] = database;
        start.Environment["TRACKER_DATA"] = dataFolder;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>Runs a command that must succeed.</summary>
    public async Task<string> SucceedAsync(params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.True(result.ExitCode == 0, result.ToString());
        return result.Output;
    }

    /// <summary>Writes a register file and answers its path.</summary>
    public string File(string name, string content) => File(name, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(content));

    public string File(string name, byte[] content)
    {
        var path = Path.Combine(dataFolder, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }
}
