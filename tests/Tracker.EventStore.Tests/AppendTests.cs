using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Tests;

namespace Tracker.EventStore.Tests;

public sealed class AppendTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task What_was_appended_is_read_back_with_its_metadata()
    {
        await using var book = await cluster.NewBookAsync();
        var id = await Given.RegisteredAsync(book);
        var act = Given.Act();

        await Given.Store(book).ChangeAsync(id, 1, act, Given.Notice, default);

        var stream = await Given.Store(book).LoadAsync(new StreamKey(Given.Office, id), default);
        Assert.Equal([1, 2], stream.Events.Select(recorded => recorded.Version));
        Assert.True(stream.Events[0].Position < stream.Events[1].Position);
        var notice = stream.Events[1];
        Assert.Equal(7, notice.Id.Version);
        Assert.Equal((act.CommandId, act.UserName, "page"), (notice.CommandId, notice.UserName, notice.Source));
        Assert.Equal(Given.Now, notice.RecordedAt);
        var issued = Assert.IsType<SupplementNoticeIssued>(notice.Event);
        Assert.Equal(new DateOnly(2026, 3, 4), issued.IssuedOn);
        Assert.Equal("请补充", stream.Unsealer.Open(issued.Items));
        Assert.Equal("样例甲", stream.Unsealer.Open(stream.State.Registration!.ApplicantName));
    }

    [Fact]
    public async Task Of_two_writers_with_one_version_exactly_one_wins_and_the_other_sees_what_happened()
    {
        await using var book = await cluster.NewBookAsync();
        for (var round = 0; round < 20; round++)
        {
            var id = await Given.RegisteredAsync(book);

            var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
                Given.Store(book).ChangeAsync(id, 1, Given.Act(), Given.Notice, default)));

            Assert.Single(results.OfType<Changed<RequestState, RequestEvent>>());
            Assert.All(results.OfType<Conflicted<RequestState, RequestEvent>>(), conflict =>
            {
                Assert.Equal(2, conflict.Version);
                Assert.IsType<SupplementNoticeIssued>(Assert.Single(conflict.Meanwhile).Event);
            });
            Assert.Equal(3, results.OfType<Conflicted<RequestState, RequestEvent>>().Count());
            Assert.Equal(2, (await Given.Store(book).LoadAsync(new StreamKey(Given.Office, id), default)).Version);
        }
    }

    [Fact]
    public async Task A_second_post_with_the_same_command_id_adds_nothing_and_succeeds()
    {
        await using var book = await cluster.NewBookAsync();
        var id = await Given.RegisteredAsync(book);
        var act = Given.Act();
        await Given.Store(book).ChangeAsync(id, 1, act, Given.Notice, default);

        var again = await Given.Store(book).ChangeAsync(id, 1, act, Given.Notice, default);

        Assert.True(Assert.IsType<Changed<RequestState, RequestEvent>>(again).Repeated);
        Assert.Equal(2, (await Given.Store(book).LoadAsync(new StreamKey(Given.Office, id), default)).Version);
    }

    [Fact]
    public async Task A_command_id_used_for_another_act_is_no_repetition()
    {
        await using var book = await cluster.NewBookAsync();
        var id = await Given.RegisteredAsync(book);
        var act = Given.Act();
        await Given.Store(book).ChangeAsync(id, 1, act, Given.Notice, default);

        var other = await Given.Store(book).ChangeAsync(
            id, 2, act, state => WithdrawRequest.Decide(state, new(Given.Today, null, null), Given.Today), default);

        Assert.IsType<Conflicted<RequestState, RequestEvent>>(other);
        Assert.Equal(2, (await Given.Store(book).LoadAsync(new StreamKey(Given.Office, id), default)).Version);
    }

    [Fact]
    public async Task The_same_post_sent_twice_at_once_is_one_act()
    {
        await using var book = await cluster.NewBookAsync();
        var id = await Given.RegisteredAsync(book);
        var act = Given.Act();

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            Given.Store(book).ChangeAsync(id, 1, act, Given.Notice, default)));

        Assert.All(results, result => Assert.IsType<Changed<RequestState, RequestEvent>>(result));
        Assert.Single(results.OfType<Changed<RequestState, RequestEvent>>(), changed => !changed.Repeated);
    }

    [Fact]
    public async Task The_same_content_under_another_command_id_is_refused_as_already_done()
    {
        await using var book = await cluster.NewBookAsync();
        var id = await Given.RegisteredAsync(book);
        await Given.Store(book).ChangeAsync(id, 1, Given.Act(), Given.Notice, default);

        var again = await Given.Store(book).ChangeAsync(id, 2, Given.Act(), Given.Notice, default);

        Assert.IsType<SupplementNoticeAlreadyOpen>(Assert.IsType<NotChanged<RequestState, RequestEvent>>(again).Reason);
    }

    [Fact]
    public async Task A_stale_version_is_a_conflict_and_nothing_is_written()
    {
        await using var book = await cluster.NewBookAsync();
        var id = await Given.RegisteredAsync(book);
        await Given.Store(book).ChangeAsync(id, 1, Given.Act(), Given.Notice, default);

        var late = await Given.Store(book).ChangeAsync(
            id, 1, Given.Act(), state => WithdrawRequest.Decide(state, new(Given.Today, null, null), Given.Today), default);

        Assert.IsType<Conflicted<RequestState, RequestEvent>>(late);
        Assert.Equal(2, (await Given.Store(book).LoadAsync(new StreamKey(Given.Office, id), default)).Version);
    }

    [Fact]
    public async Task A_version_that_was_never_reached_is_a_conflict_too()
    {
        await using var book = await cluster.NewBookAsync();
        var id = await Given.RegisteredAsync(book);

        var forged = await Given.Store(book).ChangeAsync(id, 7, Given.Act(), Given.Notice, default);

        Assert.IsType<Conflicted<RequestState, RequestEvent>>(forged);
    }

    [Fact]
    public async Task Another_offices_stream_is_not_there()
    {
        await using var book = await cluster.NewBookAsync();
        var id = await Given.RegisteredAsync(book);

        var foreign = await Given.Store(book).ChangeAsync(id, 1, Given.Act("other-office"), Given.Notice, default);

        Assert.IsType<NoSuchStream<RequestState, RequestEvent>>(foreign);
        Assert.False((await Given.Store(book).LoadAsync(new StreamKey("other-office", id), default)).State.IsRegistered);
    }

    [Fact]
    public async Task Rows_change_in_the_same_transaction_or_not_at_all()
    {
        await using var book = await cluster.NewBookAsync();
        var id = await Given.RegisteredAsync(book);
        var broken = new RequestStore(book, (batch, _, _, _) => batch.BatchCommands.Add(new("select 1 / 0")));

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => broken.ChangeAsync(id, 1, Given.Act(), Given.Notice, default));

        Assert.Equal(1, (await Given.Store(book).LoadAsync(new StreamKey(Given.Office, id), default)).Version);
    }

    [Fact]
    public async Task Numbers_have_no_gaps_when_many_register_at_once_and_some_are_refused()
    {
        await using var book = await cluster.NewBookAsync();
        Decision<RequestEvent> Decide(RequestNumber number, int place) => place % 3 == 0
            ? new Refused<RequestEvent>(new AlreadyRegistered())
            : ReceiveRequest.Decide(RequestState.None, Given.Request(number), WorkingCalendar.Embedded, Given.Today);

        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(place =>
            Given.Store(book).StartAsync(Guid.CreateVersion7(), Given.Act(), number => Decide(number, place), default)));

        var numbers = results.OfType<Changed<RequestState, RequestEvent>>().Select(changed => changed.State.Registration!.Number).Order();
        Assert.Equal(Enumerable.Range(1, 26).Select(place => $"2026-{place:0000}"), numbers);
    }

    [Fact]
    public async Task A_second_post_of_the_registration_form_shows_the_case_and_uses_no_number()
    {
        await using var book = await cluster.NewBookAsync();
        var id = Guid.CreateVersion7();
        Task<ChangeResult<RequestState, RequestEvent>> Post() => Given.Store(book).StartAsync(
            id,
            Given.Act(commandId: id),
            number => ReceiveRequest.Decide(RequestState.None, Given.Request(number), WorkingCalendar.Embedded, Given.Today),
            default);

        var results = await Task.WhenAll(Post(), Post(), Post());

        Assert.Single(results.Cast<Changed<RequestState, RequestEvent>>(), changed => !changed.Repeated);
        Assert.All(results.Cast<Changed<RequestState, RequestEvent>>(), changed => Assert.Equal("2026-0001", changed.State.Registration!.Number));
        var next = await Given.RegisteredAsync(book);
        Assert.Equal("2026-0002", (await Given.Store(book).LoadAsync(new StreamKey(Given.Office, next), default)).State.Registration!.Number);
    }

    [Fact]
    public async Task The_year_of_a_number_is_the_legal_day_s_not_the_utc_day_s()
    {
        await using var book = await cluster.NewBookAsync();
        var newYearsMorning = new DateTimeOffset(2025, 12, 31, 17, 0, 0, TimeSpan.Zero); // 01:00 on 1 January in China
        var result = await Given.Store(book).StartAsync(
            Guid.CreateVersion7(),
            Given.Act(at: newYearsMorning),
            number => ReceiveRequest.Decide(
                RequestState.None, Given.Request(number) with { Dates = new(new(2025, 12, 31)) }, WorkingCalendar.Embedded, new(2026, 1, 1)),
            default);

        Assert.Equal("2026-0001", Assert.IsType<Changed<RequestState, RequestEvent>>(result).State.Registration!.Number);
    }
}
