using Npgsql;
using Tracker.Domain.RecordCorrections;
using Tracker.EventStore;
using Tracker.ReadModels.Corrections;
using Tracker.Tests;

namespace Tracker.ReadModels.Tests.Corrections;

/// <summary>Rows written with each append, rows rebuilt, and rows recomputed are the same rows.</summary>
public sealed class CorrectionRowsTests(PrivateClusterFixture cluster)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Incremental_rows_equal_recomputed_rows_and_rebuilt_rows(int seed)
    {
        await using var book = await cluster.NewBookAsync();
        await RandomHistories.WriteAsync(book, seed, count: 5);
        await CorrectionBook.WriteAsync(book, seed, count: 60);
        await CorrectionBook.WriteAsync(book, seed + 10, count: 10, office: "other-office");

        Assert.Empty(await FindingsAsync(book, expected: 70));
        var incremental = await TextAsync(book);
        Assert.Contains(incremental, line => line.Contains("Corrected", StringComparison.Ordinal));
        Assert.Equal(70, await CorrectionRows.RebuildAsync(book, default));
        Assert.Equal(incremental, await TextAsync(book));
        Assert.Empty(await FindingsAsync(book, expected: 70));
        Assert.Equal(5, await CaseRows.RebuildAsync(book, default)); // requests alone
        Assert.Empty(await FindingsAsync(book, expected: 70));
    }

    [Theory]
    [InlineData("update correction_rows set received_on = received_on + 1")]
    [InlineData("update correction_rows set ended_on = null where ended_on is not null")]
    [InlineData("update correction_rows set outcome = 'Sold' where outcome is not null")]
    [InlineData("update correction_rows set channel = '0' where channel = 'InPerson'")]
    [InlineData("update correction_rows set waiting = not waiting")]
    [InlineData("update correction_rows set received_on = 'infinity'")]
    [InlineData("update correction_rows set about_request = gen_random_uuid()")]
    [InlineData("delete from correction_rows where id = (select min(id::text)::uuid from correction_rows)")]
    [InlineData("update correction_rows set id = gen_random_uuid() where id = (select min(id::text)::uuid from correction_rows)")]
    [InlineData("update correction_rows set tenant_id = 'other'")]
    public async Task A_row_unlike_the_book_is_named_and_a_rebuild_mends_it(string damage)
    {
        await using var book = await cluster.NewBookAsync();
        await CorrectionBook.WriteAsync(book, seed: 3, count: 20);
        var before = await TextAsync(book);
        await using (var command = book.Database.CreateCommand(damage))
        {
            Assert.True(await command.ExecuteNonQueryAsync() > 0);
        }

        Assert.Equal(BookFault.ReadModelRow, Assert.Single(await FindingsAsync(book, expected: 20)).Fault);

        await CorrectionRows.RebuildAsync(book, default);
        Assert.Equal(before, await TextAsync(book));
    }

    [Fact]
    public async Task A_rebuild_of_a_book_that_cannot_be_read_leaves_the_rows()
    {
        await using var book = await cluster.NewBookAsync();
        await CorrectionBook.WriteAsync(book, seed: 4, count: 5);
        var before = await TextAsync(book);
        await using (var command = book.Database.CreateCommand("update mt_events set data = '{}' where version = 1 and type = 'record_correction_received'"))
        {
            await command.ExecuteNonQueryAsync();
        }

        await Assert.ThrowsAsync<BookException>(() => CorrectionRows.RebuildAsync(book, default));
        Assert.Equal(before, await TextAsync(book));
    }

    [Fact]
    public async Task Rebuilds_while_they_are_registered_lose_none()
    {
        await using var book = await cluster.NewBookAsync();
        var appending = Enumerable.Range(10, 3).Select(seed => CorrectionBook.WriteAsync(book, seed, count: 15)).ToList();
        await CorrectionRows.RebuildAsync(book, default);
        await CorrectionRows.RebuildAsync(book, default);
        await Task.WhenAll(appending);

        Assert.Empty(await FindingsAsync(book, expected: 45));
    }

    [Fact]
    public async Task The_list_shows_the_open_ones_first_the_longest_waiting_at_the_top_and_fifty_a_page()
    {
        await using var book = await cluster.NewBookAsync();
        await using var web = book.As(BookRole.Web);
        var list = new CorrectionList(web);
        await CorrectionBook.WriteAsync(book, seed: 5, count: 70);
        await CorrectionBook.WriteAsync(book, seed: 6, count: 3, office: "other-office");

        var (first, second, third) = (
            await list.ReadAsync(RandomHistories.Office, 1, default),
            await list.ReadAsync(RandomHistories.Office, 2, default),
            await list.ReadAsync(RandomHistories.Office, 3, default));

        Assert.Equal((70, 2, 50, 20, 0), (first.Total, first.Pages, first.Rows.Length, second.Rows.Length, third.Rows.Length));
        List<CorrectionRow> rows = [.. first.Rows, .. second.Rows];
        Assert.Equal(70, rows.Select(row => row.Id).Distinct().Count());
        Assert.All(rows, row => Assert.Equal(RandomHistories.Office, row.Office));
        var open = rows.TakeWhile(row => row.IsOpen).ToList();
        Assert.Equal(rows.Count(row => row.IsOpen), open.Count);
        Assert.InRange(open.Count, 1, 69);
        Assert.Equal(open.Select(row => row.ReceivedOn).Order(), open.Select(row => row.ReceivedOn));
        Assert.Equal(rows.Skip(open.Count).Select(row => row.ReceivedOn).OrderDescending(), rows.Skip(open.Count).Select(row => row.ReceivedOn));
        Assert.Equal([rows[0].Id], await list.IdsByNumberAsync(RandomHistories.Office, rows[0].Number, default));
        Assert.Empty(await list.IdsByNumberAsync("nobody", rows[0].Number, default));
    }

    [Theory]
    [InlineData("select count(*) from correction_rows where tenant_id <> 'test-office'", 0L)]
    [InlineData("with changed as (update correction_rows set number = 'x' where tenant_id = 'other-office' returning id) select count(*) from changed", 0L)]
    [InlineData("with moved as (update correction_rows set tenant_id = 'other-office' returning id) select count(*) from moved", null)]
    [InlineData("with gone as (delete from correction_rows returning id) select count(*) from gone", null)]
    public async Task The_database_shows_the_pages_their_own_office_and_lets_them_delete_nothing(string attempt, long? count)
    {
        await using var book = await cluster.NewBookAsync();
        await CorrectionBook.WriteAsync(book, seed: 7, count: 2);
        await CorrectionBook.WriteAsync(book, seed: 8, count: 2, office: "other-office");
        await using var web = book.As(BookRole.Web);
        await using var connection = await web.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var office = new NpgsqlBatch(connection, transaction) { BatchCommands = { Book.ForOffice(RandomHistories.Office) } })
        {
            await office.ExecuteNonQueryAsync();
        }

        await using var trying = new NpgsqlCommand(attempt, connection, transaction);
        if (count is null)
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => trying.ExecuteScalarAsync())).SqlState);
        }
        else
        {
            Assert.Equal(count, await trying.ExecuteScalarAsync());
        }
    }

    [Fact]
    public void A_row_s_days_end_with_the_case()
    {
        var open = new CorrectionRow(
            "a", Guid.Empty, 1, "更正2026-0001", default, default, new(2026, 3, 1), new(2026, 3, 2), Waiting: false, Outcome: null, EndedOn: null, Voided: false, AboutRequest: null);

        Assert.Equal(8, open.DaysSinceReceipt(new(2026, 3, 10)));
        Assert.Equal(3, (open with { Outcome = RecordCorrectionOutcome.Referred, EndedOn = new(2026, 3, 5) }).DaysSinceReceipt(new(2026, 3, 10)));
        Assert.Equal(0, open.DaysSinceReceipt(new(2026, 3, 1)));
    }

    private static async Task<IReadOnlyCollection<BookFinding>> FindingsAsync(Book book, long expected)
    {
        var findings = new BookFindings();
        await using var snapshot = await BookSnapshot.TakeAsync(book, default);
        Assert.Equal(expected, await CorrectionRows.VerifyAsync(snapshot, findings, default));
        return findings.All;
    }

    private static async Task<List<string>> TextAsync(Book book)
    {
        await using NpgsqlCommand command = book.Database.CreateCommand("select c::text from correction_rows c order by tenant_id, id");
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
