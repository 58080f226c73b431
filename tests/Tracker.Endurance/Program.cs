namespace Tracker.Endurance;

/// <summary>
/// <c>run DATABASE-ROUNDS SERVE-ROUNDS</c> kills and looks; <c>write ADDRESS FOLDER NAME PASSWORD OFFICE…</c> is the second process, which it starts.
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["write", var address, var folder, var name, var password, .. var offices]:
                return await Writers.RunAsync(new(address), folder, new(name, password), offices);
            case ["run", var database, var serve] when int.TryParse(database, out var databaseRounds) && int.TryParse(serve, out var serveRounds):
                var report = await EnduranceRun.RunAsync(databaseRounds, serveRounds, Console.WriteLine);
                Console.WriteLine(report);
                return report.Faults.Count == 0 ? 0 : 1;
            default:
                await Console.Error.WriteLineAsync("usage: run DATABASE-ROUNDS SERVE-ROUNDS");
                return 2;
        }
    }
}
