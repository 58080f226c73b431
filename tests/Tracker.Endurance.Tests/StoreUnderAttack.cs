using Npgsql;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Tests;

namespace Tracker.Endurance.Tests;

/// <summary>Eight store writers on one book while something is done to its connections, and what the book says afterwards.</summary>
internal static class StoreUnderAttack
{
    private const int Writers = 8;

    /// <param name="cluster">Where the book is.</param>
    /// <param name="lead">The way the writers take to it.</param>
    /// <param name="patience">How likely a writer asks again.</param>
    /// <param name="attack">Runs beside them, and they stop after it.</param>
    public static async Task<IReadOnlyList<StoreWriter>> RunAsync(
        PrivateClusterFixture cluster, Func<string, string> lead, double patience, Func<Task> attack)
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        await using var book = await Book.OpenAsync(lead(database), key, BookRole.Web, default);
        await StoreWriter.OpenOfficeAsync(database, key);
        var writers = Enumerable.Range(0, Writers).Select(writer => new StoreWriter(book, writer, patience)).ToList();
        using var stopping = new CancellationTokenSource();
        var writing = Task.WhenAll(writers.Select(writer => Task.Run(() => writer.RunAsync(stopping.Token))));
        try
        {
            await attack();
        }
        finally
        {
            await stopping.CancelAsync();
            await writing;
        }

        await CheckAsync(database, key, writers);
        return writers;
    }

    private static async Task CheckAsync(string database, EventStore.Sealing.MasterKeySource key, List<StoreWriter> writers)
    {
        await using var owner = NpgsqlDataSource.Create(database);
        var (_, faults) = await BookCheck.OfAsync(
            owner, [.. writers.SelectMany(writer => writer.Acknowledged)], [.. writers.SelectMany(writer => writer.Abandoned)]);
        Assert.Empty(faults);

        await using var worker = await Book.OpenAsync(database, key, BookRole.Worker, default);
        var findings = new BookFindings();
        Assert.True(await Verification.RunAsync(worker, findings, default) > 0);
        await CaseRows.VerifyAsync(worker, findings, default);
        Assert.Empty(findings.All);
    }
}
