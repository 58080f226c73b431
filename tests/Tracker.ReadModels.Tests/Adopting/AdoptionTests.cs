using Npgsql;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.ReadModels.Adopting;
using Tracker.Tests;

namespace Tracker.ReadModels.Tests.Adopting;

/// <summary>What is foreseen is what happens, to open cases only; nothing is half done.</summary>
public sealed class AdoptionTests(PrivateClusterFixture cluster)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_is_foreseen_is_what_adopting_does_to_the_rows(int seed)
    {
        await using var books = await Books.OpenAsync(cluster);
        await RandomHistories.WriteAsync(books.Pages, seed, count: 60);
        await RandomHistories.WriteAsync(books.Pages, seed + 50, count: 20, Books.Other);
        var moved = 0;
        foreach (var year in new[] { 2021, 2022, 2023, 2024, 2025 })
        {
            var before = await books.RowsAsync();
            var foreseen = await books.ForeseeAsync(Books.Changed(year));
            Assert.Equal(before.OrderBy(row => row.Key).Select(row => row.Value.DueOn), (await books.RowsAsync()).OrderBy(row => row.Key).Select(row => row.Value.DueOn));

            var adopted = await books.AdoptAsync(Books.Changed(year));

            Assert.Equal(foreseen.Effect.Moves, adopted.Effect.Moves);
            Assert.Equal(foreseen.Effect with { Moves = [] }, adopted.Effect with { Moves = [] });
            Assert.Equal(foreseen.Version + 1, adopted.Version);
            var after = await books.RowsAsync();
            Assert.Equal(
                before.Values.Where(row => row.DueOn != after[row.Id].DueOn).Select(row => (row.Id, row.DueOn, after[row.Id].DueOn)).Order(),
                adopted.Effect.Moves.Select(move => (move.Id, (DateOnly?)move.From, (DateOnly?)move.To)).Order());
            Assert.All(before.Values.Where(row => !row.IsOpen), row => Assert.True(row.SameAs(after[row.Id])));
            Assert.All(adopted.Effect.Moves, move => Assert.True(move.DaysLater > 0)); // only days off were added
            moved += adopted.Effect.Moves.Length;
        }

        Assert.True(moved > 10, $"{moved}");
        await books.AssertVerifiedAsync(80);
    }

    [Fact]
    public async Task An_office_s_own_days_move_its_own_cases_only_and_can_be_taken_back()
    {
        await using var books = await Books.OpenAsync(cluster);
        await RandomHistories.WriteAsync(books.Pages, seed: 3, count: 40);
        await RandomHistories.WriteAsync(books.Pages, seed: 3, count: 40, Books.Other);
        var before = await books.RowsAsync();
        var own = new HolidayNotice(2023, ["样例政发〔2023〕1号"], [.. Books.Changed(2023).Days.Where(day => day.Name == "样例")]);

        var adopted = await books.AdoptAsync(own, Books.Other);

        var after = await books.RowsAsync();
        Assert.NotEmpty(adopted.Effect.Moves);
        Assert.All(adopted.Effect.Moves, move => Assert.Equal(Books.Other, move.Office));
        Assert.Equal(adopted.Effect.Open, before.Values.Count(row => row.IsOpen && row.Office == Books.Other));
        Assert.All(before.Values.Where(row => row.Office != Books.Other), row => Assert.True(row.SameAs(after[row.Id])));
        await books.AssertVerifiedAsync(80);

        var back = await books.AdoptAsync(own with { Days = [] }, Books.Other);
        Assert.Equal(adopted.Effect.Moves.Length, back.Effect.Moves.Length);
        Assert.All(await books.RowsAsync(), row => Assert.True(row.Value.SameAs(before[row.Key])));
    }

    [Fact]
    public async Task The_next_notice_settles_what_was_provisional()
    {
        await using var books = await Books.OpenAsync(cluster);
        var (early, late) = (await ReceivedAsync(books, new(2026, 12, 1)), await ReceivedAsync(books, new(2026, 12, 7)));
        var before = await books.RowsAsync();
        Assert.Equal((new DateOnly(2026, 12, 29), true), (before[early].DueOn!.Value, before[early].Provisional));
        Assert.Equal((new DateOnly(2027, 1, 4), true), (before[late].DueOn!.Value, before[late].Provisional));

        var adopted = await books.AdoptAsync(Books.Next);

        Assert.Equal((1, 1, 0, 2), (adopted.Effect.Moves.Length, adopted.Effect.Settled, adopted.Effect.Others, adopted.Effect.Open));
        Assert.Equal(new(RandomHistories.Office, late, "2026-0002", new(2027, 1, 4), new(2027, 1, 5), WasProvisional: true, IsProvisional: false), adopted.Effect.Moves[0]);
        Assert.Equal(new DayChange(new(2027, 1, 1), "元旦", Worked: false), Assert.Single(adopted.Days));
        Assert.All((await books.RowsAsync()).Values, row => Assert.False(row.Provisional));
        await books.AssertVerifiedAsync(2);
    }

    [Fact]
    public async Task A_closed_case_is_judged_by_what_was_adopted_before_its_end_was_recorded()
    {
        await using var books = await Books.OpenAsync(cluster, first: false);
        var received = new DateOnly(2023, 3, 20);
        var old = await AnsweredAsync(books, received); // in a database from before the calendar stood in the book
        await new CalendarStore(books.Worker).AdoptFirstAsync(Books.Now, default);
        var first = await AnsweredAsync(books, received);
        await books.AdoptAsync(Books.Changed(2023, months: 3));
        var second = await AnsweredAsync(books, received);
        await books.AdoptAsync(Books.Changed(2023, months: 12));
        var third = await AnsweredAsync(books, received);
        foreach (var id in new[] { old, first, second })
        {
            // Whatever is recorded of it later, its calendar stays.
            await RandomHistories.Store(books.Pages).ChangeAsync(id, 2, RandomHistories.Act(), _ => new Accepted<RequestEvent>([new RequestCarriedForward(2022)]), default);
        }

        var rows = await books.RowsAsync();
        var due = WorkingCalendar.Embedded.AddWorkingDays(received, 20);
        Assert.Equal(due, rows[old].DueOn);
        Assert.Equal(due, rows[first].DueOn);
        Assert.Equal(Of(Books.Changed(2023, months: 3)).AddWorkingDays(received, 20), rows[second].DueOn);
        Assert.Equal(Of(Books.Changed(2023, months: 12)).AddWorkingDays(received, 20), rows[third].DueOn);
        Assert.Equal(3, rows.Values.Select(row => row.DueOn).Distinct().Count());
        await books.AssertVerifiedAsync(4);
    }

    [Fact]
    public async Task A_notice_adopted_already_out_of_turn_or_faulty_is_refused_and_one_command_adopts_once()
    {
        await using var books = await Books.OpenAsync(cluster);

        Assert.IsType<NoticeAlreadyAdopted>(await RefusalAsync(books, HolidayNotice.Embedded[^1]));
        Assert.IsType<NoticeYearOutOfTurn>(await RefusalAsync(books, Books.Next with { Year = 2028 }));
        Assert.IsType<NoticeFaulty>(await RefusalAsync(books, Books.Next with { Sources = [] }));
        Assert.IsType<NationalNoticeMissing>(await RefusalAsync(books, Books.Next, RandomHistories.Office));
        Assert.Equal(20, await books.CountAsync("select version from calendar_version"));

        var command = Guid.CreateVersion7();
        Assert.IsType<NoticeAdopted>(await books.Adoption.AdoptAsync(new(Books.Next), seen: 20, Books.Act(command), default));
        Assert.IsType<AdoptedBefore>(await books.Adoption.AdoptAsync(new(Books.Next), seen: 20, Books.Act(command), default));
        Assert.Equal(21, await books.CountAsync("select version from calendar_version"));
    }

    [Fact]
    public async Task Consequences_seen_on_another_calendar_are_not_adopted_but_shown_anew()
    {
        await using var books = await Books.OpenAsync(cluster);
        var id = await ReceivedAsync(books, new(2026, 12, 7));
        var seen = await books.ForeseeAsync(Books.Next);
        await books.AdoptAsync(Books.Changed(2026, months: 12));

        var moved = Assert.IsType<CalendarMovedOn>(await books.Adoption.AdoptAsync(new(Books.Next), seen.Version, Books.Act(), default));

        var now = Assert.IsType<AdoptionForeseen>(moved.Now);
        Assert.Equal(seen.Version + 1, now.Version);
        Assert.NotEqual(seen.Effect.Moves.Single(), now.Effect.Moves.Single());
        Assert.Equal(id, now.Effect.Moves.Single().Id);
        Assert.Equal(now.Version, await books.CountAsync("select version from calendar_version"));
    }

    [Fact]
    public async Task What_breaks_in_the_middle_leaves_everything_as_it_was_and_nobody_waiting()
    {
        await using var books = await Books.OpenAsync(cluster);
        await RandomHistories.WriteAsync(books.Pages, seed: 5, count: 40);
        var before = await books.RowsAsync();
        await ExecuteAsync(
            books.Owner,
            """
            create function break() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
            create trigger break before update on case_rows for each row when (new.due_on > old.due_on) execute function break();
            """);

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => books.AdoptAsync(Books.Changed(2023)));
        await ExecuteAsync(books.Owner, "drop trigger break on case_rows; drop function break()");

        Assert.All(await books.RowsAsync(), row => Assert.True(row.Value.SameAs(before[row.Key])));
        Assert.Equal(20, await books.CountAsync("select version from calendar_version"));
        await RandomHistories.WriteAsync(books.Pages, seed: 6, count: 1);
        await books.AssertVerifiedAsync(41);
        Assert.NotEmpty((await books.AdoptAsync(Books.Changed(2023))).Effect.Moves);
        await books.AssertVerifiedAsync(41);
    }

    [Fact]
    public async Task A_database_that_says_another_calendar_counts_than_the_book_is_named_and_takes_no_acts()
    {
        await using var books = await Books.OpenAsync(cluster);
        await ReceivedAsync(books, new(2026, 3, 2));
        await ExecuteAsync(books.Owner, "update calendar_version set version = 99");

        var fault = await Assert.ThrowsAsync<BookException>(() => ReceivedAsync(books, new(2026, 3, 2)));
        var findings = new BookFindings();
        await CaseRows.VerifyAsync(books.Worker, findings, default);

        Assert.Contains("工作日历", fault.Message);
        Assert.Equal(new InStream(CalendarStore.Stream, 20), Assert.Single(findings.All).First);
    }

    private static WorkingCalendar Of(HolidayNotice changed) =>
        new(HolidayNotice.Embedded.Where(notice => notice.Year != changed.Year).Append(changed));

    private static async Task<CalendarRefusal> RefusalAsync(Books books, HolidayNotice notice, string? office = null)
    {
        var foreseen = Assert.IsType<AdoptionRefused>(await books.Adoption.ForeseeAsync(new(notice, office), default));
        var adopted = Assert.IsType<AdoptionRefused>(await books.Adoption.AdoptAsync(new(notice, office), seen: null, Books.Act(), default));
        Assert.Equal(foreseen.Reason.GetType(), adopted.Reason.GetType());
        return (CalendarRefusal)adopted.Reason;
    }

    private static async Task<Guid> ReceivedAsync(Books books, DateOnly on)
    {
        var id = Guid.CreateVersion7();
        var received = await RandomHistories.Store(books.Pages).StartAsync(
            id,
            RandomHistories.Act(),
            number => ReceiveRequest.Decide(
                RequestState.None,
                new(number, Channel.InPerson, new(on), ApplicantKind.NaturalPerson),
                books.Pages.Calendars.Of(RandomHistories.Office),
                new(2027, 6, 1)),
            default);
        Assert.IsType<Changed<RequestState, RequestEvent>>(received);
        return id;
    }

    private static async Task<Guid> AnsweredAsync(Books books, DateOnly received)
    {
        var id = await ReceivedAsync(books, received);
        var answered = await RandomHistories.Store(books.Pages).ChangeAsync(
            id, 1, RandomHistories.Act(), state => AnswerRequest.Decide(state, new(Grounds.Other, received.AddDays(40), null, null), RandomHistories.Today), default);
        Assert.IsType<Changed<RequestState, RequestEvent>>(answered);
        return id;
    }

    private static async Task ExecuteAsync(Book owner, string sql)
    {
        await using var command = owner.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
