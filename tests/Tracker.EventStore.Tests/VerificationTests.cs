using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore.Seals;
using Tracker.Tests;

namespace Tracker.EventStore.Tests;

/// <summary>Whoever owns the tables may change what he likes: each time it is named, at its first place.</summary>
public sealed class VerificationTests(PrivateClusterFixture cluster)
{
    // What Tampering below makes of a chain, as an owner would who knows the format and has the time.
    private const string RewrittenChain = "(a chain rewritten with hashes that fit)";

    public static TheoryData<string, BookFault> Changes { get; } = new()
    {
        { "update mt_events set data = jsonb_set(data, '{issuedOn}', '\"2026-03-05\"') where version = 2", BookFault.EventHash },
        { "update mt_events set timestamp = timestamp - interval '1 microsecond' where version = 2", BookFault.EventHash },
        { "update mt_events set user_name = 'user:somebody' where version = 1", BookFault.EventHash },
        { "update mt_events set headers = jsonb_set(headers, '{source}', '\"api\"') where version = 1", BookFault.EventHash },
        { "update mt_events set data = jsonb_set(data, '{applicantName,cipher}', '\"AAAA\"') where version = 1", BookFault.EventHash },
        { "update mt_events set headers = jsonb_set(headers, '{prev}', '\"\"') where version = 2", BookFault.Chain },
        { "delete from mt_events where version = 1", BookFault.VersionGap },
        { "delete from mt_events where version = 2", BookFault.StreamHead },
        { "delete from mt_events where version = 2; update mt_streams set version = 1", BookFault.Seal },
        { "update mt_streams set version = version + 1", BookFault.StreamHead },
        { "update mt_events set version = version + 10; update mt_events set version = 13 - version; update mt_events set version = version where true", BookFault.Chain },
        { "update mt_events set seq_id = -seq_id", BookFault.Order },
        { "update mt_events set seq_id = seq_id + 1000 where seq_id = (select min(seq_id) from mt_events)", BookFault.Seal },
        { "delete from mt_events where stream_id = (select id from mt_streams where version = 2 limit 1); delete from mt_streams where version = 2", BookFault.Counter },
        { "insert into mt_events select -1, gen_random_uuid(), stream_id, 3, data, null, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name, false from mt_events where version = 2", BookFault.StreamHead },
        { "update mt_events set type = 'request_sold' where version = 2", BookFault.Unlisted },
        { "update mt_events set type = 'office_opened' where version = 2", BookFault.Unlisted },
        { "update number_counters set last_number = last_number + 1", BookFault.Counter },
        { "update number_counters set last_number = last_number - 1", BookFault.Counter },
        { "delete from number_counters", BookFault.Counter },
        { "insert into number_counters values ('test-office', 'request', 2031, 4)", BookFault.Counter },
        { "delete from data_keys where stream_id = (select id from mt_streams where version = 2)", BookFault.DataKey },
        { "update data_keys set master_key_id = gen_random_uuid()", BookFault.DataKey },
        { "insert into data_keys select tenant_id, gen_random_uuid(), id, wrapped, created_at, master_key_id from data_keys limit 1", BookFault.DataKey },
        { "update seals set digest = digest || 'x'", BookFault.Seal },
        { "update seals set events = events + 1", BookFault.Seal },
        { "update seals set last_position = last_position + 5", BookFault.Seal },
        { RewrittenChain, BookFault.Seal },
        { RewrittenChain + "; delete from seals", BookFault.Head },
        { "alter table data_keys no force row level security", BookFault.Guard },
        { "alter table mt_events disable row level security", BookFault.Guard },
        { "drop policy own_office on case_rows", BookFault.Guard },
        { "create policy wide_open on mt_events using (true)", BookFault.Guard },
        { "grant update (data) on mt_events to tracker_web", BookFault.Guard },
        { "grant delete on mt_events to tracker_worker", BookFault.Guard },
        { "grant truncate on seals to public", BookFault.Guard },
        { "alter table mt_events drop constraint fkey_mt_events_stream_id_tenant_id", BookFault.Guard },
        { "alter table mt_events disable trigger all", BookFault.Guard },
        { "drop index pk_mt_events_stream_and_version", BookFault.Guard },
        { "create view every_name as select data from mt_events; grant select on every_name to tracker_web", BookFault.Guard },
        { "create function number_of() returns bigint language sql security definer as 'select count(*) from mt_events'", BookFault.Guard },
        { "create rule nothing as on insert to mt_events do instead nothing", BookFault.Guard },
        { "grant select on seals to tracker_web", BookFault.Guard },
        { "grant delete on data_keys to tracker_worker", BookFault.Guard },
        { "grant update on offices to public", BookFault.Guard },
        { "alter table mt_events alter column headers set default '{}'", BookFault.Guard },
        { "alter table case_rows drop column warning_due_on", BookFault.Guard },
        { "alter table number_counters rename column last_number to last", BookFault.Guard },
        { "create schema aside; create view aside.every_event as select * from public.mt_events; grant select on aside.every_event to tracker_web", BookFault.Guard },
        { "do $$ begin execute format('alter database %I set search_path = pg_temp, public', current_database()); end $$", BookFault.Guard },
        { "do $$ begin execute format('alter role tracker_web in database %I set tracker.office = %L', current_database(), 'test-office'); end $$", BookFault.Guard },
        { "alter default privileges in schema public grant select on tables to public", BookFault.Guard },
        { "update mt_events set correlation_id = null where version = 2", BookFault.Unreadable },
        { "update mt_events set causation_id = null, user_name = null where version = 1", BookFault.Unreadable },
        { "update mt_events set headers = null where version = 2", BookFault.Unreadable },
        { "update mt_events set headers = '[]' where version = 2", BookFault.Unreadable },
        { "update mt_events set headers = jsonb_set(headers, '{hash}', '7') where version = 1", BookFault.Unreadable },
        { "update mt_events set headers = headers - 'prev' where version = 2", BookFault.Chain },
        { "update mt_events set headers = jsonb_set(headers, '{prev}', '[]') where version = 2", BookFault.Chain },
        { "update mt_events set data = '\"\"' where version = 2", BookFault.Unreadable },
        { "update mt_events set data = (repeat('[', 500) || repeat(']', 500))::jsonb where version = 2", BookFault.Unreadable },
        { "update mt_events set timestamp = 'infinity' where version = 2", BookFault.EventHash },
        { "update mt_events set timestamp = '200000-01-01' where version = 2", BookFault.Unreadable },
        { "update mt_events set data = jsonb_set(data, '{issuedOn}', '\"2026-02-30\"') where version = 2", BookFault.Unreadable },
        { "update mt_events set data = jsonb_set(data, '{channel}', '\"Pigeon\"') where version = 1", BookFault.Unreadable },
        { "update mt_events set data = data || '{\"colour\": 1}' where version = 2", BookFault.Unreadable },
        { "update mt_events set data = jsonb_set(data, '{number}', '\"2026-99999999999\"') where version = 1", BookFault.Counter },
        { "update mt_events set data = data - 'number' where version = 1", BookFault.Counter },
        { "update mt_streams set type = null", BookFault.Unlisted },
        { "update mt_streams set is_archived = true", BookFault.Column },
        { "update mt_events set is_archived = true where version = 2", BookFault.Column },
        { "update mt_events set bdata = 'x' where version = 2", BookFault.Column },
        { "update mt_events set mt_dotnet_type = 'System.Object, mscorlib' where version = 2", BookFault.Column },
        { "update mt_events set mt_dotnet_type = null where version = 2", BookFault.Column },
        { "update mt_events set id = (select id from mt_events order by seq_id limit 1)", BookFault.SameId },
        { "update data_keys set wrapped = wrapped || 'x'", BookFault.DataKey },
        { "update data_keys k set wrapped = o.wrapped, id = o.id from data_keys o where o.stream_id <> k.stream_id", BookFault.DataKey },
        { "update data_keys set id = gen_random_uuid()", BookFault.DataKey },
        { "insert into data_protection_keys values ('spoilt', 'not a sealed text')", BookFault.DataKey },
        { "update mt_events set data = jsonb_set(data, '{applicantName}', data->'contact') where type = 'request_received'", BookFault.SealedValue },
    };

