using System.Diagnostics;
using System.Text;
using Npgsql;
using Tracker.Tests;

namespace Tracker.ReadModels.Tests.Rebuilding;

/// <summary>PostgreSQL's own full description of a table: columns, defaults, comments, keys, indexes, policies, grants, owner.</summary>
internal static class SchemaDump
{
    public static async Task<string> OfAsync(PrivateClusterFixture cluster, string database, string table)
    {
        var settings = new NpgsqlConnectionStringBuilder(database);
        var start = new ProcessStartInfo(Path.Combine(cluster.Cluster.BinFolder, "pg_dump"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
            ArgumentList = { "-h", settings.Host!, "-U", "tracker", "--schema-only", "--table", table, settings.Database! },
        };
        using var process = Process.Start(start)!;
        var dump = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return string.Join('\n', dump.Split('\n').Where(line => !line.StartsWith('\\'))); // newer versions guard it with a random word
    }
}
