using System.Text;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Tests;

namespace Tracker.EventStore.Tests;

/// <summary>One pass in global order folds every request to what its own stream comes to, however the histories interleave.</summary>
public sealed class RequestPassTests(PrivateClusterFixture cluster)
{
    private static readonly Guid Stream = Guid.CreateVersion7();

    [Fact]
    public async Task Interleaved_histories_come_to_the_same_as_stream_after_stream()
    {
        await using var book = await cluster.NewBookAsync();
        await InterleavedAsync(book);

        var expected = await StreamAfterStreamAsync(book);
        var passed = await PassAsync(book, upTo: long.MaxValue);

        Assert.Equal(expected.Keys.Order(), passed.Keys.Order());
        Assert.All(expected, request => Assert.Equal(Text(request.Value), Text(passed[request.Key])));
        Assert.Contains(passed.Values, request => request.Version == 4);
    }

    [Fact]
    public async Task Up_to_a_place_every_request_is_as_of_that_place()
    {
        await using var book = await cluster.NewBookAsync();
        var ids = await InterleavedAsync(book);

        var passed = await PassAsync(book, upTo: 15); // ten were received, and the first five got their notice

        Assert.Equal(ids.Order(), passed.Keys.Order());
        Assert.Equal(5, passed.Values.Count(request => request is { Version: 2, State.OpenSupplement: not null }));
        Assert.Equal(5, passed.Values.Count(request => request is { Version: 1, State.OpenSupplement: null }));
        Assert.Empty(await PassAsync(book, upTo: 0));
    }

    [Fact]
    public async Task A_pass_that_is_abandoned_ends_quietly()
    {
        await using var book = await cluster.NewBookAsync(BookRole.Worker);
        await InterleavedAsync(book);

        for (var round = 0; round < 5; round++)
        {
            await foreach (var requests in RequestPass.RunAsync(book, long.MaxValue, default))
            {
                Assert.NotNull(requests);
                break;
            }
        }

        Assert.Equal(10, (await PassAsync(book, long.MaxValue)).Count);
    }

    [Fact]
    public void A_request_is_handed_over_with_its_last_event_and_then_forgotten()
    {
        var underWay = new RequestsUnderWay();

        Assert.Null(underWay.Add(Carried(version: 1, events: 3)));
        Assert.Null(underWay.Add(Carried(version: 2)));
        Assert.Single(underWay.Rest);
        var folded = underWay.Add(Carried(version: 3));

        Assert.Equal(3, folded!.Version);
        Assert.Equal([2001, 2002, 2003], folded.State.CarriedForward);
        Assert.Empty(underWay.Rest);
    }

    [Fact]
    public void Another_offices_stream_of_the_same_id_is_another_stream()
    {
        var underWay = new RequestsUnderWay();

        Assert.Null(underWay.Add(Carried(version: 1, events: 2)));
        Assert.Equal("other-office", underWay.Add(Carried(version: 1, events: 1, office: "other-office"))!.Key.Office);
        Assert.Equal(Given.Office, underWay.Add(Carried(version: 2))!.Key.Office);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3)]
    [InlineData(1, 3)]
    [InlineData(1, 2, 2)]
    public void A_missing_or_repeated_version_is_an_error(params int[] versions)
    {
        var underWay = new RequestsUnderWay();

        var fault = Assert.Throws<BookException>(() =>
        {
            foreach (var version in versions)
            {
                underWay.Add(Carried(version, events: version == 1 ? 1 : 0)); // the stream's row is behind
            }
        });

        Assert.Contains($"{Stream}", fault.Message);
    }

    private static StoredEvent Carried(long version, long events = 0, string office = Given.Office) => new(
        office, Stream, version, Guid.CreateVersion7(), "request_carried_forward", Encoding.UTF8.GetBytes($$"""{"year":{{2000 + version}}}"""), events, Position: version);

    /// <summary>Ten requests, acted on in turn, beside an office's own stream.</summary>
    private static async Task<List<Guid>> InterleavedAsync(Book book)
    {
        var ids = new List<Guid>();
        for (var place = 0; place < 10; place++)
        {
            ids.Add(await Given.RegisteredAsync(book, place % 3 == 0 ? "other-office" : Given.Office));
        }

        foreach (var (place, id) in ids.Index())
        {
            await ChangeAsync(book, place, id, Given.Notice);
        }

        foreach (var (place, id) in ids.Index().Skip(3))
        {
            await ChangeAsync(book, place, id, state => ReceiveSupplement.Decide(state, new(new(2026, 3, 5), Sealed.Text("补充")), Given.Today));
        }

        foreach (var (place, id) in ids.Index().Skip(6))
        {
            await ChangeAsync(book, place, id, state => WithdrawRequest.Decide(state, new(new(2026, 3, 6), null, null), Given.Today));
        }

        return ids;
    }

    private static async Task ChangeAsync(Book book, int place, Guid id, Func<RequestState, Decision<RequestEvent>> decide) =>
        Assert.IsType<Changed<RequestState, RequestEvent>>(await Given.Store(book).ChangeAsync(
            id, seenVersion: null, Given.Act(place % 3 == 0 ? "other-office" : Given.Office), decide, default));

    private static async Task<Dictionary<Guid, FoldedRequest>> PassAsync(Book book, long upTo)
    {
        var passed = new Dictionary<Guid, FoldedRequest>();
        await foreach (var requests in RequestPass.RunAsync(book, upTo, default))
        {
            foreach (var request in requests)
            {
                passed.Add(request.Key.Id, request);
            }
        }

        return passed;
    }

    private static async Task<Dictionary<Guid, FoldedRequest>> StreamAfterStreamAsync(Book book)
    {
        await using var connection = await book.Database.OpenConnectionAsync();
        return await BookReader.RequestsAsync(connection, default).ToDictionaryAsync(request => request.Key.Id);
    }

    /// <summary>Records compare their sealed values by reference; their text shows everything else.</summary>
    private static string Text(FoldedRequest request) =>
        $"{request} {string.Join(',', request.State.TermFacts)} {string.Join(',', request.State.CarriedForward)}";
}
