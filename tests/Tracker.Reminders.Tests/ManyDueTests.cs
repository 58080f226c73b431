using System.Diagnostics;
using Npgsql;
using Tracker.EventStore;
using Tracker.Tests;

namespace Tracker.Reminders.Tests;

/// <summary>Ten thousand deadlines: two machines at once, and one that is killed in the middle.</summary>
public sealed class ManyDueTests(PrivateClusterFixture cluster)
{
    private const int Cases = 10_000;

    [Fact]
    public async Task Two_sweeps_at_once_record_and_hand_on_each_reminder_once()
    {
        await using var office = await ManyDue.OpenAsync(cluster, Cases);
        await using var other = await Book.OpenAsync(office.Database, office.Key, BookRole.Worker, default);
        await other.Calendars.RefreshAsync(default);

        var swept = await Task.WhenAll(
            office.Sweep().RunAsync(SweptOfficeBook.Office, ManyDue.Now, default),
            office.Sweep(other).RunAsync(SweptOfficeBook.Office, ManyDue.Now.AddSeconds(1), default));

        Assert.Equal(3L * Cases, swept.Sum(one => one.Recorded));
        Assert.Contains(swept, one => one.Recorded == 0);
        await ManyDue.AssertCompleteAsync(office, Cases);
        Assert.Equal(3 * Cases, office.Planned.Select(reminder => reminder.Id).Distinct().Count());
        Assert.Equal(3 * Cases, office.Planned.Count);
    }

    [Fact]
    public async Task A_sweep_whose_session_is_ended_in_the_middle_leaves_nothing_and_the_next_records_all()
    {
        await using var office = await ManyDue.OpenAsync(cluster, Cases);
        var handedOn = 0;

        await Assert.ThrowsAnyAsync<Exception>(() => office.Sweep(plan: async (connection, _, _, _, _) =>
        {
            if (++handedOn == 3)
            {
                await office.CountAsync($"select count(*) from pg_terminate_backend({connection.ProcessID})");
            }
        }).RunAsync(SweptOfficeBook.Office, ManyDue.Now, default));

        Assert.Equal(0, await office.CountAsync("select count(*) from reminders"));
        Assert.Equal(3L * Cases, (await office.Sweep().RunAsync(SweptOfficeBook.Office, ManyDue.Now, default)).Recorded);
        await ManyDue.AssertCompleteAsync(office, Cases);
    }

    [Fact]
    public async Task A_process_that_is_killed_while_it_sweeps_leaves_nothing_half_done()
    {
        await using var office = await ManyDue.OpenAsync(cluster, Cases);
        using var sweeping = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!, [.. Program.HostArguments(), Program.SweepVerb, office.Database, office.Key.File])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        Assert.Equal("in the middle", await sweeping.StandardOutput.ReadLineAsync());

        sweeping.Kill(); // SIGKILL
        await sweeping.WaitForExitAsync();
        var next = await office.Sweep().RunAsync(SweptOfficeBook.Office, ManyDue.Now, default);

        Assert.Equal(3L * Cases, next.Recorded);
        await ManyDue.AssertCompleteAsync(office, Cases);
    }
}

/// <summary>The server itself is killed, so it is one of the test's own.</summary>
public sealed class KilledServerTests
{
    private const int Cases = 4000;

    [Fact]
    public async Task A_server_that_is_killed_in_the_middle_of_a_sweep_has_lost_nothing_and_doubles_nothing()
    {
        await using var apart = new PrivateClusterFixture();
        await apart.InitializeAsync();
        await using var office = await ManyDue.OpenAsync(apart, Cases);
        await office.Sweep().RunAsync(SweptOfficeBook.Office, ManyDue.Now.AddDays(-1), default);
        var before = await office.CountAsync("select count(*) from reminders");

        await Assert.ThrowsAnyAsync<Exception>(() => office.Sweep(plan: async (_, _, _, _, _) => await Signal.Kill.SendAsync(await PidAsync(apart)))
            .RunAsync(SweptOfficeBook.Office, ManyDue.Now, default));
        await apart.Cluster.EnsureRunningAsync();
        office.Worker.Reconnect(apart.Cluster.SocketFolder);
        NpgsqlConnection.ClearAllPools();

        Assert.Equal(before, await office.CountAsync("select count(*) from reminders"));
        var next = await office.Sweep().RunAsync(SweptOfficeBook.Office, ManyDue.Now, default);
        Assert.Equal(before + next.Recorded, await office.CountAsync("select count(*) from reminders"));
        await ManyDue.AssertCompleteAsync(office, Cases);
        Assert.Equal(0, (await office.Sweep().RunAsync(SweptOfficeBook.Office, ManyDue.Now, default)).Recorded);
    }

    private static async Task<int> PidAsync(PrivateClusterFixture apart) => int.Parse(
        (await File.ReadAllLinesAsync(Directory.GetFiles(apart.Folder, "postmaster.pid", SearchOption.AllDirectories).Single()))[0],
        System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>An office with thousands of cases that are all due today.</summary>
internal static class ManyDue
{
    public static readonly DateTimeOffset Now = new(2026, 4, 3, 9, 0, 0, TimeSpan.FromHours(8));

    // Rows alone: what is due is read from them, and who wrote them does not matter here.
    private const string Rows =
        """
        insert into case_rows (tenant_id, id, version, number, number_origin, channel, applicant_kind, filed_on, received_on, received_year, due_on,
          provisional, waiting, extended, missing, carried_forward, voided, in_hand, waits, dues, first_due_on)
        select 'test-office', gen_random_uuid(), 1, n::text, 'Counter', 'InPerson', 'NaturalPerson', '2026-03-06', '2026-03-06', 2026, '2026-04-03',
          false, false, false, '{}', '{}', false, true, '{}', '{Answer||2026-04-03|2026-03-06}', '2026-04-03'
        from generate_series(1, $1) n
        """;

    public static async Task<SweptOfficeBook> OpenAsync(PrivateClusterFixture cluster, int cases)
    {
        var office = await SweptOfficeBook.OpenAsync(cluster, "2026-03-02");
        await using var command = office.Worker.Database.CreateCommand(Rows);
        command.Parameters.Add(new() { Value = cases });
        Assert.Equal(cases, await command.ExecuteNonQueryAsync());
        return office;
    }

    /// <summary>Everybody was told of every case on the day, each once.</summary>
    public static async Task AssertCompleteAsync(SweptOfficeBook office, int cases)
    {
        foreach (var person in new[] { SweptOfficeBook.Handler, SweptOfficeBook.UnitHead, SweptOfficeBook.OfficeHead })
        {
            Assert.Equal(cases, await office.CountAsync($"select count(*) from reminders where recipient = '{person}' and step = 0"));
            Assert.Equal(cases, await office.CountAsync($"select count(distinct case_id) from reminders where recipient = '{person}' and step = 0"));
        }
    }
}
