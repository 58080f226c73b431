using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.EventStore;
using Tracker.ReadModels.Adopting;
using Tracker.ReadModels.Tests.Rebuilding;
using Tracker.Tests;

namespace Tracker.ReadModels.Tests.Adopting;

/// <summary>One database as its owner, the pages and the worker use it, each as a process of its own would.</summary>
internal sealed record Books(Book Owner, Book Pages, Book Worker) : IAsyncDisposable
{
    public const string Other = "other-office";
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    public CalendarAdoption Adoption { get; } = new(Worker);

    /// <param name="cluster">Where.</param>
    /// <param name="first">Whether the first start has happened.</param>
    public static async Task<Books> OpenAsync(PrivateClusterFixture cluster, bool first = true)
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        var books = new Books(
            await Book.OpenAsync(database, key, BookRole.Owner, default),
            await Book.OpenAsync(database, key, BookRole.Web, default),
            await Book.OpenAsync(database, key, BookRole.Worker, default));
        if (first)
        {
            await new CalendarStore(books.Worker).AdoptFirstAsync(Now, default);
        }

        return books;
    }

    public static Act Act(Guid? command = null) =>
        new(CalendarStore.SystemOffice, "system:test", command ?? Guid.CreateVersion7(), EventStore.Act.FromCommand, Now);

    /// <summary>A year's notice as a later one changed it: every Wednesday of some months is off as well.</summary>
    public static HolidayNotice Changed(int year, int months = 12)
    {
        var notice = HolidayNotice.Embedded.Single(known => known.Year == year);
        var wednesdays = Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays)
            .Where(day => day.Year == year && day.Month <= months && day.DayOfWeek == DayOfWeek.Wednesday && notice.Days.All(known => known.Date != day));
        return new(
            year,
            [.. notice.Sources, $"https://www.gov.cn/{months}"],
            [.. notice.Days.Concat(wednesdays.Select(day => new NoticeDay(day, "样例", Off: true))).OrderBy(day => day.Date)]);
    }

    /// <summary>The notice after the last one that came with the program.</summary>
    public static HolidayNotice Next { get; } = new(
        2027,
        ["https://www.gov.cn/1"],
        [new(new(2027, 1, 1), "元旦", Off: true), new(new(2027, 1, 2), "元旦", Off: true), new(new(2027, 1, 3), "元旦", Off: true)]);

    public async Task<NoticeAdopted> AdoptAsync(HolidayNotice notice, string? office = null) =>
        Assert.IsType<NoticeAdopted>(await Adoption.AdoptAsync(new(notice, office), seen: null, Act(), default));

    public async Task<AdoptionForeseen> ForeseeAsync(HolidayNotice notice, string? office = null) =>
        Assert.IsType<AdoptionForeseen>(await Adoption.ForeseeAsync(new(notice, office), default));

    /// <summary>Every row as it stands, by its case.</summary>
    public async Task<ImmutableDictionary<Guid, CaseRow>> RowsAsync()
    {
        var rows = ImmutableDictionary.CreateBuilder<Guid, CaseRow>();
        foreach (var office in new[] { RandomHistories.Office, Other })
        {
            for (var (page, more) = (1, true); more; page++)
            {
                var read = await new CaseList(Worker).FindAsync(office, new(), order: null, WorkingCalendar.Embedded, RandomHistories.Today, page, default);
                more = read.HasNext;
                rows.AddRange(read.Rows.Select(row => KeyValuePair.Create(row.Id, row)));
            }
        }

        return rows.ToImmutable();
    }

    /// <summary>Every row is what the book comes to, before and after everything is rebuilt.</summary>
    public async Task AssertVerifiedAsync(long expected)
    {
        await RowsAsText.AssertVerifiedAsync(Worker, expected);
        var incremental = await RowsAsText.OfAsync(Owner);
        Assert.Equal(expected, await CaseRows.RebuildAsync(Owner, default));
        Assert.Equal(incremental.OrderBy(row => row.Key), (await RowsAsText.OfAsync(Owner)).OrderBy(row => row.Key));
        var findings = new BookFindings();
        await Verification.RunAsync(Worker, findings, default);
        Assert.Empty(findings.All);
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var connection = await Worker.Database.OpenConnectionAsync();
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await Owner.DisposeAsync();
        await Pages.DisposeAsync();
        await Worker.DisposeAsync();
    }
}
