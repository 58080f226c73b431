using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

public class CarryForwardTests
{
    [Fact]
    public void A_request_open_at_the_end_of_the_year_is_marked() =>
        Events(HandedIn("2022-12-20")).When(Mark(2022)).Then(new RequestCarriedForward(2022));

    [Fact]
    public void Waiting_for_a_supplement_is_open() =>
        Events(HandedIn("2022-12-20"), Notice("2022-12-21")).When(Mark(2022)).Then(new RequestCarriedForward(2022));

    [Fact]
    public void A_request_that_was_answered_afterwards_is_marked() =>
        Events(HandedIn("2022-12-20"), Answer("2023-01-01")).When(Mark(2022)).Then(new RequestCarriedForward(2022));

    [Fact]
    public void A_year_is_marked_once() =>
        Events(HandedIn("2022-12-20"), new RequestCarriedForward(2022)).When(Mark(2022)).ThenNothingNew();

    [Fact]
    public void A_request_carried_through_several_years_is_marked_in_each() =>
        Events(HandedIn("2021-12-20"), new RequestCarriedForward(2021)).When(Mark(2022)).Then(new RequestCarriedForward(2022));

    [Fact]
    public void Received_on_31_December_it_is_marked_and_on_1_January_it_is_not()
    {
        Events(HandedIn("2022-12-31")).When(Mark(2022)).Then(new RequestCarriedForward(2022));
        Events(HandedIn("2023-01-01")).When(Mark(2022)).ThenRefused(new NotOpenAtYearEnd(2022));
    }

    [Fact]
    public void Filed_in_the_year_and_confirmed_in_the_next_it_is_not_marked() =>
        Events(Received(Channel.Online, new(On("2022-12-31"), ConfirmedOn: On("2023-01-02"))))
            .When(Mark(2022))
            .ThenRefused(new NotOpenAtYearEnd(2022));

    [Fact]
    public void Answered_or_withdrawn_on_31_December_it_is_not_marked()
    {
        Events(HandedIn("2022-12-20"), Answer("2022-12-31")).When(Mark(2022)).ThenRefused(new NotOpenAtYearEnd(2022));
        Events(HandedIn("2022-12-20"), Withdrawal("2022-12-31")).When(Mark(2022)).ThenRefused(new NotOpenAtYearEnd(2022));
    }

    [Fact]
    public void An_unknown_request_is_not_marked() => Nothing.When(Mark(2022)).ThenRefused(new NotRegistered());

    private static Func<RequestState, Decision<RequestEvent>> Mark(int year) => state => CarryForward.Decide(state, new(year));
}
