using Npgsql;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.RecordCorrections.Decisions;
using Tracker.Domain.Requests;
using Tracker.EventStore.Sealing;
using Tracker.Tests;

namespace Tracker.EventStore.Tests;

/// <summary>更正申请 in the book: numbered, sealed, verified, re-wrapped and erased like requests.</summary>
public sealed class RecordCorrectionStoreTests(PrivateClusterFixture cluster)
{
    private const string Other = "other-office";

    [Fact]
    public async Task Its_numbers_are_a_gap_free_series_of_their_own_per_office()
    {
        await using var book = await cluster.NewBookAsync(BookRole.Web);
        await Given.RegisteredAsync(book);

        var numbers = new List<string>();
        foreach (var office in new[] { Given.Office, Given.Office, Other, Given.Office })
        {
            numbers.Add((await StateAsync(book, await RegisteredAsync(book, office), office)).Registration!.Number);
        }

        Assert.Equal(["更正2026-0001", "更正2026-0002", "更正2026-0001", "更正2026-0003"], numbers);
    }

    [Fact]
    public async Task A_refused_registration_gives_its_number_back_and_a_repeated_one_draws_none()
    {
        await using var book = await cluster.NewBookAsync(BookRole.Web);
        var refused = await Store(book).StartAsync(
            Guid.CreateVersion7(), Given.Act(), number => Receive(number, Given.Today.AddDays(1)), default);
        Assert.IsType<NotChanged<RecordCorrectionState, RecordCorrectionEvent>>(refused);
        var id = await RegisteredAsync(book);
        var again = await Store(book).StartAsync(id, Given.Act(), number => Receive(number, Given.Today), default);
        Assert.True(Assert.IsType<Changed<RecordCorrectionState, RecordCorrectionEvent>>(again).Repeated);

        Assert.Equal("更正2026-0002", (await StateAsync(book, await RegisteredAsync(book))).Registration!.Number);
    }

    [Fact]
    public async Task A_request_is_no_correction_and_a_correction_no_request()
    {
        await using var book = await cluster.NewBookAsync(BookRole.Web);
        var (request, correction) = (await Given.RegisteredAsync(book), await RegisteredAsync(book));

        Assert.False((await StateAsync(book, request)).IsRegistered);
        Assert.False((await Given.Store(book).LoadAsync(new StreamKey(Given.Office, correction), default)).State.IsRegistered);
        Assert.IsType<NoSuchStream<RecordCorrectionState, RecordCorrectionEvent>>(
            await Store(book).StartAsync(request, Given.Act(), number => Receive(number, Given.Today), default));
    }

    [Fact]
    public async Task Nothing_written_stands_there_in_clear_and_another_office_sees_nothing()
    {
        await using var book = await cluster.NewBookAsync();
        var id = await RegisteredAsync(book);
        await using var command = book.Database.CreateCommand("select string_agg(data::text, '') from mt_events");

        Assert.DoesNotContain("样例乙", (string)(await command.ExecuteScalarAsync())!);
        await using var web = book.As(BookRole.Web);
        var stream = await Store(web).LoadAsync(new StreamKey(Given.Office, id), default);
        Assert.Equal("样例乙", stream.Unsealer.Open(stream.State.Registration!.ApplicantName));
        Assert.False((await Store(web).LoadAsync(new StreamKey(Other, id), default)).State.IsRegistered);
    }

    [Fact]
    public async Task Erasing_destroys_its_key_and_no_other_and_only_the_owner_can()
    {
        await using var book = await cluster.NewBookAsync();
        await Given.OfficeAsync(book);
        var (request, erased, kept) = (await Given.RegisteredAsync(book), await RegisteredAsync(book), await RegisteredAsync(book));
        await EndAsync(book, erased);
        await using (var web = book.As(BookRole.Web))
        {
            await Assert.ThrowsAsync<PostgresException>(() => EraseAsync(web, erased));
        }

        Assert.IsType<Changed<RecordCorrectionState, RecordCorrectionEvent>>(await EraseAsync(book, erased));

        var stream = await Store(book).LoadAsync(new StreamKey(Given.Office, erased), default);
        Assert.Null(stream.Unsealer.Open(stream.State.Registration!.ApplicantName));
        Assert.Equal(RecordCorrectionOutcome.Corrected, stream.State.Result!.Outcome);
        foreach (var id in new[] { request, kept })
        {
            await using var keys = book.Database.CreateCommand($"select count(*) from data_keys where stream_id = '{id}'");
            Assert.Equal(1L, await keys.ExecuteScalarAsync());
        }

        Assert.Empty(await FindingsAsync(book));
    }

    [Fact]
    public async Task A_new_master_key_wraps_its_keys_anew_and_everything_reads_as_before()
    {
        await using var book = await cluster.NewBookAsync();
        await Given.OfficeAsync(book);
        var id = await RegisteredAsync(book);
        await Given.RegisteredAsync(book);

        Assert.Equal(2, (await KeyRotation.RunAsync(book, next: null, default)).Rewrapped);

        var stream = await Store(book).LoadAsync(new StreamKey(Given.Office, id), default);
        Assert.Equal("样例乙", stream.Unsealer.Open(stream.State.Registration!.ApplicantName));
        Assert.Empty(await FindingsAsync(book));
    }

