using Npgsql;
using Tracker.LocalPostgres;

namespace Tracker.Endurance;

/// <summary>What the book itself says after all that happened to it.</summary>
internal static class BookCheck
{
    /// <summary>
    /// Ends serve as Ctrl+C does, with which its database ends too, and looks. Every fault is a line; none is what is hoped for.
    /// </summary>
    public static async Task<(long Events, List<string> Faults)> AfterAsync(
        ServedTracker served, IReadOnlyCollection<Acknowledgement> acknowledged)
    {
        var exitCode = await served.StopAsync();
        var runsOn = served.DatabasePid is not null;
        await using var cluster = await PrivateCluster.OpenAsync(served.DataFolder);
        await using var database = NpgsqlDataSource.Create(cluster.ConnectionString("tracker"));
        var (events, faults) = await OfAsync(database, acknowledged, abandoned: []);
        var verified = await served.RunAsync("verify");
        return (events,
        [
            .. exitCode == 0 ? Array.Empty<string>() : [$"serve ended with {exitCode}: {served.Said}"],
            .. runsOn ? ["the database ran on after serve had ended"] : Array.Empty<string>(),
            .. faults,
            .. verified.ExitCode == 0 ? Array.Empty<string>() : [$"verify: {verified.Errors}"],
        ]);
    }

    /// <summary>
    /// What was acknowledged stands in the book once; of what a writer gave up, it cannot know; and nothing else is there.
    /// </summary>
    public static async Task<(long Events, List<string> Faults)> OfAsync(
        NpgsqlDataSource database, IReadOnlyCollection<Acknowledgement> acknowledged, IReadOnlyCollection<Acknowledgement> abandoned)
    {
        var events = await AskAsync(
            database,
            "select e.stream_id, e.correlation_id from mt_events e join mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id where s.type = 'request'",
            row => new Acknowledgement(row.GetGuid(0), Guid.Parse(row.GetString(1))));
        return (events.Count,
        [
            .. acknowledged.Except(events).Select(lost => $"acknowledged and lost: {lost}"),
            .. events.GroupBy(each => each.Command).Where(same => same.Count() > 1).Select(same => $"written twice: {same.First()}"),
            .. events.Except(acknowledged).Except(abandoned).Select(unasked => $"acknowledged to nobody: {unasked}"),
            .. await NumberFaultsAsync(database),
        ]);
    }

    /// <summary>Of each office and year, the counter's numbers are 1 to the counter's last, each once.</summary>
    private static async Task<IEnumerable<string>> NumberFaultsAsync(NpgsqlDataSource database)
    {
        var given = await AskAsync(
            database,
            "select tenant_id, number from case_rows where number_origin = 'Counter'",
            row => (Office: row.GetString(0), Year: int.Parse(row.GetString(1)[..4]), Place: int.Parse(row.GetString(1)[5..])));
        var last = await AskAsync(
            database,
            "select tenant_id, year, last_number from number_counters where series = 'request'",
            row => (Office: row.GetString(0), Year: (int)row.GetInt16(1), Last: row.GetInt32(2)));
        var places = given.ToLookup(number => (number.Office, number.Year), number => number.Place);
        return last
            .Where(counter => !places[(counter.Office, counter.Year)].Order().SequenceEqual(Enumerable.Range(1, counter.Last)))
            .Select(counter => $"numbers of {counter.Office} in {counter.Year} have a gap or a repetition up to {counter.Last}");
    }

    private static async Task<List<T>> AskAsync<T>(NpgsqlDataSource database, string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
