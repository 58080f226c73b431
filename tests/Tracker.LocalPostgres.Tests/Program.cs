using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Tracker.LocalPostgres.Tests;

/// <summary>The test runner, or with <c>hold FOLDER</c> a stand-in for a tracker that uses a cluster until it is killed.</summary>
internal static class Program
{
    public const string HoldVerb = "hold";

    public static async Task<int> Main(string[] args) => args switch
    {
        [HoldVerb, var folder] => await HoldAsync(folder),
        _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
            await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => await ConsoleRunner.Run(args),
    };

    private static async Task<int> HoldAsync(string folder)
    {
        await using var cluster = await PrivateCluster.OpenAsync(folder);
        Console.WriteLine("open");
        await Task.Delay(TimeSpan.FromMinutes(5)); // killed long before; an end of its own if the test died
        return 0;
    }
}
