using Npgsql;
using Tracker.Tests;

namespace Tracker.EventStore.Tests;

/// <summary>What the database itself allows the pages and the worker, whatever the program asks.</summary>
public sealed class RoleTests(PrivateClusterFixture cluster, ClusterApart apart) : IClassFixture<ClusterApart>
{
    private const string Other = "other-office";
    private static readonly string[] Guarded = ["mt_streams", "mt_events", "data_keys", "number_counters", "case_rows", "reminders", "reminder_sweeps"];

    [Fact]
    public async Task The_pages_see_and_count_their_own_office_only()
    {
        await using var books = await BooksAsync();

        foreach (var table in Guarded)
        {
            Assert.True(await CountAsync(books.Worker, Given.Office, $"select count(*) from {table} where tenant_id = '{Other}'") > 0);
            Assert.Equal(0, await CountAsync(books.Web, Given.Office, $"select count(*) from {table} where tenant_id = '{Other}'"));
            Assert.True(await CountAsync(books.Web, Given.Office, $"select count(*) from {table}") > 0);
        }
    }

    [Theory]
    [InlineData("reset role")]
    [InlineData("set role tracker_worker")]
    [InlineData("set session authorization tracker_worker")]
    [InlineData("set row_security = off")]
    public async Task Logged_in_as_themselves_the_pages_are_nobody_else_whatever_they_run(string attempt)
    {
        var own = apart.Cluster; // who may log in is the server's, and other tests share the other one
        var (database, key) = (await own.NewDatabaseAsync(), own.NewKey());
        await using var web = await Book.OpenAsync(database, key, BookRole.Web, RoleEntry.LogIn, default);
        await Given.RegisteredAsync(web, Other);
        await Given.RegisteredAsync(web);
        await using var connection = await web.Database.OpenConnectionAsync();
        await using var trying = new NpgsqlCommand(attempt, connection);
        await TryAsync(trying);
        await using var counting = new NpgsqlCommand("select count(*) from mt_events", connection);

        Assert.True(await TryAsync(counting) is null or 0L);
        await using var worker = web.As(BookRole.Worker);
        Assert.Equal(2, await CountAsync(worker, office: null, "select count(*) from mt_events"));
    }

    private static async Task<object?> TryAsync(NpgsqlCommand command)
    {
        try
        {
            return await command.ExecuteScalarAsync();
        }
        catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            return null;
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("%")]
    public async Task With_no_office_set_nothing_is_visible(string? office)
    {
        await using var books = await BooksAsync();

        Assert.All(Guarded, table => Assert.Equal(0, CountAsync(books.Web, office, $"select count(*) from {table}").Result));
    }

