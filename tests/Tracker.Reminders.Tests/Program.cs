using Tracker.Reminders.Tests.Outbox;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Tracker.Reminders.Tests;

/// <summary>The test runner, or with <c>send …</c> a second process that sends what is due until it is killed.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args) => args switch
    {
        [OtherSender.Verb, var database, var key, var record] => await OtherSender.RunAsync(database, key, record),
        _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
            await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => await ConsoleRunner.Run(args),
    };
}
