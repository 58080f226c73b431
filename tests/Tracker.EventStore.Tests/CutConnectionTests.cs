using Npgsql;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Tests;

namespace Tracker.EventStore.Tests;

/// <summary>A connection that ends in the middle of an act: what is certain afterwards, and that the same command again settles the rest.</summary>
public sealed class CutConnectionTests(PrivateClusterFixture cluster)
{
    private const string Commit = "COMMIT\0"; // not the word in BEGIN … READ COMMITTED

    [Theory]
    [InlineData(Fate.LosesItsAnswer, true)]
    [InlineData(Fate.IsLost, false)]
    public async Task An_append_that_is_cut_has_an_unknown_outcome_and_the_same_command_again_is_one_act(Fate fate, bool written)
    {
        await using var proxy = new CuttingProxy(cluster.Cluster.SocketFolder);
        await using var book = await BookBehindAsync(proxy);
        var id = await Given.RegisteredAsync(book);
        var act = Given.Act();

        proxy.CutOnce(fate, "insert into mt_events");
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Given.Store(book).ChangeAsync(id, 1, act, Given.Notice, default));
        var again = await Given.Store(book).ChangeAsync(id, 1, act, Given.Notice, default);

        Assert.Equal(written, Assert.IsType<Changed<RequestState, RequestEvent>>(again).Repeated);
        Assert.Equal(2, (await Given.Store(book).LoadAsync(new StreamKey(Given.Office, id), default)).Version);
    }

    [Theory]
    [InlineData(Fate.LosesItsAnswer, true)]
    [InlineData(Fate.IsLost, false)]
    public async Task A_registration_cut_at_its_commit_has_an_unknown_outcome_and_the_same_form_again_is_one_request(Fate fate, bool written)
    {
        await using var proxy = new CuttingProxy(cluster.Cluster.SocketFolder);
        await using var book = await BookBehindAsync(proxy);
        var id = Guid.CreateVersion7();

        proxy.CutOnce(fate, "insert into mt_events"); // the commit travels with it
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => StartAsync(book, id));
        var again = Assert.IsType<Changed<RequestState, RequestEvent>>(await StartAsync(book, id));

        Assert.Equal((written, 1L), (again.Repeated, again.Version));
        Assert.Equal("2026-0001", again.State.Registration!.Number);
        Assert.Equal("2026-0002", Assert.IsType<Changed<RequestState, RequestEvent>>(await StartAsync(book, Guid.CreateVersion7())).State.Registration!.Number);
    }

    [Fact]
    public async Task A_registration_cut_before_its_commit_is_certainly_not_written()
    {
        await using var proxy = new CuttingProxy(cluster.Cluster.SocketFolder);
        await using var book = await BookBehindAsync(proxy);
        var id = Guid.CreateVersion7();

        proxy.CutOnce(Fate.LosesItsAnswer, "number_counters");
        var cut = await Assert.ThrowsAnyAsync<NpgsqlException>(() => StartAsync(book, id));

        Assert.Equal(DatabaseFault.ConnectionLost, DatabaseFaults.Of(cut));
        Assert.False((await Given.Store(book).LoadAsync(new StreamKey(Given.Office, id), default)).State.IsRegistered);
        Assert.False(Assert.IsType<Changed<RequestState, RequestEvent>>(await StartAsync(book, id)).Repeated);
    }

    [Fact]
    public async Task An_import_whose_commit_is_cut_has_an_unknown_outcome_and_imported_again_it_stands_once()
    {
        await using var proxy = new CuttingProxy(cluster.Cluster.SocketFolder);
        await using var book = await BookBehindAsync(proxy, BookRole.Worker);

        proxy.CutOnce(Fate.LosesItsAnswer, Commit);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => ImportAsync(book));

        Assert.Equal([RegisterRowStanding.Same], await ImportAsync(book));
    }

    [Fact]
    public async Task A_connection_cut_while_it_is_made_spoils_no_later_act()
    {
        await using var proxy = new CuttingProxy(cluster.Cluster.SocketFolder);
        await using var book = await BookBehindAsync(proxy);
        book.Database.Clear();

        proxy.CutOnce(Fate.IsLost, "");
        await Record.ExceptionAsync(() => StartAsync(book, Guid.CreateVersion7()));

        for (var act = 0; act < 3; act++)
        {
            Assert.IsType<Changed<RequestState, RequestEvent>>(await StartAsync(book, Guid.CreateVersion7()));
        }
    }

    [Fact]
    public async Task A_server_that_is_gone_is_told_from_a_connection_that_is_cut()
    {
        await using var proxy = new CuttingProxy(cluster.Cluster.SocketFolder);
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=x;Database=x");
        await using var cutOff = NpgsqlDataSource.Create(proxy.Lead(await cluster.NewDatabaseAsync()));

        Assert.Equal(DatabaseFault.Unreachable, DatabaseFaults.Of(await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await nowhere.OpenConnectionAsync())));
        await using var connection = await cutOff.OpenConnectionAsync();
        proxy.CutAll();
        await using var command = new NpgsqlCommand("select 1", connection);
        Assert.Equal(DatabaseFault.ConnectionLost, DatabaseFaults.Of(await Assert.ThrowsAnyAsync<NpgsqlException>(() => command.ExecuteScalarAsync())));
    }

    [Fact]
    public async Task A_server_without_a_free_connection_is_recognised_by_who_asks_for_one()
    {
        var database = await cluster.NewDatabaseAsync();
        await using var owner = NpgsqlDataSource.Create(database);
        await using (var role = owner.CreateCommand("create role crowded login connection limit 1"))
        {
            await role.ExecuteNonQueryAsync();
        }

        await using var crowded = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Username = "crowded" });
        await using var first = await crowded.OpenConnectionAsync();
        var fault = await Assert.ThrowsAsync<PostgresException>(async () => await crowded.OpenConnectionAsync());

        Assert.Equal(DatabaseFault.TooManyConnections, DatabaseFaults.Of(fault));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_leaves_the_outcome_open()
    {
        await using var database = NpgsqlDataSource.Create(await cluster.NewDatabaseAsync());
        await using var command = database.CreateCommand("select pg_sleep(5)");
        command.CommandTimeout = 1;

        var late = await Assert.ThrowsAsync<OutcomeUnknownException>(() => Committing.RunAsync(() => command.ExecuteNonQueryAsync()));

        Assert.Equal(DatabaseFault.TimedOut, DatabaseFaults.Of(late));
    }

    [Theory]
    [InlineData("53100", DatabaseFault.DiskFull)]
    [InlineData("53300", DatabaseFault.TooManyConnections)]
    [InlineData("57P01", DatabaseFault.Restarting)]
    [InlineData("57P02", DatabaseFault.Restarting)]
    [InlineData("57P03", DatabaseFault.Restarting)]
    [InlineData("08006", DatabaseFault.ConnectionLost)]
    [InlineData("08P01", DatabaseFault.ConnectionLost)]
    [InlineData("42P01", null)]
    [InlineData("23505", null)]
    public async Task An_error_is_recognised_by_its_state_wherever_it_is_wrapped_and_its_outcome_is_certain(string state, DatabaseFault? expected)
    {
        await using var database = NpgsqlDataSource.Create(await cluster.NewDatabaseAsync());
        await using var command = database.CreateCommand($"do $$ begin raise exception using errcode = '{state}'; end $$");

        var fault = await Assert.ThrowsAsync<PostgresException>(() => Committing.RunAsync(() => command.ExecuteNonQueryAsync()));

        Assert.Equal(expected, DatabaseFaults.Of(fault));
        Assert.Equal(expected, DatabaseFaults.Of(new InvalidOperationException("", fault)));
    }

    [Fact]
    public async Task A_session_ended_by_the_server_during_a_commit_leaves_the_outcome_open()
    {
        await using var database = NpgsqlDataSource.Create(await cluster.NewDatabaseAsync());
        await using var command = database.CreateCommand("select pg_terminate_backend(pg_backend_pid())");

        var fault = await Assert.ThrowsAsync<OutcomeUnknownException>(() => Committing.RunAsync(() => command.ExecuteNonQueryAsync()));

        Assert.Equal(DatabaseFault.Restarting, DatabaseFaults.Of(fault));
    }

    [Fact]
    public async Task A_book_whose_servers_socket_has_moved_is_read_where_it_is_now()
    {
        await using var book = await cluster.NewBookAsync();
        var id = await Given.RegisteredAsync(book);
        var elsewhere = Path.Combine(cluster.Folder, "moved");
        Directory.CreateSymbolicLink(elsewhere, cluster.Cluster.SocketFolder);
        var before = book.Database;

        book.Reconnect(elsewhere);

        Assert.NotSame(before, book.Database);
        Assert.Contains(elsewhere, book.Database.ConnectionString);
        Assert.Equal(1, (await Given.Store(book).LoadAsync(new StreamKey(Given.Office, id), default)).Version);
        await using var late = await before.OpenConnectionAsync(); // somebody who had just asked for it
    }

    private async Task<Book> BookBehindAsync(CuttingProxy proxy, BookRole role = BookRole.Web) =>
        await Book.OpenAsync(proxy.Lead(await cluster.NewDatabaseAsync()), cluster.NewKey(), role, default);

    private static Task<ChangeResult<RequestState, RequestEvent>> StartAsync(Book book, Guid id) => Given.Store(book).StartAsync(
        id,
        Given.Act(commandId: id),
        number => ReceiveRequest.Decide(RequestState.None, Given.Request(number), WorkingCalendar.Embedded, Given.Today),
        default);

    private static async Task<IReadOnlyList<RegisterRowStanding>> ImportAsync(Book book)
    {
        var number = new RequestNumber("样〔2026〕1号", NumberOrigin.Imported);
        var received = ReceiveRequest.Decide(RequestState.None, Given.Request(number), WorkingCalendar.Embedded, Given.Today);
        var request = new ImportedRequest(2, number.Text, new(2026, 3, 2), ((Domain.Accepted<RequestEvent>)received).Events);
        await using var import = await BulkRegistration.BeginAsync(
            book, Given.Act() with { Source = Act.FromImport }, (_, _, _, _) => Task.CompletedTask, default);
        var standing = await import.CompareAsync([request], default);
        if (standing is [RegisterRowStanding.New])
        {
            await import.WriteAsync([request], default);
            await import.CommitAsync(default);
        }

        return standing;
    }
}
