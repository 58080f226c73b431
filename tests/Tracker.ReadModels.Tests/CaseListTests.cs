using Tracker.Domain.AnnualReports;
using Tracker.Domain.LegalTime;
using Tracker.Tests;

namespace Tracker.ReadModels.Tests;

/// <summary>A figure and the list behind it agree, and no list shows another office's case.</summary>
public sealed class CaseListTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task The_list_behind_every_cell_has_as_many_cases_as_the_cell_says_and_the_account_balances_as_sets()
    {
        await using var book = await cluster.NewBookAsync();
        var states = await RandomHistories.WriteAsync(book, seed: 5, count: 120);
        await RandomHistories.WriteAsync(book, seed: 6, count: 20, office: "other-office");
        var cases = new CaseList(book);

        for (var year = 2021; year <= 2026; year++)
        {
            await using var connection = await book.Database.OpenConnectionAsync();
            var groups = await CaseFacts.OfAsync(connection, RandomHistories.Office, year, default);
            var table = SectionThree.Count(groups, ReportForm.Of2021, year);
            var sets = new Dictionary<string, HashSet<Guid>>();
            foreach (var row in ReportForm.Of2021.Rows)
            {
                for (var column = 0; column < SectionThree.Columns; column++)
                {
                    var cell = new Cell(row.Key, SectionThree.ColumnAt(column));
                    var facts = groups.Select(group => group.Fact).Where(fact => CellOf.Counts(cell, fact, ReportForm.Of2021, year)).ToList();
                    var ids = await CaseList.IdsAsync(connection, RandomHistories.Office, facts, default);
                    Assert.Equal(table[cell], ids.Length);
                    Assert.Equal(table[cell], (await cases.ByFigureAsync(
                        RandomHistories.Office, new(year, groups, Closing: null, Moved: []), fact => CellOf.Counts(cell, fact, ReportForm.Of2021, year), page: 1, default)).Total);
                    Assert.All(ids, id => Assert.True(states.ContainsKey(id)));
                    sets[$"{row.Key}/{column}"] = [.. ids];
                }
            }

            for (var column = 0; column < SectionThree.Columns; column++)
            {
                Assert.Equal(
                    sets[$"new/{column}"].Union(sets[$"carried_in/{column}"]).Order(),
                    sets[$"total/{column}"].Union(sets[$"carried_out/{column}"]).Order());
                Assert.Empty(sets[$"new/{column}"].Intersect(sets[$"carried_in/{column}"]));
                Assert.Empty(sets[$"total/{column}"].Intersect(sets[$"carried_out/{column}"]));
            }
        }
    }

    [Fact]
    public async Task A_list_without_facts_is_empty_and_a_page_beyond_the_last_is_empty()
    {
        await using var book = await cluster.NewBookAsync();
        await RandomHistories.WriteAsync(book, seed: 7, count: 3);
        var cases = new CaseList(book);

        Assert.Equal(0, (await cases.ByFigureAsync(RandomHistories.Office, new(2022, Now: [], Closing: null, Moved: []), _ => true, page: 1, default)).Total);
        var beyond = await cases.FindAsync(RandomHistories.Office, new(), order: null, WorkingCalendar.Embedded, RandomHistories.Today, page: int.MaxValue, default);
        Assert.Equal((3, 0), (beyond.Total, beyond.Rows.Length));
        Assert.Equal(0, (await cases.FindAsync("other-office", new(), order: null, WorkingCalendar.Embedded, RandomHistories.Today, page: 1, default)).Total);
    }
}
