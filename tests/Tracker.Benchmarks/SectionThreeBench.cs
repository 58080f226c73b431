using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.ReadModels;

namespace Tracker.Benchmarks;

/// <summary>
/// Section three out of a million requests of a thousand offices, for one office as its page asks and for all offices together,
/// against one statement that counts every cell. Both give the same cells, which is checked.
/// </summary>
internal static class SectionThreeBench
{
    private const int Offices = 1000;
    private const int TablesPerRound = 200;
    private const int Year = 2024;
    private static readonly ReportForm Form = ReportForm.Of2021;

    private static readonly string Rows =
        $"""
        insert into case_rows (tenant_id, id, version, number, number_origin, channel, applicant_kind, filed_on, received_on, received_year,
          due_on, provisional, waiting, extended, ground, result_on, result_year, document_number, missing, carried_forward, voided, in_hand, waits)
        select format('office-%s', place % {Offices}), gen_random_uuid(), 3, place::text, 'Imported', channel, kind, received_on, received_on,
          extract(year from received_on), received_on + 28, false, false, false,
          case when closed then ground end, case when closed then result_on end, case when closed then extract(year from result_on) end,
          case when closed then '例公复' || place end, '{"{}"}', '{"{}"}', false, not closed, '{"{}"}'
        from (
          select place, random() < 0.97 as closed, date '2021-01-04' + (random() * 1800)::int as received_on,
            (array[{Quoted(Enum.GetNames<Channel>())}])[(1 + floor(random() * 6))::int] as channel,
            (array[{Quoted(Enum.GetNames<ApplicantKind>())}])[(1 + floor(random() * 6))::int] as kind,
            (array[{Quoted(Grounds.All.Select(ground => ground.Key))}])[(1 + floor(random() * {Grounds.All.Length}))::int] as ground
          from generate_series(1, 1000000) as place) as made
          cross join lateral (select received_on + (random() * 60)::int as result_on) as answered
        """;

    public static async Task<List<Result>> RunAsync()
    {
        await using var cluster = await BenchCluster.OpenAsync();
        await using var owner = await cluster.BookAsync("reports", BookRole.Owner);
        await using var pages = await cluster.BookAsync("reports", BookRole.Web);
        await using var worker = await cluster.BookAsync("reports", BookRole.Worker);
        foreach (var statement in new[] { Rows, "vacuum analyze case_rows" })
        {
            await using var command = owner.Database.CreateCommand(statement);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync();
        }

        await CheckAsync(await OfOfficeAsync(pages, "office-7"), await TableFloor.OfOfficeAsync(worker.Database, "office-7", Form, Year));
        await CheckAsync(await OfAllAsync(worker), await TableFloor.OfAllAsync(worker.Database, Form, Year));
        return
        [
            await Comparison.RunAsync(
                "section three of one office of 1,000",
                TablesPerRound,
                round => TimesAsync(place => OfOfficeAsync(pages, Office(round, place))),
                round => TimesAsync(place => TableFloor.OfOfficeAsync(worker.Database, Office(round, place), Form, Year))),
            await Comparison.RunAsync(
                "section three of all 1,000 offices together", 1, _ => OfAllAsync(worker), _ => TableFloor.OfAllAsync(worker.Database, Form, Year)),
        ];
    }

    private static string Office(int round, int place) => $"office-{((round * TablesPerRound) + place) % Offices}";

    private static async Task TimesAsync(Func<int, Task> table)
    {
        for (var place = 0; place < TablesPerRound; place++)
        {
            await table(place);
        }
    }

    private static async Task<SectionThree> OfOfficeAsync(Book pages, string office)
    {
        await using var connection = await pages.Database.OpenConnectionAsync();
        return SectionThree.Count(await CaseFacts.OfAsync(connection, office, Year, default), Form, Year);
    }

    private static async Task<SectionThree> OfAllAsync(Book worker)
    {
        await using var connection = await worker.Database.OpenConnectionAsync();
        return SectionThree.Count(await CaseFacts.OfAllAsync(connection, Year, default), Form, Year);
    }

    private static Task CheckAsync(SectionThree ours, IReadOnlyDictionary<string, long[]> floor) =>
        Form.Rows.All(row => ours[row.Key].SequenceEqual(floor[row.Key])) && ours["new"][^1] > 0
            ? Task.CompletedTask
            : throw new InvalidOperationException("The two tables differ.");

    private static string Quoted(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"'{word}'"));
}
