using Tracker.Domain;
using Tracker.Domain.Offices;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Tests;

namespace Tracker.EventStore.Tests;

/// <summary>答复文号 drawn with the fact that bears it: gap-free, never twice, and counted again by whoever verifies.</summary>
public sealed class LetterIssueTests(PrivateClusterFixture cluster)
{
    private static readonly LetterSeries Series = new("例公复", 2026, 57);

    [Fact]
    public async Task Numbers_begin_behind_those_given_by_hand_and_a_refused_or_repeated_issue_draws_none()
    {
        await using var book = await cluster.NewBookAsync(BookRole.Web);
        var (first, second) = (await ApprovedAsync(book), await ApprovedAsync(book));
        var command = Guid.CreateVersion7();

        Assert.IsType<NotChanged<RequestState, RequestEvent>>(await IssueAsync(book, first, on: Given.Today.AddDays(1)));
        Assert.Equal("例公复〔2026〕58号", Number(await IssueAsync(book, first, command)));
        Assert.True(Assert.IsType<Changed<RequestState, RequestEvent>>(await IssueAsync(book, first, command)).Repeated);
        Assert.IsType<Conflicted<RequestState, RequestEvent>>(await IssueAsync(book, first));
        Assert.Equal("例公复〔2026〕59号", Number(await IssueAsync(book, second)));

        Assert.Equal([KeyValuePair.Create(2026, 59)], await Letters(book).DrawnAsync(Given.Office, default));
        Assert.Empty(await Letters(book).DrawnAsync("other-office", default));
    }

    [Fact]
    public async Task Many_at_once_get_each_its_own_number_without_a_gap()
    {
        await using var book = await cluster.NewBookAsync(BookRole.Web);
        var ids = new List<Guid>();
        for (var count = 0; count < 8; count++)
        {
            ids.Add(await ApprovedAsync(book));
        }

        // Two people at each request: one of them is told, and takes no number.
        var results = await Task.WhenAll(ids.Concat(ids).Select(id => IssueAsync(book, id)));

        var places = results.OfType<Changed<RequestState, RequestEvent>>().Select(Number).Order(StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(58, 8).Select(place => Series.At(place).Text), places);
        Assert.Equal(8, results.OfType<Conflicted<RequestState, RequestEvent>>().Count());
    }

    [Fact]
    public async Task What_was_typed_is_in_use_and_what_was_drawn_is_the_counter_s()
    {
        await using var book = await cluster.NewBookAsync(BookRole.Web);
        var (typed, drawn) = (await ApprovedAsync(book), await ApprovedAsync(book));
        await Given.Store(book).ChangeAsync(typed, 4, Given.Act(), state => Decide(state, "手工〔2026〕1号"), default);
        await IssueAsync(book, drawn);

        var used = await Letters(book).InUseAsync(Given.Office, default);

        Assert.Equal(["手工〔2026〕1号"], used.Typed);
        Assert.Equal(58, used.Drawn[2026]);
    }

    [Fact]
    public async Task Whoever_verifies_counts_the_letters_too()
    {
        await using var book = await cluster.NewBookAsync();
        await Given.OfficeAsync(book);
        await new OfficeStore(book, (_, _, _, _) => { }).ChangeAsync(
            StreamIds.Office(Given.Office), 1, Given.Act(), _ => new Accepted<OfficeEvent>([new LetterCodeSet("例公复", Given.Today, 57)]), default);
        await IssueAsync(book, await ApprovedAsync(book));
        await IssueAsync(book, await ApprovedAsync(book));
        Assert.Empty(await FindingsAsync(book));

        await using var command = book.Database.CreateCommand("update number_counters set last_number = last_number + 1 where series = 'letter'");
        await command.ExecuteNonQueryAsync();
        Assert.Equal([new BookFinding(BookFault.Counter, new InCounter(Given.Office, 2026), 1)], await FindingsAsync(book));
    }

    private static LetterIssues Letters(Book book) => new(book, (_, _, _, _) => { });

    private static string? Number(ChangeResult<RequestState, RequestEvent> result) =>
        Assert.IsType<Changed<RequestState, RequestEvent>>(result).State.Draft!.DocumentNumber;

    private static Decision<RequestEvent> Decide(RequestState state, string number) =>
        IssueAnswer.Decide(state, new(Given.Today, number), OfficeState.None, Given.Today);

    private static Task<ChangeResult<RequestState, RequestEvent>> IssueAsync(Book book, Guid id, Guid? command = null, DateOnly? on = null) =>
        Letters(book).IssueAsync(
            id,
            4,
            Given.Act(commandId: command),
            Series,
            (state, number) => IssueAnswer.Decide(state, new(on ?? Given.Today, DocumentNumber: null, number), OfficeState.None, Given.Today),
            default);

    /// <summary>A request whose answer may be issued, at its version 4.</summary>
    private static async Task<Guid> ApprovedAsync(Book book)
    {
        var id = await Given.RegisteredAsync(book);
        await Given.Store(book).ChangeAsync(
            id,
            1,
            Given.Act(),
            _ => new Accepted<RequestEvent>(
                [new AnswerDrafted(Grounds.All[0], Given.Today), new AnswerSubmitted(Given.Today), new AnswerApproved(Given.Today)]),
            default);
        return id;
    }

    private static async Task<IEnumerable<BookFinding>> FindingsAsync(Book book)
    {
        var findings = new BookFindings();
        await using var snapshot = await BookSnapshot.TakeAsync(book, default);
        await Verification.RunAsync(snapshot, head: null, findings, default);
        return findings.All;
    }
}
