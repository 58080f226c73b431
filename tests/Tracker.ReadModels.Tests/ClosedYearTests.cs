using System.Collections.Immutable;
using Npgsql;
using Tracker.Domain;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.Tests;

namespace Tracker.ReadModels.Tests;

/// <summary>A closed year does not move, whatever is registered and corrected afterwards.</summary>
public sealed class ClosedYearTests(PrivateClusterFixture cluster)
{
    private static readonly Office Office = new(RandomHistories.Office, "示范市统计局", new(2007, 1, 1));

    [Theory]
    [InlineData(2023, "2021")]
    [InlineData(2023, "2019")]
    [InlineData(2023, AnnexBefore2019.Key)]
    public async Task After_late_entries_and_corrections_it_shows_what_was_closed_and_names_every_difference(int year, string form)
    {
        await using var book = await cluster.NewBookAsync();
        var states = await RandomHistories.WriteAsync(book, seed: 11, count: 120);
        var store = new ReportingYearStore(book);
        var reports = new AnnualReportReader(book, new(store));
        var before = await reports.ReadAsync(Office, year, form, default);
        await CloseAsync(book, store, before);
        await RandomHistories.WriteAsync(book, seed: 12, count: 40);
        await CorrectAsync(book, [.. states.Keys.Order()]);

        var closed = await reports.ReadAsync(Office, year, form, default);

        Assert.Equal(before.Rows.Select(Text), closed.Rows.Select(Text));
        Assert.Empty(closed.RowsNotAsClosed);
        await using var connection = await book.Database.OpenConnectionAsync();
        var facts = await new YearFactsReader(store).ReadAsync(connection, Office.Code, year, default);
        var now = NowOf(facts, form);
        Assert.Contains(closed.Moves, move => !move.Entered.IsEmpty);
        Assert.Contains(closed.Moves, move => !move.Left.IsEmpty);
        foreach (var (row, column, figure) in Figures(closed))
        {
            var move = closed.Moves.SingleOrDefault(move => (move.Row, move.Column) == (row, column));
            Assert.Equal(figure, move?.Closed ?? figure);
            Assert.Equal(now[(row, column)], move?.Now ?? figure);
            var list = await new CaseList(book).ByFigureAsync(Office.Code, facts, Counts(form, year, row, column), page: 1, default);
            Assert.Equal(figure, list.Total);
        }
    }

    private static async Task CloseAsync(Book book, ReportingYearStore store, AnnualReport report)
    {
        var closing = new ReportingYearClosed(report.Year, report.Form, report.Rows, await LastPositionAsync(book));
        Assert.IsType<Changed<ReportingYearState, ReportingYearEvent>>(await store.ChangeAsync(
            StreamIds.ReportingYear(Office.Code, report.Year),
            seenVersion: null,
            RandomHistories.Act(),
            state => CloseReportingYear.Decide(state, new(closing, Checks: []), RandomHistories.Today),
            default));
    }

    private static async Task<long> LastPositionAsync(Book book)
    {
        await using var connection = await book.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { Book.SeeingEverything() } };
        await batch.ExecuteNonQueryAsync();
        return await BookReader.LastPositionAsync(connection, default);
    }

    /// <summary>Every third case is void, every third is another kind of applicant's, and of the rest some entries are taken back.</summary>
    private static async Task CorrectAsync(Book book, ImmutableArray<Guid> ids)
    {
        var requests = RandomHistories.Store(book);
        var today = RandomHistories.Today;
        for (var place = 0; place < ids.Length; place++)
        {
            var choice = place % 3;
            await requests.ChangeAsync(
                ids[place],
                seenVersion: null,
                RandomHistories.Act(),
                state => choice switch
                {
                    0 => VoidRequest.Decide(state, new(today, Sealed.Text("重复")), today),
                    1 => CorrectApplicant.Decide(
                        state, new(today, (ApplicantKind)(((int)state.Registration!.ApplicantKind + 1) % 6), Name: null, Contact: null, Sealed.Text("误")), today),
                    _ => TakeBackEntry.Decide(state, new(TakeBackEntry.LatestOf(state)?.Version ?? 2, today, Sealed.Text("误登")), today),
                },
                default);
        }
    }

    private static string Text(PublishedRow row) => $"{row.Key}: {string.Join(' ', row.Figures)}";

    /// <summary>The figures but 总计.</summary>
    private static IEnumerable<(string Row, int Column, long Figure)> Figures(AnnualReport report) =>
        from row in report.Rows
        from figure in row.Figures.Index()
        where figure.Item is not null && (report.Table is null || figure.Index < SectionThree.Columns - 1)
        select (row.Key, figure.Index, figure.Item!.Value);

    private static Dictionary<(string, int), long> NowOf(YearFacts facts, string form)
    {
        var now = facts with { Closing = null, Moved = [] };
        var report = form == AnnexBefore2019.Key
            ? new AnnualReport("", facts.Year, form, Table: null, AnnexBefore2019.Count(now.Counted, facts.Year), [], Closing: null, PreviousClosed: false)
            : new("", facts.Year, form, SectionThree.Count(now.Counted, ReportForm.All.Single(known => known.Key == form), facts.Year), [], [], Closing: null, PreviousClosed: false);
        return Figures(report).ToDictionary(figure => (figure.Row, figure.Column), figure => figure.Figure);
    }

    private static Func<RequestFact, bool> Counts(string form, int year, string row, int column) => form == AnnexBefore2019.Key
        ? fact => AnnexBefore2019.Counts(row, fact, year, cumulative: column == 1)
        : fact => CellOf.Counts(new(row, SectionThree.ColumnAt(column)), fact, ReportForm.All.Single(known => known.Key == form), year);
}
