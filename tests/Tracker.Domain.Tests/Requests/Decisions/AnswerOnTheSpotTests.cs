using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

public class AnswerOnTheSpotTests
{
    [Fact]
    public void On_the_day_of_receipt_before_anything_else_it_is_an_answer_on_the_spot() =>
        Events(HandedIn("2023-05-10")).When(Give("2023-05-10")).Then(Answer("2023-05-10") with { OnTheSpot = true });

    [Fact]
    public void On_a_later_day_it_is_an_ordinary_answer() =>
        Events(HandedIn("2023-05-10")).When(Give("2023-05-11")).ThenRefused(new NotTheDayOfReceipt(On("2023-05-10")));

    [Fact]
    public void After_any_step_it_is_an_ordinary_answer() => Assert.All(
        new RequestEvent[]
        {
            Notice("2023-05-10"),
            Asked(1, ConsultationKind.OtherAgency, "2023-05-10"),
            new AnswerDrafted(Grounds.Other, On("2023-05-10")),
        },
        step => Events(HandedIn("2023-05-10"), step).When(Give("2023-05-10")).ThenRefused(new StepsAlreadyTaken()));

    [Fact]
    public void What_is_no_ordinary_answer_is_none_on_the_spot()
    {
        Nothing.When(Give("2023-05-10")).ThenRefused(new NotRegistered());
        Events(HandedIn("2023-05-10")).When(Give("2023-05-10", "withdrawn")).ThenRefused(new WithdrawalIsNoAnswer());
    }

    private static Func<RequestState, Decision<RequestEvent>> Give(string on, string ground = "disclosed") =>
        state => AnswerOnTheSpot.Decide(state, new(new(Grounds.Find(ground)!, On(on), DocumentNumber: null, Statement: null)), Today);
}
