using Npgsql;
using Tracker.EventStore;
using Tracker.Tests;

namespace Tracker.ReadModels.Tests.Rebuilding;

/// <summary>Whatever breaks, the rows that are there stay, and the next rebuild begins afresh.</summary>
public sealed class BrokenRebuildTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task What_a_killed_rebuild_left_behind_is_swept_by_the_next()
    {
        await using var book = await cluster.NewBookAsync();
        await RandomHistories.WriteAsync(book, seed: 9, count: 10);
        await ExecuteAsync(book, "create table case_rows_rebuilding (half boolean); create index on case_rows_rebuilding (half)");

        Assert.Equal(10, await CaseRows.RebuildAsync(book, default));

        await RowsAsText.AssertVerifiedAsync(book, expected: 10);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(120)]
    public async Task A_rebuild_whose_sessions_are_cut_off_changes_nothing_and_can_be_repeated(int afterMilliseconds)
    {
        var database = await cluster.NewDatabaseAsync();
        var key = cluster.NewKey();
        await using var book = await Book.OpenAsync(database, key, BookRole.Owner, default);
        await Registers.ImportAsync(book, 1500);
        var before = await RowsAsText.OfAsync(book);

        await using (var doomed = await Book.OpenAsync($"{database};Application Name=doomed", key, BookRole.Owner, default))
        {
            var rebuilding = CaseRows.RebuildAsync(doomed, default);
            await Task.Delay(afterMilliseconds);
            await ExecuteAsync(
                book,
                $"""
                select pg_terminate_backend(l.pid) from pg_locks l
                where l.locktype = 'advisory' and l.classid = {AdvisoryLocks.Family} and l.objid = {AdvisoryLocks.Rebuild}
                  and l.database = (select oid from pg_database where datname = current_database());
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and (query ilike 'copy %' or query ilike 'create%index%')
                """);
            try
            {
                await rebuilding;
            }
            catch (NpgsqlException)
            {
                Assert.Equal(before, await RowsAsText.OfAsync(book));
            }
        }

        Assert.Equal(1500, await CaseRows.RebuildAsync(book, default));
        Assert.Equal(before, await RowsAsText.OfAsync(book));
        await RowsAsText.AssertVerifiedAsync(book, expected: 1500);
    }

    [Fact]
    public async Task A_rebuild_that_is_called_off_changes_nothing_and_leaves_nothing_behind()
    {
        await using var book = await cluster.NewBookAsync();
        await Registers.ImportAsync(book, 1500);
        var before = await RowsAsText.OfAsync(book);

        foreach (var milliseconds in new[] { 1, 20, 60, 150 })
        {
            using var calledOff = new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds));
            try
            {
                await CaseRows.RebuildAsync(book, calledOff.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.True(calledOff.IsCancellationRequested);
            }

            Assert.Equal(before, await RowsAsText.OfAsync(book));
            await RowsAsText.AssertVerifiedAsync(book, expected: 1500);
        }
    }

    [Fact]
    public async Task A_second_rebuild_at_the_same_time_is_told_to_wait()
    {
        await using var book = await cluster.NewBookAsync();
        await Registers.ImportAsync(book, 1500);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            try
            {
                return await CaseRows.RebuildAsync(book, default) == 1500 ? "done" : "wrong";
            }
            catch (BookException fault)
            {
                return fault.Message;
            }
        }));

        Assert.Single(outcomes, "done");
        Assert.Equal(2, outcomes.Count(outcome => outcome.Contains("另一次重新生成正在进行", StringComparison.Ordinal)));
        Assert.Equal(1500, await CaseRows.RebuildAsync(book, default)); // the lock was given back
    }

    [Theory]
    [InlineData("delete from mt_events where version = 1 and stream_id = (select stream_id from mt_events where version = 2 limit 1)", "第 1 号事件缺失")]
    [InlineData("update mt_events set type = 'request_sold' where seq_id = 3", "request_sold")]
    [InlineData("""update mt_events set data = data || '{"colour":"red"}' where seq_id = 3""", "无法读出")]
    public async Task A_damaged_book_is_named_and_the_rows_stay(string damage, string sentence)
    {
        await using var book = await cluster.NewBookAsync();
        await Registers.ImportAsync(book, 20);
        var before = await RowsAsText.OfAsync(book);
        await ExecuteAsync(book, damage);

        var fault = await Assert.ThrowsAsync<BookException>(() => CaseRows.RebuildAsync(book, default));

        Assert.Contains(sentence, fault.Message);
        Assert.Equal(before, await RowsAsText.OfAsync(book));
    }

    private static async Task ExecuteAsync(Book book, string sql)
    {
        await using var command = book.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