    [Theory]
    [InlineData("update number_counters set last_number = 5 where series = 'record_correction'", BookFault.Counter)]
    [InlineData("update number_counters set last_number = 5 where series = 'request'", BookFault.Counter)]
    [InlineData("delete from number_counters where series = 'record_correction'", BookFault.Counter)]
    [InlineData("update mt_events set data = jsonb_set(data, '{number}', '\"2026-0001\"') where type = 'record_correction_received'", BookFault.Counter)]
    [InlineData("update mt_events set data = data - 'number' where type = 'record_correction_received'", BookFault.Counter)]
    [InlineData("delete from data_keys k using mt_streams s where s.id = k.stream_id and s.type = 'record_correction'", BookFault.DataKey)]
    [InlineData("update data_keys k set wrapped = wrapped || 'x' from mt_streams s where s.id = k.stream_id and s.type = 'record_correction'", BookFault.DataKey)]
    [InlineData("update mt_events set data = jsonb_set(data, '{record}', data->'contact') where type = 'record_correction_received'", BookFault.SealedValue)]
    [InlineData("update mt_events set data = jsonb_set(data, '{correctedOn}', '\"2026-03-04\"') where type = 'record_corrected'", BookFault.EventHash)]
    [InlineData("update mt_events set headers = jsonb_set(headers, '{prev}', '\"\"') where type = 'record_corrected'", BookFault.Chain)]
    [InlineData("update mt_streams set type = 'request' where type = 'record_correction'", BookFault.Unlisted)]
    [InlineData("delete from mt_events where type = 'record_corrected'", BookFault.StreamHead)]
    [InlineData("drop policy own_office on correction_rows", BookFault.Guard)]
    [InlineData("grant delete on correction_rows to tracker_web", BookFault.Guard)]
    public async Task Every_change_to_it_is_named(string change, BookFault expected)
    {
        await using var book = await cluster.NewBookAsync();
        await Given.OfficeAsync(book);
        await Given.RegisteredAsync(book);
        await EndAsync(book, await RegisteredAsync(book));
        Assert.Empty(await FindingsAsync(book));
        await using (var command = book.Database.CreateCommand(change))
        {
            Assert.NotEqual(0, await command.ExecuteNonQueryAsync());
        }

        Assert.Contains(expected, (await FindingsAsync(book)).Select(finding => finding.Fault));
    }

    [Fact]
    public async Task Two_clerks_under_one_version_one_wins_and_the_other_is_told()
    {
        await using var book = await cluster.NewBookAsync(BookRole.Web);
        var id = await RegisteredAsync(book);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Store(book).ChangeAsync(id, 1, Given.Act(), Correct, default)));

        Assert.Single(results.OfType<Changed<RecordCorrectionState, RecordCorrectionEvent>>());
        Assert.Equal(7, results.OfType<Conflicted<RecordCorrectionState, RecordCorrectionEvent>>().Count());
    }

    private static RecordCorrectionStore Store(Book book) => new(book, (_, _, _, _) => { });

    private static async Task<Guid> RegisteredAsync(Book book, string office = Given.Office)
    {
        var id = Guid.CreateVersion7();
        Assert.IsType<Changed<RecordCorrectionState, RecordCorrectionEvent>>(
            await Store(book).StartAsync(id, Given.Act(office), number => Receive(number, new(2026, 3, 2)), default));
        return id;
    }

    private static Decision<RecordCorrectionEvent> Receive(string number, DateOnly filedOn) => ReceiveRecordCorrection.Decide(
        RecordCorrectionState.None,
        new(
            number,
            Channel.InPerson,
            new(filedOn),
            ApplicantKind.NaturalPerson,
            Sealed.Text("样例乙"),
            Sealed.Text("000-0000-0002"),
            Sealed.Text("样例记录"),
            Sealed.Text("样例更正"),
            Sealed.Text("样例证据")),
        WorkingCalendar.Embedded,
        Given.Today);

    private static Decision<RecordCorrectionEvent> Correct(RecordCorrectionState state) =>
        CorrectRecord.Decide(state, new(new(2026, 3, 5), new(2026, 3, 5), DocumentNumber: null, Sealed.Text("样例情况")), Given.Today);

    private static async Task<RecordCorrectionState> StateAsync(Book book, Guid id, string office = Given.Office) =>
        (await Store(book).LoadAsync(new StreamKey(office, id), default)).State;

    private static async Task EndAsync(Book book, Guid id) => Assert.IsType<Changed<RecordCorrectionState, RecordCorrectionEvent>>(
        await Store(book).ChangeAsync(id, 1, Given.Act(), Correct, default));

    private static Task<ChangeResult<RecordCorrectionState, RecordCorrectionEvent>> EraseAsync(Book book, Guid id) =>
        Store(book).ChangeAsync(id, 2, Given.Act(), state => EraseRecordCorrection.Decide(state, new(Given.Today)), default);

    private static async Task<IReadOnlyCollection<BookFinding>> FindingsAsync(Book book)
    {
        var findings = new BookFindings();
        await Verification.RunAsync(book, findings, default);
        return findings.All;
    }
}