    [Fact]
    public async Task An_untouched_book_verifies_also_while_it_is_written()
    {
        await using var book = await FilledAsync();
        using var stop = new CancellationTokenSource();
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await Given.RegisteredAsync(book);
            }
        })));

        for (var round = 0; round < 5; round++)
        {
            var head = (await new Sealer(book).SealAllAsync(Given.Now, default))!.Code;
            Assert.Empty(await FindingsAsync(book, head));
        }

        await stop.CancelAsync();
        await writing;
        Assert.Empty(await FindingsAsync(book, head: null));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Every_change_is_named(string change, BookFault expected)
    {
        await using var book = await FilledAsync();
        var head = (await new Sealer(book).SealAllAsync(Given.Now, default))!.Code;
        Assert.Empty(await FindingsAsync(book, head));

        await TamperAsync(book, change);

        Assert.Contains(expected, (await FindingsAsync(book, head)).Select(finding => finding.Fault));
    }

    [Fact]
    public async Task What_the_roles_of_the_server_may_do_is_checked_as_well()
    {
        await using var own = new PrivateClusterFixture(); // roles are the server's, and other tests work on the shared one
        await own.InitializeAsync();
        await using var book = await own.NewBookAsync();
        foreach (var (change, undoing) in new[]
        {
            ("alter role tracker_web bypassrls", "alter role tracker_web nobypassrls"),
            ("grant tracker_worker to tracker_web", "revoke tracker_worker from tracker_web"),
            ("create role somebody; grant tracker_worker to somebody", "drop role somebody"),
        })
        {
            await TamperAsync(book, change);
            Assert.Equal([BookFault.Guard], (await FindingsAsync(book, head: null)).Select(finding => finding.Fault));
            await TamperAsync(book, undoing);
            Assert.Empty(await FindingsAsync(book, head: null));
        }
    }

    [Fact]
    public async Task The_first_place_of_each_kind_is_named_and_the_others_are_counted()
    {
        await using var book = await FilledAsync();
        await TamperAsync(book, "update mt_events set user_name = 'user:somebody'; update number_counters set last_number = 9");

        var findings = await FindingsAsync(book, head: null);

        Assert.Equal([BookFault.EventHash, BookFault.Counter], findings.Select(finding => finding.Fault));
        Assert.Equal(5, findings.First().Count);
        Assert.Equal(1, Assert.IsType<InStream>(findings.First().First).Version);
        Assert.Equal(new InCounter(Given.Office, 2026), findings.Last().First);
    }

    private async Task<Book> FilledAsync()
    {
        var copy = await cluster.CopyAsync("to verify", async original =>
        {
            await using var book = await Book.OpenAsync(original.ConnectionString, original.Key, BookRole.Owner, default);
            await FillAsync(book);
        });
        return await Book.OpenAsync(copy.ConnectionString, copy.Key, BookRole.Owner, default);
    }

    /// <summary>An office and three requests; the second has a second event.</summary>
    private static async Task FillAsync(Book book)
    {
        await Given.OfficeAsync(book);
        await Given.RegisteredAsync(book);
        var id = await Given.RegisteredAsync(book);
        await Given.Store(book).ChangeAsync(id, 1, Given.Act(), Given.Notice, default);
        await Given.RegisteredAsync(book);
    }

    private static async Task TamperAsync(Book book, string change)
    {
        if (change.StartsWith(RewrittenChain, StringComparison.Ordinal))
        {
            await RewriteAsync(book);
            change = change[RewrittenChain.Length..].TrimStart(';');
        }

        if (change.Length > 0)
        {
            await using var command = book.Database.CreateCommand(change);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Writes the second request anew with another notice, every hash made as the program makes it.</summary>
    private static async Task RewriteAsync(Book book)
    {
        await using var finding = book.Database.CreateCommand("select id from mt_streams where version = 2");
        var id = (Guid)(await finding.ExecuteScalarAsync())!;
        await using var places = book.Database.CreateCommand($"select array_agg(seq_id order by version) from mt_events where stream_id = '{id}'");
        var position = ((long[])(await places.ExecuteScalarAsync())!)[1];
        await TamperAsync(book, $"delete from mt_events where stream_id = '{id}' and version = 2; update mt_streams set version = 1 where id = '{id}'");
        await Given.Store(book).ChangeAsync(
            id, 1, Given.Act(), state => IssueSupplementNotice.Decide(state, new(new(2026, 3, 6), new(2026, 3, 20), null), Given.Today), default);
        await TamperAsync(book, $"update mt_events set seq_id = {position} where stream_id = '{id}' and version = 2");
    }

    private static async Task<IReadOnlyCollection<BookFinding>> FindingsAsync(Book book, SealCode? head)
    {
        var findings = new BookFindings();
        await using var snapshot = await BookSnapshot.TakeAsync(book, default);
        Assert.True(await Verification.RunAsync(snapshot, head, findings, default) is null or >= 0);
        return findings.All;
    }
}
