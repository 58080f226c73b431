using Npgsql;
using Tracker.EventStore;
using Tracker.Tests;

namespace Tracker.ReadModels.Tests;

/// <summary>Rows written with each append, rows rebuilt, and rows recomputed are the same rows.</summary>
public sealed class CaseRowsTests(PrivateClusterFixture cluster)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Incremental_rows_equal_recomputed_rows_and_rebuilt_rows(int seed)
    {
        await using var book = await cluster.NewBookAsync();
        var states = await RandomHistories.WriteAsync(book, seed, count: 60);

        Assert.Empty(await FindingsAsync(book, expected: 60));
        var incremental = await TextAsync(book);
        Assert.Equal(60, await CaseRows.RebuildAsync(book, default));
        Assert.Equal(incremental, await TextAsync(book));
        Assert.Empty(await FindingsAsync(book, expected: 60));
        Assert.Equal(states.Values.Count(state => !state.IsClosed), incremental.Count(line => line.Contains("|open|", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("update case_rows set due_on = due_on + 1 where due_on is not null")]
    [InlineData("update case_rows set applicant_kind = case applicant_kind when 'NaturalPerson' then 'OtherOrganisation' else 'NaturalPerson' end")]
    [InlineData("update case_rows set received_year = received_year - 1 where id = (select min(id::text)::uuid from case_rows)")]
    [InlineData("update case_rows set result_year = 2031 where id = (select min(id::text)::uuid from case_rows)")]
    [InlineData("update case_rows set applicant_kind = ' ' || applicant_kind")]
    [InlineData("update case_rows set channel = '0' where channel = 'InPerson'")]
    [InlineData("update case_rows set ground = 'xyz' where ground is null")]
    [InlineData("update case_rows set missing = '{}' where cardinality(missing) > 0")]
    [InlineData("update case_rows set waits = waits || 'Supplement'::varchar where not in_hand")]
    [InlineData("update case_rows set waits = '{2}' where waits = '{Opinion}'")]
    [InlineData("update case_rows set waits = '{}', unit = null, untouched_since = null, silent_since = null, unsent_since = null")] // as the migration leaves it
    [InlineData("update case_rows set dues = null where in_hand")] // as the migration leaves it
    [InlineData("update case_rows set dues = '{}' where cardinality(dues) > 0")]
    [InlineData("update case_rows set dues = '{Answer||2026-03-30|2026-03-02}'")]
    [InlineData("update case_rows set dues = '{x}' where first_due_on is not null")]
    [InlineData("update case_rows set first_due_on = first_due_on + 1 where first_due_on is not null")]
    [InlineData("update case_rows set unit = '样例一科'")]
    [InlineData("update case_rows set untouched_since = coalesce(untouched_since, received_on) + 1")]
    [InlineData("update case_rows set silent_since = '2024-01-02'")]
    [InlineData("update case_rows set unsent_since = '2024-01-02'")]
    [InlineData("delete from case_rows where id = (select min(id::text)::uuid from case_rows)")]
    [InlineData("delete from case_rows where id = (select max(id::text)::uuid from case_rows)")]
    [InlineData("update case_rows set id = gen_random_uuid() where id = (select min(id::text)::uuid from case_rows)")]
    [InlineData("update case_rows set tenant_id = 'other'")]
    public async Task A_row_unlike_the_book_is_named_and_a_rebuild_mends_it(string damage)
    {
        await using var book = await cluster.NewBookAsync();
        await RandomHistories.WriteAsync(book, seed: 3, count: 20);
        var before = await TextAsync(book);
        await using (var command = book.Database.CreateCommand(damage))
        {
            Assert.True(await command.ExecuteNonQueryAsync() > 0);
        }

        Assert.Equal(BookFault.ReadModelRow, Assert.Single(await FindingsAsync(book, expected: 20)).Fault);

        await CaseRows.RebuildAsync(book, default);
        Assert.Equal(before, await TextAsync(book));
    }

    [Fact]
    public async Task Rebuilds_while_requests_are_registered_lose_none()
    {
        await using var book = await cluster.NewBookAsync();
        await RandomHistories.WriteAsync(book, seed: 4, count: 30);
        var appending = Enumerable.Range(10, 4).Select(seed => RandomHistories.WriteAsync(book, seed, count: 15)).ToList();

        await CaseRows.RebuildAsync(book, default);
        await CaseRows.RebuildAsync(book, default);
        await Task.WhenAll(appending);

        Assert.Empty(await FindingsAsync(book, expected: 90));
    }

    private static async Task<IReadOnlyCollection<BookFinding>> FindingsAsync(Book book, long expected)
    {
        var findings = new BookFindings();
        Assert.Equal(expected, await CaseRows.VerifyAsync(book, findings, default));
        return findings.All;
    }

    private static async Task<List<string>> TextAsync(Book book)
    {
        await using NpgsqlCommand command = book.Database.CreateCommand(
            "select coalesce(ground, '|open|') || c::text from case_rows c order by tenant_id, id");
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
