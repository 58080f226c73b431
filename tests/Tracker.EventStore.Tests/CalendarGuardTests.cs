using Npgsql;
using Tracker.Domain.LegalTime;
using Tracker.Tests;

namespace Tracker.EventStore.Tests;

/// <summary>The calendar's stream is the system's: the pages read it and cannot write it, whatever the program asks.</summary>
public sealed class CalendarGuardTests(PrivateClusterFixture cluster)
{
    private const string Event =
        """
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, headers)
        select 999999, gen_random_uuid(), id, 21, '{}', 'holiday_notice_adopted', now(), tenant_id, '{}' from mt_streams where tenant_id = '*SYSTEM*'
        """;

    [Theory]
    [InlineData("update calendar_version set version = 0")]
    [InlineData("delete from calendar_version")]
    [InlineData("insert into calendar_version (version) values (1)")]
    [InlineData("insert into mt_streams (tenant_id, id, type, version) values ('*SYSTEM*', gen_random_uuid(), 'calendar', 1)")]
    [InlineData("update mt_streams set version = 99")]
    [InlineData(Event)]
    public async Task The_pages_cannot_write_it(string statement)
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        await using var worker = await Book.OpenAsync(database, key, BookRole.Worker, default);
        await new CalendarStore(worker).AdoptFirstAsync(Given.Now, default);
        await using var pages = await Book.OpenAsync(database, key, BookRole.Web, default);

        var fault = await Assert.ThrowsAsync<PostgresException>(async () =>
        {
            await using var batch = pages.Database.CreateBatch();
            batch.BatchCommands.Add(Book.ForOffice(CalendarStore.SystemOffice));
            batch.BatchCommands.Add(new(statement));
            await batch.ExecuteNonQueryAsync();
        });

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, fault.SqlState);
        Assert.Equal(20, (await pages.Calendars.RefreshAsync(default)).Version);
    }

    [Fact]
    public async Task The_pages_cannot_adopt_and_read_what_was_adopted()
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        await using var pages = await Book.OpenAsync(database, key, BookRole.Web, default);
        Assert.Equal((0, 2026), (pages.Calendars.Current.Version, pages.Calendars.Of(Given.Office).Notices[^1].Year));

        await Assert.ThrowsAsync<PostgresException>(() => new CalendarStore(pages).AdoptFirstAsync(Given.Now, default));
        await using var worker = await Book.OpenAsync(database, key, BookRole.Worker, default);
        await new CalendarStore(worker).AdoptFirstAsync(Given.Now, default);
        await new CalendarStore(worker).AdoptFirstAsync(Given.Now, default); // the next start

        var read = await pages.Calendars.RefreshAsync(default);
        Assert.Equal(20, read.Version);
        Assert.Equal(HolidayNotice.Embedded.Select(notice => notice.Year), read.State.Notices.Keys);
        Assert.All(HolidayNotice.Embedded, notice => Assert.True(notice.SameAs(read.State.Notices[notice.Year])));
        var findings = new BookFindings();
        Assert.Equal(20, await Verification.RunAsync(worker, findings, default));
        Assert.Empty(findings.All);
    }

    [Fact]
    public async Task Where_a_request_ended_is_known_however_it_is_read()
    {
        await using var book = await cluster.NewBookAsync();
        var id = await Given.RegisteredAsync(book);
        var store = Given.Store(book);
        Assert.Null((await store.LoadAsync(new StreamKey(Given.Office, id), default)).EndedAt);
        await store.ChangeAsync(id, 1, Given.Act(), state => Domain.Requests.Decisions.WithdrawRequest.Decide(state, new(new(2026, 3, 6), null, null), Given.Today), default);
        await store.ChangeAsync(id, 2, Given.Act(), state => Domain.Requests.Decisions.CarryForward.Decide(state, new(2025)), default);
        await store.ChangeAsync(id, 2, Given.Act(), _ => new Domain.Accepted<Domain.Requests.RequestEvent>([new Domain.Requests.RequestCarriedForward(2025)]), default);

        var loaded = await store.LoadAsync(new StreamKey(Given.Office, id), default);
        var passed = await RequestPass.RunAsync(book, long.MaxValue, default).SelectMany(requests => requests.ToAsyncEnumerable()).SingleAsync();
        await using var connection = await book.Database.OpenConnectionAsync();
        var read = await BookReader.RequestsAsync(connection, default).SingleAsync();
        var asked = await BookReader.RequestsAsync(connection, [new StreamKey(Given.Office, id), new StreamKey("other-office", id)], default).SingleAsync();

        Assert.Equal(3, loaded.Version);
        Assert.Equal(loaded.Events[1].Position, loaded.EndedAt);
        Assert.Equal((loaded.EndedAt, loaded.EndedAt, loaded.EndedAt), (passed.EndedAt, read.EndedAt, asked.EndedAt));
    }
}