    [Theory]
    [InlineData("update mt_events set user_name = 'x'")]
    [InlineData("delete from mt_events")]
    [InlineData("truncate mt_events")]
    [InlineData("delete from mt_streams")]
    [InlineData("update mt_streams set tenant_id = 'x'")]
    [InlineData("delete from data_keys")]
    [InlineData("update data_keys set wrapped = ''")]
    [InlineData("delete from reminders")]
    [InlineData("update reminders set due_on = '2026-03-09'")]
    [InlineData("delete from reminder_sweeps")]
    [InlineData("update master_keys set check_value = ''")]
    [InlineData("drop table mt_events")]
    [InlineData("alter table mt_events disable row level security")]
    [InlineData("drop policy own_office on mt_events")]
    public async Task Neither_the_pages_nor_the_worker_can_change_what_is_written(string statement)
    {
        await using var books = await BooksAsync();

        foreach (var book in new[] { books.Web, books.Worker })
        {
            var fault = await Assert.ThrowsAsync<PostgresException>(() => CountAsync(book, Given.Office, statement));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, fault.SqlState);
        }
    }

    [Theory]
    [InlineData("update case_rows set number = 'x' where tenant_id = 'other-office'")]
    [InlineData("update number_counters set last_number = 99 where tenant_id = 'other-office'")]
    [InlineData("update mt_streams set version = 99 where tenant_id = 'other-office'")]
    public async Task Another_offices_rows_are_not_touched_by_an_update(string statement)
    {
        await using var books = await BooksAsync();
        var before = await TextAsync(books.Worker);

        await CountAsync(books.Web, Given.Office, statement);

        Assert.Equal(before, await TextAsync(books.Worker));
    }

    [Theory]
    [InlineData("insert into mt_streams (tenant_id, id, type, version) values ('other-office', gen_random_uuid(), 'request', 1)")]
    [InlineData("insert into number_counters values ('other-office', 'request', 1999, 1)")]
    [InlineData("update case_rows set tenant_id = 'other-office'")]
    [InlineData("insert into data_keys values ('other-office', gen_random_uuid(), gen_random_uuid(), '', now())")]
    public async Task Nothing_can_be_written_into_another_office(string statement)
    {
        await using var books = await BooksAsync();

        var fault = await Assert.ThrowsAsync<PostgresException>(() => CountAsync(books.Web, Given.Office, statement));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, fault.SqlState);
    }

    [Fact]
    public async Task A_connection_given_back_to_the_pool_keeps_its_role_and_forgets_its_office()
    {
        await using var books = await BooksAsync();

        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(1, await CountAsync(books.Web, Given.Office, "select count(*) from mt_streams"));
            Assert.Equal(0, await CountAsync(books.Web, office: null, "select count(*) from mt_streams"));
            Assert.Equal(1, await CountAsync(books.Web, office: null, "select count(*) from (select current_user) as me where current_user = 'tracker_web'"));
        }
    }

    /// <summary>One database with a request in each of two offices, opened as the pages and as the worker.</summary>
    private async Task<Books> BooksAsync()
    {
        var (database, key) = (await cluster.NewMigratedDatabaseAsync(), cluster.NewKey());
        var books = new Books(
            await Book.OpenAsync(database, key, BookRole.Web, default),
            await Book.OpenAsync(database, key, BookRole.Worker, default));
        foreach (var office in new[] { Given.Office, Other })
        {
            var id = await Given.RegisteredAsync(books.Worker, office);
            await CountAsync(
                books.Worker,
                office,
                $$"""
                insert into case_rows (tenant_id, id, version, number, number_origin, channel, applicant_kind, filed_on, received_on,
                  received_year, provisional, waiting, extended, missing, carried_forward, voided, in_hand, waits)
                values ('{{office}}', '{{id}}', 1, '1', 'Counter', 'InPerson', 'NaturalPerson', '2026-03-02', '2026-03-02', 2026, false, false, false, '{}', '{}', false, true, '{}')
                """);
            await CountAsync(
                books.Worker,
                office,
                $"""
                insert into reminders (id, tenant_id, case_id, matter, part, due_on, since, step, fires_on, level, recipient, recorded_at)
                values (gen_random_uuid(), '{office}', '{id}', 'Answer', '', '2026-03-30', '2026-03-02', 5, '2026-03-23', 'Handler', gen_random_uuid(), now())
                """);
            await CountAsync(books.Worker, office, $"insert into reminder_sweeps values ('{office}', '2026-03-23', now(), now(), 1, 1, 1, '{{}}')");
        }

        return books;
    }

    private static async Task<long> CountAsync(Book book, string? office, string sql)
    {
        await using var connection = await book.Database.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        if (office is not null)
        {
            batch.BatchCommands.Add(Book.ForOffice(office));
        }

        batch.BatchCommands.Add(new(sql));
        await using var reader = await batch.ExecuteReaderAsync();
        if (office is not null)
        {
            await reader.NextResultAsync();
        }

        return await reader.ReadAsync() ? reader.GetInt64(0) : 0;
    }

    private static async Task<string> TextAsync(Book book)
    {
        await using var command = book.Database.CreateCommand(
            """
            select string_agg(line, '|' order by line) from (
              select r::text as line from case_rows r union all select c::text from number_counters c union all select s::text from mt_streams s) as lines
            """);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private sealed record Books(Book Web, Book Worker) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Web.DisposeAsync();
            await Worker.DisposeAsync();
        }
    }
}
