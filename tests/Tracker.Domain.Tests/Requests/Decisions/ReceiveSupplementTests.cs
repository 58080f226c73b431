using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

public class ReceiveSupplementTests
{
    private static readonly RequestState Waiting = Events(HandedIn("2023-05-29"), Notice("2023-05-30") with { PeriodEndsOn = On("2023-05-31") });

    [Fact]
    public void A_supplement_is_recorded_with_what_it_says()
    {
        var text = Sealed.Text("补正如下");

        Waiting
            .When(state => ReceiveSupplement.Decide(state, new(On("2023-05-31"), text), Today))
            .Then(new SupplementReceived(On("2023-05-31"), text));
    }

    [Fact]
    public void A_supplement_after_its_period_is_recorded_as_it_happened() =>
        Waiting.When(Receive("2023-06-01")).Then(Supplement("2023-06-01"));

    [Fact]
    public void A_supplement_nobody_asked_for_is_refused() =>
        Events(HandedIn("2023-05-29")).When(Receive("2023-05-30")).ThenRefused(new NoSupplementAsked());

    [Fact]
    public void A_second_supplement_to_one_notice_is_refused() =>
        Waiting.Evolve(Supplement("2023-05-31")).When(Receive("2023-06-01")).ThenRefused(new NoSupplementAsked());

    [Fact]
    public void An_unknown_request_has_no_supplement() => Nothing.When(Receive("2023-05-31")).ThenRefused(new NotRegistered());

    [Fact]
    public void A_request_closed_as_overdue_has_no_further_supplement() =>
        Waiting.Evolve(Answer("2023-06-01", "supplement_overdue"))
            .When(Receive("2023-06-01"))
            .ThenRefused(new AlreadyClosed(Grounds.Find("supplement_overdue")!, On("2023-06-01")));

    [Fact]
    public void A_supplement_on_the_day_of_the_notice_is_possible_and_the_day_before_it_is_not()
    {
        Waiting.When(Receive("2023-05-30")).Then(Supplement("2023-05-30"));
        Waiting.When(Receive("2023-05-29"))
            .ThenRefused(new BeforeAnEarlierStep(FactDate.Supplement, On("2023-05-29"), On("2023-05-30")));
    }

    [Fact]
    public void A_supplement_tomorrow_is_refused() =>
        Waiting.When(Receive("2023-06-02")).ThenRefused(new InTheFuture(FactDate.Supplement, On("2023-06-02"), Today));

    private static Func<RequestState, Decision<RequestEvent>> Receive(string on) =>
        state => ReceiveSupplement.Decide(state, new(On(on), Supplement: null), Today);
}
