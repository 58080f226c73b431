using Npgsql;
using Tracker.Tests;

namespace Tracker.EventStore.Tests;

public sealed class MigrationTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task Nodes_that_start_at_the_same_moment_migrate_once()
    {
        var database = await cluster.NewDatabaseAsync();
        var key = cluster.NewKey();

        var books = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Book.OpenAsync(database, key, BookRole.Owner, default)));

        Assert.Single(books.Select(book => book.MasterKey.Id).Distinct());
        Assert.Equal((long)Migrations.All.Count, await CountAsync(books[0]));
        foreach (var book in books)
        {
            await book.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("insert into tracker_migrations (number, name, checksum) values (9999, '9999_from_the_future', '')", "比本程序新")]
    [InlineData("update tracker_migrations set checksum = 'other' where number = 1", "不一致")]
    [InlineData("delete from tracker_migrations", "tracker_migrations")]
    [InlineData("delete from tracker_migrations where number = 4", "第 4 号")]
    [InlineData("delete from tracker_migrations where number = 6", "第 6 号")]
    public async Task A_database_of_another_history_is_refused(string change, string sentence)
    {
        var database = await cluster.NewDatabaseAsync();
        var key = cluster.NewKey();
        await using (var book = await Book.OpenAsync(database, key, BookRole.Owner, default))
        await using (var command = book.Database.CreateCommand(change))
        {
            await command.ExecuteNonQueryAsync();
        }

        var fault = await Assert.ThrowsAsync<BookException>(() => Book.OpenAsync(database, key, BookRole.Owner, default));

        Assert.Contains(sentence, fault.Message);
    }

    private static async Task<long> CountAsync(Book book)
    {
        await using NpgsqlCommand command = book.Database.CreateCommand("select count(*) from tracker_migrations");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
