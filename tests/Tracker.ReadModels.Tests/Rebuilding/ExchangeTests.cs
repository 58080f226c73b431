using System.Diagnostics;
using Npgsql;
using Tracker.EventStore;
using Tracker.ReadModels.Rebuilding;
using Tracker.Tests;

namespace Tracker.ReadModels.Tests.Rebuilding;

/// <summary>The new table is the old one in everything but its rows, and nobody waits long for it.</summary>
public sealed class ExchangeTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task The_new_table_is_described_word_for_word_as_the_old_one()
    {
        var (database, book) = await NewAsync();
        await using var own = book;
        var before = await SchemaDump.OfAsync(cluster, database, "case_rows");

        await CaseRows.RebuildAsync(book, default);
        var after = await SchemaDump.OfAsync(cluster, database, "case_rows");
        await CaseRows.RebuildAsync(book, default);

        Assert.Equal(before, after);
        Assert.Equal(before, await SchemaDump.OfAsync(cluster, database, "case_rows"));
        Assert.All(
            ["CREATE POLICY", "FORCE ROW LEVEL SECURITY", "case_rows_by_fact", "case_rows_pkey", "GRANT SELECT,INSERT,UPDATE ON TABLE public.case_rows TO tracker_web", "COMMENT ON COLUMN"],
            word => Assert.Contains(word, before, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_administrator_has_added_is_carried_over()
    {
        var (database, book) = await NewAsync();
        await using var own = book;
        await ExecuteAsync(
            book,
            """
            create index "By Channel" on case_rows (channel) where not waiting;
            comment on index "By Channel" is 'it''s extra';
            alter table case_rows add constraint "Positive" check (version > 0), add constraint twice unique (id, tenant_id) deferrable initially deferred;
            comment on constraint "Positive" on case_rows is 'above zero';
            alter table case_rows alter number set storage external, alter waiting set default false, set (fillfactor = 80);
            grant select (tenant_id, channel), update (channel) on case_rows to public;
            grant select on case_rows to tracker_worker with grant option;
            revoke truncate on case_rows from current_user;
            create policy "Read All" on case_rows as restrictive for select to tracker_web, tracker_worker using (channel <> '');
            comment on policy "Read All" on case_rows is 'odd';
            create policy additions on case_rows for insert with check (version < 1000);
            """);
        var before = await SchemaDump.OfAsync(cluster, database, "case_rows");

        await CaseRows.RebuildAsync(book, default);

        Assert.Equal(before, await SchemaDump.OfAsync(cluster, database, "case_rows"));
        await RowsAsText.AssertVerifiedAsync(book, expected: 10);
    }

    [Fact]
    public async Task What_cannot_be_carried_over_leaves_the_old_table_where_it_is()
    {
        var (database, book) = await NewAsync();
        await using var own = book;
        await ExecuteAsync(book, "create rule nothing as on delete to case_rows do instead nothing");
        var (before, rows) = (await SchemaDump.OfAsync(cluster, database, "case_rows"), await RowsAsText.OfAsync(book));

        var fault = await Assert.ThrowsAsync<BookException>(() => CaseRows.RebuildAsync(book, default));

        Assert.Contains("rule", fault.Message);
        Assert.Equal(before, await SchemaDump.OfAsync(cluster, database, "case_rows"));
        Assert.Equal(rows, await RowsAsText.OfAsync(book));
        await RowsAsText.AssertVerifiedAsync(book, expected: 10);
    }

    [Fact]
    public async Task While_somebody_reads_the_rows_for_long_acts_wait_only_a_moment_and_the_exchange_comes_later()
    {
        var (_, book) = await NewAsync();
        await using var own = book;
        await using var reader = await book.Database.OpenConnectionAsync();
        await using var reading = await reader.BeginTransactionAsync();
        await using (var look = new NpgsqlCommand("select count(*) from case_rows", reader, reading))
        {
            await look.ExecuteNonQueryAsync();
        }

        var rebuilding = new CaseRowsRebuild(book) { Turn = TimeSpan.FromMilliseconds(100) }.RunAsync(default);
        var longest = TimeSpan.Zero;
        for (var (place, watch) = (0, Stopwatch.StartNew()); watch.Elapsed < TimeSpan.FromSeconds(2); place++)
        {
            var began = watch.Elapsed;
            await RandomHistories.WriteAsync(book, seed: 50 + place, count: 1);
            longest = watch.Elapsed - began > longest ? watch.Elapsed - began : longest;
        }

        Assert.False(rebuilding.IsCompleted);
        Assert.True(longest < TimeSpan.FromSeconds(1.5), $"{longest}"); // an act or six, on a busy machine, and one turn
        await reading.RollbackAsync();
        var rows = await rebuilding;
        await RowsAsText.AssertVerifiedAsync(book, rows);
    }

    [Fact]
    public async Task When_its_turn_never_comes_it_says_so_and_the_old_rows_stay()
    {
        var (_, book) = await NewAsync();
        await using var own = book;
        var before = await RowsAsText.OfAsync(book);
        await using (var reader = await book.Database.OpenConnectionAsync())
        await using (var reading = await reader.BeginTransactionAsync())
        {
            await using var look = new NpgsqlCommand("select count(*) from case_rows", reader, reading);
            await look.ExecuteNonQueryAsync();
            var rebuild = new CaseRowsRebuild(book) { Turn = TimeSpan.FromMilliseconds(20), Patience = TimeSpan.FromMilliseconds(100) };

            var fault = await Assert.ThrowsAsync<BookException>(() => rebuild.RunAsync(default));

            Assert.Contains("旧台账未受影响", fault.Message);
        }

        Assert.Equal(before, await RowsAsText.OfAsync(book));
        await RowsAsText.AssertVerifiedAsync(book, expected: 10);
    }

    private static async Task ExecuteAsync(Book book, string sql)
    {
        await using var command = book.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<(string Database, Book Book)> NewAsync()
    {
        var database = await cluster.NewDatabaseAsync();
        var book = await Book.OpenAsync(database, cluster.NewKey(), BookRole.Owner, default);
        await RandomHistories.WriteAsync(book, seed: 8, count: 10);
        return (database, book);
    }
}
