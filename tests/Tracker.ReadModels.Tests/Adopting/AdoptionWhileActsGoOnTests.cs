using System.Collections.Concurrent;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.ReadModels.Tests.Rebuilding;
using Tracker.Tests;

namespace Tracker.ReadModels.Tests.Adopting;

/// <summary>Programs that run while a notice is adopted elsewhere: none writes a row computed with the calendar it knew before.</summary>
public sealed class AdoptionWhileActsGoOnTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task Nodes_that_start_at_the_same_moment_adopt_the_first_notices_once_and_no_row_changes()
    {
        await using var books = await Books.OpenAsync(cluster, first: false);
        await RandomHistories.WriteAsync(books.Pages, seed: 1, count: 20); // by a program of before
        var before = await RowsAsText.OfAsync(books.Owner);
        var others = Enumerable.Range(0, 4).Select(_ => books.Worker.As(BookRole.Worker)).ToList();

        await Task.WhenAll(others.Select(worker => new CalendarStore(worker).AdoptFirstAsync(Books.Now, default)));

        Assert.Equal(20, await books.CountAsync("select version from calendar_version"));
        Assert.Equal(20, await books.CountAsync("select count(*) from mt_events where type = 'holiday_notice_adopted'"));
        Assert.Equal(1, await books.CountAsync("select count(distinct correlation_id) from mt_events where type = 'holiday_notice_adopted'"));
        Assert.Equal(before.OrderBy(row => row.Key), (await RowsAsText.OfAsync(books.Owner)).OrderBy(row => row.Key));
        await RandomHistories.WriteAsync(books.Pages, seed: 2, count: 1); // a program that had started before goes on
        await books.AssertVerifiedAsync(21);
        foreach (var other in others)
        {
            await other.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_running_program_decides_again_with_the_new_calendar()
    {
        await using var books = await Books.OpenAsync(cluster);
        var running = books.Pages;
        await RandomHistories.WriteAsync(running, seed: 1, count: 1); // it knows the first notices
        await books.AdoptAsync(Books.Next);
        Assert.Equal(20, running.Calendars.Current.Version);
        var (id, known) = (Guid.CreateVersion7(), new List<int>());

        await RandomHistories.Store(running).StartAsync(
            id,
            RandomHistories.Act(),
            number =>
            {
                known.Add(running.Calendars.Of(RandomHistories.Office).Notices[^1].Year);
                return ReceiveRequest.Decide(
                    RequestState.None,
                    new(number, Channel.InPerson, new(new(2026, 12, 7)), ApplicantKind.NaturalPerson),
                    running.Calendars.Of(RandomHistories.Office),
                    new(2026, 12, 8));
            },
            default);

        Assert.Equal([2027], known); // its first attempt was refused before a number was drawn
        Assert.Equal(21, running.Calendars.Current.Version);
        Assert.Equal((new DateOnly(2027, 1, 5), false), ((await books.RowsAsync())[id].DueOn!.Value, (await books.RowsAsync())[id].Provisional));

        await books.AdoptAsync(Books.Next with { Sources = ["https://www.gov.cn/1", "https://www.gov.cn/2"], Days = [.. Books.Next.Days, new(new(2027, 1, 5), "样例", Off: true)] });
        var decided = 0;
        await RandomHistories.Store(running).ChangeAsync(
            id,
            1,
            RandomHistories.Act(),
            state =>
            {
                decided++;
                return ExtendAnswerTerm.Decide(state, new(new(2026, 12, 8), 1, null, null), new(2026, 12, 8));
            },
            default);

        Assert.Equal(2, decided);
        Assert.Equal(new DateOnly(2027, 1, 7), (await books.RowsAsync())[id].DueOn);
        await books.AssertVerifiedAsync(2);
    }

    [Fact]
    public async Task Under_load_no_row_is_computed_with_a_calendar_that_was_replaced()
    {
        const int Rounds = 12;
        await using var books = await Books.OpenAsync(cluster);
        var processes = Enumerable.Range(0, 4).Select(_ => books.Pages.As(BookRole.Web)).ToList();
        var (written, imported) = (new ConcurrentBag<int>(), 0);
        using var end = new CancellationTokenSource();
        var clerks = processes.Select((process, place) => Task.Run(async () =>
        {
            for (var round = 0; !end.IsCancellationRequested; round++)
            {
                await RandomHistories.WriteAsync(process, seed: (place * 1000) + round, count: 2, place % 2 == 0 ? RandomHistories.Office : Books.Other);
                written.Add(2);
            }
        })).Append(Task.Run(async () =>
        {
            await using var process = books.Worker.As(BookRole.Worker);
            while (!end.IsCancellationRequested)
            {
                await Registers.ImportAsync(process, 10, Books.Other);
                imported += 10;
            }
        })).ToList();
        var rebuilding = Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                await CaseRows.RebuildAsync(books.Owner, default);
            }
        });

        for (var round = 0; round < Rounds; round++)
        {
            await books.AdoptAsync(Books.Changed(2021 + (round % 5), months: 1 + round));
            await books.AdoptAsync(new(2022, ["样例"], [new(new(2022, 3, round % 2 == 0 ? 8 : 10), "样例", Off: true)]), Books.Other);
        }

        while (written.Count <= Rounds && clerks.TrueForAll(clerk => !clerk.IsFaulted))
        {
            await Task.Delay(10); // on a slow machine the clerks have hardly begun
        }

        await end.CancelAsync();
        await Task.WhenAll(clerks);
        await rebuilding;
        Assert.Equal(20 + (2 * Rounds), await books.CountAsync("select version from calendar_version"));
        await books.AssertVerifiedAsync(written.Sum() + imported);
        foreach (var process in processes)
        {
            await process.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_adoption_waits_for_an_import_without_keeping_the_others_waiting_and_gives_up_in_the_end()
    {
        await using var books = await Books.OpenAsync(cluster);
        await using var import = await BulkRegistration.BeginAsync(
            books.Worker, RandomHistories.Act() with { Source = Act.FromImport }, CaseRows.CopyAsync, default);
        var impatient = new ReadModels.Adopting.CalendarAdoption(books.Worker) { Turn = TimeSpan.FromMilliseconds(20), Patience = TimeSpan.FromMilliseconds(100) };

        var fault = await Assert.ThrowsAsync<BookException>(() => impatient.AdoptAsync(new(Books.Next), seen: null, Books.Act(), default));
        Assert.Contains("没有采用", fault.Message);

        var adopting = books.AdoptAsync(Books.Next);
        await RandomHistories.WriteAsync(books.Pages, seed: 1, count: 1);
        Assert.False(adopting.IsCompleted);
        await import.CommitAsync(default);
        Assert.Equal(21, (await adopting).Version);
        await books.AssertVerifiedAsync(1);
    }
}
