namespace Tracker.Web.Commands;

internal static class ImportRegisterCommand
{
    public static System.CommandLine.Command Build() => new("import-register");

    public static Task<int> ImportAsync(IServiceProvider services, string path, string office, bool dryRun, CancellationToken cancellationToken) => throw new InvalidOperationException();
}
