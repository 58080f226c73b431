using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Tracker.EventStore;
using Tracker.Reminders;

namespace Tracker.Benchmarks;

/// <summary>
/// A sweep for reminders over many open cases, whose deadlines lie on the fifty days around it: on a new day, which records what fires on it
/// for three people, and again on the same day, which records nothing. The floor reads the same rows and throws them away.
/// </summary>
internal static class ReminderBench
{
    private const string Office = "bench-office";
    private const int Usual = 1_000_000;
    private static readonly DateTimeOffset First = new(2026, 3, 9, 9, 0, 0, TimeSpan.FromHours(8));

    private const string Rows =
        """
        insert into case_rows (tenant_id, id, version, number, number_origin, channel, applicant_kind, filed_on, received_on, received_year, due_on,
          provisional, waiting, extended, missing, carried_forward, voided, in_hand, waits, dues, first_due_on)
        select 'bench-office', gen_random_uuid(), 1, n::text, 'Counter', 'InPerson', 'NaturalPerson', due - 30, due - 30, 2026, due,
          false, false, false, '{}', '{}', false, true, '{}', array['Answer||' || due || '|' || due - 30], due
        from (select n, '2026-03-01'::date + n % 50 as due from generate_series(1, $1) n) as spread
        """;

    private const string SameRows = "select id, unit, dues from case_rows where tenant_id = 'bench-office' and first_due_on <= $1";

    /// <param name="cases">How many open cases; none for a million.</param>
    public static async Task<List<Result>> RunAsync(string? cases)
    {
        var count = cases is null ? Usual : int.Parse(cases, CultureInfo.InvariantCulture);
        await using var cluster = await BenchCluster.OpenAsync();
        await using var worker = await cluster.BookAsync("reminders", BookRole.Worker);
        await new CalendarStore(worker).AdoptFirstAsync(First, default);
        await worker.Calendars.RefreshAsync(default);
        await using var owner = await cluster.BookAsync("reminders", BookRole.Owner);
        await ExecuteAsync(worker, Rows, count);
        await ExecuteAsync(owner, "vacuum analyze case_rows");
        ReminderPost[] posts = [ReminderPost.Handler, ReminderPost.UnitHead, ReminderPost.OfficeHead];
        var people = posts.Select(post => new ReminderPerson(Guid.CreateVersion7(), [post], [])).ToArray();
        var sweep = new ReminderSweep(worker, (_, _) => Task.FromResult(System.Collections.Immutable.ImmutableArray.Create(people)), (_, _, _, _, _) => Task.CompletedTask);
        var results = new List<Result>
        {
            await CompareAsync($"sweep of {count:N0} open cases, a new day", worker, sweep, count, round => round),
            await CompareAsync($"sweep of {count:N0} open cases, the same day again", worker, sweep, count, _ => 5),
        };
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"peak working set of the sweeping process: {process.PeakWorkingSet64 / (1024 * 1024)} MB");
        return results;
    }

    private static Task<Result> CompareAsync(string name, Book worker, ReminderSweep sweep, int count, Func<int, int> dayOf) => Comparison.RunAsync(
        name,
        count,
        async round =>
        {
            var swept = await sweep.RunAsync(Office, First.AddDays(dayOf(round)), default);
            Console.WriteLine($"{name}: looked at {swept.LookedAt:N0}, recorded {swept.Recorded:N0}");
        },
        round => ReadAsync(worker, DateOnly.FromDateTime(First.AddDays(dayOf(round) + 7).Date)));

    /// <summary>Seven days are the five working days ahead that a sweep looks.</summary>
    private static async Task ReadAsync(Book worker, DateOnly horizon)
    {
        await using var command = worker.Database.CreateCommand(SameRows);
        command.CommandTimeout = 0;
        command.Parameters.Add(new NpgsqlParameter { Value = horizon });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            (_, _) = (reader.GetGuid(0), reader.GetFieldValue<string[]>(2));
        }
    }

    private static async Task ExecuteAsync(Book book, string sql, params object[] values)
    {
        await using var command = book.Database.CreateCommand(sql);
        command.CommandTimeout = 0;
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        await command.ExecuteNonQueryAsync();
    }
}
