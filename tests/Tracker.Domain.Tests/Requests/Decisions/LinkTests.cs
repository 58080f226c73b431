using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

/// <summary>关联申请: two requests that belong together; it moves nothing.</summary>
public class LinkTests
{
    private static readonly Guid Own = new("00000000-0000-7000-8000-000000000001");
    private static readonly OtherCase Other = new(new("00000000-0000-7000-8000-000000000002"), "A-2");
    private static readonly RequestState Received = Events(HandedIn("2023-03-06"));
    private static readonly CaseLinked Linking = new(Other.Id, Other.Number, On("2023-03-08"));

    [Fact]
    public void Two_requests_are_linked_and_unlinked_again_also_after_the_end()
    {
        var answered = Received.Evolve(Answer("2023-03-10"));

        answered.When(Link("2023-03-12")).Then(Linking with { LinkedOn = On("2023-03-12") });
        answered.Evolve(Linking).When(Unlink("2023-03-12")).Then(new CaseUnlinked(Other.Id, Other.Number, On("2023-03-12")));
        Assert.Equal([Linking], Received.Evolve(Linking).Links);
        Assert.Empty(Received.Evolve(Linking).Evolve(new CaseUnlinked(Other.Id, Other.Number, On("2023-03-12"))).Links);
    }

    [Fact]
    public void Not_with_itself_not_twice_and_what_is_not_linked_is_not_unlinked()
    {
        Received.When(state => LinkCase.Decide(state, new(Own, Other with { Id = Own }, On("2023-03-08"), Reason: null), On("2023-04-01")))
            .ThenRefused(new LinkedToItself());
        Received.Evolve(Linking).When(Link("2023-03-09")).ThenRefused(new AlreadyLinked("A-2", On("2023-03-08")));
        Received.When(Unlink("2023-03-09")).ThenRefused(new NotLinked());
        Received.Evolve(Linking).Evolve(new CaseUnlinked(Other.Id, Other.Number, On("2023-03-12"))).When(Unlink("2023-03-12")).ThenRefused(new NotLinked());
        Nothing.When(Link("2023-03-09")).ThenRefused(new NotRegistered());
    }

    [Fact]
    public void A_void_or_erased_request_is_neither_linked_nor_unlinked()
    {
        var isVoid = Received.Evolve(Linking).Evolve(new RequestVoided(On("2023-03-09")));
        isVoid.When(Link("2023-03-10")).ThenRefused(new EntryVoid(On("2023-03-09")));
        isVoid.When(Unlink("2023-03-10")).ThenRefused(new EntryVoid(On("2023-03-09")));
        Received.Evolve(Answer("2023-03-10")).Evolve(new PersonalDataErased(On("2023-03-20"))).When(Link("2023-03-21"))
            .ThenRefused(new PersonalDataAlreadyErased(On("2023-03-20")));
    }

    [Theory]
    [InlineData("2023-03-05")]
    [InlineData("2023-04-02")]
    public void Neither_before_the_request_was_made_nor_ahead(string on) =>
        Assert.IsType<Refused<RequestEvent>>(Received.When(Link(on)).Decision);

    [Fact]
    public void It_is_not_unlinked_before_it_was_linked() => Received.Evolve(Linking).When(Unlink("2023-03-07"))
        .ThenRefused(new BeforeAnEarlierStep(FactDate.Unlinking, On("2023-03-07"), On("2023-03-08")));

    [Fact]
    public void A_link_is_not_taken_back_here_alone_and_does_not_stand_before_the_entry_that_is()
    {
        var state = Received.Evolve(Notice("2023-03-07")).Evolve(Linking);

        Assert.Equal(2, TakeBackEntry.LatestOf(state)!.Version);
        state.When(before => TakeBackEntry.Decide(before, new(3, On("2023-03-09"), Reason: null), On("2023-04-01"))).ThenRefused(new NotTheLatestEntry());
        Assert.Equal([Linking], state.Evolve(new EntryTakenBack(2, On("2023-03-09"))).Links);
    }

    private static Func<RequestState, Decision<RequestEvent>> Link(string on) =>
        state => LinkCase.Decide(state, new(Own, Other, On(on), Reason: null), On("2023-04-01"));

    private static Func<RequestState, Decision<RequestEvent>> Unlink(string on) =>
        state => UnlinkCase.Decide(state, new(Other, On(on), Reason: null), On("2023-04-01"));
}
