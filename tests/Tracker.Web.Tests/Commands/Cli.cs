using System.Diagnostics;
using System.Text;
using Tracker.Tests;
using Tracker.Web.Commands;

namespace Tracker.Web.Tests.Commands;

/// <summary>What a command printed and how it ended.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Errors)
{
    public override string ToString() => $"exit {ExitCode}\n{Output}\n{Errors}";
}

/// <summary>The product's command line, on a database of the test's.</summary>
internal sealed class Cli(string database, string dataFolder)
{
    // The console and the variables are the whole process's.
    private static readonly SemaphoreSlim Alone = new(1);

    public string Database => database;

    public string DataFolder => dataFolder;

    public static async Task<Cli> NewAsync(PrivateClusterFixture cluster) =>
        new(await cluster.NewMigratedDatabaseAsync(), cluster.NewFolder());

    /// <summary>On a copy of its own of what <paramref name="fill"/> makes of an empty database, once for all tests that ask for it by this name.</summary>
    public static async Task<Cli> FilledAsync(PrivateClusterFixture cluster, string original, Func<Cli, Task> fill)
    {
        var copy = await cluster.CopyAsync(original, database => fill(new(database.ConnectionString, database.Folder)));
        return new(copy.ConnectionString, copy.Folder);
    }

    /// <summary>The same with one office.</summary>
    public static Task<Cli> WithOfficeAsync(PrivateClusterFixture cluster, string office) =>
        FilledAsync(cluster, $"office {office}", cli => cli.SucceedAsync("office", "add", office, "样例机关"));

    /// <summary>Runs a command inside this process, one at a time.</summary>
    public async Task<CliResult> RunAsync(params string[] arguments)
    {
        await Alone.WaitAsync();
        var (output, errors) = (Console.Out, Console.Error);
        await using var written = new StringWriter();
        await using var complained = new StringWriter();
        try
        {
            Console.SetOut(written);
            Console.SetError(complained);
            Environment.SetEnvironmentVariable("TRACKER_DB", database);
            Environment.SetEnvironmentVariable("TRACKER_DATA", dataFolder);
            var exitCode = await Task.Run(() => CommandLine.RunAsync(arguments));
            return new(exitCode, written.ToString(), complained.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(errors);
            Environment.SetEnvironmentVariable("TRACKER_DB", null);
            Environment.SetEnvironmentVariable("TRACKER_DATA", null);
            Alone.Release();
        }
    }

    /// <summary>Runs it as a process of its own, as a person does, beside whatever else runs.</summary>
    public async Task<CliResult> RunApartAsync(params string[] arguments)
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
