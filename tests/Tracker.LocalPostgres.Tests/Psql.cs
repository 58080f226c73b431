using System.Data.Common;
using System.Diagnostics;

namespace Tracker.LocalPostgres.Tests;

/// <summary>Asks a cluster through its own connection string, without Npgsql.</summary>
internal static class Psql
{
    /// <summary>The rows as psql prints them unaligned; a failing statement fails the test.</summary>
    public static async Task<string> AskAsync(this PrivateCluster cluster, string sql, string database = "postgres")
    {
        var (exitCode, output, errors) = await cluster.TryAskAsync(sql, database);
        Assert.True(exitCode == 0, errors);
        return output.TrimEnd('\n');
    }

    public static async Task<(int ExitCode, string Output, string Errors)> TryAskAsync(
        this PrivateCluster cluster, string sql, string database = "postgres")
    {
        var connection = new DbConnectionStringBuilder { ConnectionString = cluster.ConnectionString(database) };
        var start = new ProcessStartInfo(Path.Combine(cluster.BinFolder, "psql"),
        [
            "-X", "-At", "-h", (string)connection["Host"], "-p", (string)connection["Port"],
            "-U", (string)connection["Username"], "-d", (string)connection["Database"], "-c", sql,
        ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var psql = Process.Start(start)!;
        var output = psql.StandardOutput.ReadToEndAsync();
        var errors = psql.StandardError.ReadToEndAsync();
        await psql.WaitForExitAsync();
        return (psql.ExitCode, await output, await errors);
    }
}
