using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

public class AnswerRequestTests
{
    public static TheoryData<string> EveryGroundButWithdrawal => [.. Grounds.All.Select(ground => ground.Key).Where(key => key != "withdrawn")];

    [Theory]
    [MemberData(nameof(EveryGroundButWithdrawal))]
    public void An_answer_is_recorded_with_its_ground_number_and_statement(string key)
    {
        var (ground, statement) = (Grounds.Find(key)!, Sealed.Text("理由"));

        Events(HandedIn("2023-05-10"))
            .When(Give(new(ground, On("2023-05-31"), "泉统公复〔2023〕12号", statement)))
            .Then(new RequestAnswered(ground, On("2023-05-31"), "泉统公复〔2023〕12号", statement));
    }

    [Fact]
    public void An_answer_after_the_due_date_is_recorded_as_it_happened() =>
        Events(HandedIn("2022-03-01")).When(Give("2023-05-31")).Then(Answer("2023-05-31"));

    [Fact]
    public void An_answer_while_a_notice_is_open_is_recorded() =>
        Events(HandedIn("2023-05-10"), Notice("2023-05-11"))
            .When(Give("2023-05-31", "supplement_overdue"))
            .Then(Answer("2023-05-31", "supplement_overdue"));

    [Fact]
    public void A_withdrawal_is_no_answer() =>
        Events(HandedIn("2023-05-10")).When(Give("2023-05-31", "withdrawn")).ThenRefused(new WithdrawalIsNoAnswer());

    [Fact]
    public void A_retired_ground_serves_until_the_day_before_its_retirement()
    {
        var retired = Grounds.Find("disclosed")! with { RetiredOn = On("2023-05-31") };

        Events(HandedIn("2023-05-10"))
            .When(Give(new(retired, On("2023-05-30"), DocumentNumber: null, Statement: null)))
            .Then(new RequestAnswered(retired, On("2023-05-30")));
        Events(HandedIn("2023-05-10"))
            .When(Give(new(retired, On("2023-05-31"), DocumentNumber: null, Statement: null)))
            .ThenRefused(new GroundRetired(retired));
    }

    [Fact]
    public void An_unknown_request_is_not_answered() => Nothing.When(Give("2023-05-31")).ThenRefused(new NotRegistered());

    [Fact]
    public void A_request_is_not_answered_twice() =>
        Events(HandedIn("2023-05-10"), Answer("2023-05-30", "partial"))
            .When(Give("2023-05-31"))
            .ThenRefused(new AlreadyClosed(Grounds.Find("partial")!, On("2023-05-30")));

    [Fact]
    public void An_answer_on_the_day_of_receipt_is_possible_and_the_day_before_it_is_not()
    {
        var received = Events(Received(Channel.SignedMail, new(On("2023-05-08"), SignedForOn: On("2023-05-10"))));

        received.When(Give("2023-05-10")).Then(Answer("2023-05-10"));
        received.When(Give("2023-05-09")).ThenRefused(new BeforeAnEarlierStep(FactDate.Answer, On("2023-05-09"), On("2023-05-10")));
    }

    [Fact]
    public void An_answer_does_not_leave_before_the_steps_it_follows() =>
        Events(HandedIn("2023-05-10"), Notice("2023-05-11"), Supplement("2023-05-15"), Extension("2023-05-16", 5))
            .When(Give("2023-05-15"))
            .ThenRefused(new BeforeAnEarlierStep(FactDate.Answer, On("2023-05-15"), On("2023-05-16")));

    [Fact]
    public void An_answer_today_is_possible_and_tomorrow_it_is_not()
    {
        Events(HandedIn("2023-05-10")).When(Give("2023-06-01")).Then(Answer("2023-06-01"));
        Events(HandedIn("2023-05-10")).When(Give("2023-06-02")).ThenRefused(new InTheFuture(FactDate.Answer, On("2023-06-02"), Today));
    }

    [Fact]
    public void How_it_left_in_which_form_it_gave_and_with_what_it_was_answered_are_recorded()
    {
        var (stated, evidence, reason, other) = (StatementOf.Fields(AnswerField.Given), Sealed.Text("例凭证1号"), Sealed.Text("载体不便复制"), Guid.Parse("01956c3e-0000-7000-8000-000000000001"));
        var command = new AnswerRequest(Grounds.Find("disclosed")!, On("2023-05-31"), DocumentNumber: null, Statement: null)
        {
            Stated = stated,
            Delivery = Delivery.Courier,
            Evidence = evidence,
            GivenForm = InformationForm.Inspection,
            GivenFormReason = reason,
            TogetherWith = other,
        };

        Events(HandedIn("2023-05-10")).When(Give(command)).Then(
            new RequestAnswered(command.Ground, command.LeftOn, null, null, stated, Delivery.Courier, evidence, InformationForm.Inspection, reason, OnTheSpot: null, other));
    }

    [Theory]
    [InlineData("2023-05-31", true)]
    [InlineData("2023-06-01", false)]
    public void What_was_searched_for_was_searched_for_before_the_answer_left(string searched, bool isPossible)
    {
        var command = new AnswerRequest(Grounds.Find("not_existing")!, On("2023-05-31"), DocumentNumber: null, Statement: null) { Stated = new(SearchedOn: On(searched)) };
        var act = Events(HandedIn("2023-05-10")).When(Give(command));

        if (isPossible)
        {
            act.Then(Answer("2023-05-31", "not_existing") with { Stated = command.Stated });
        }
        else
        {
            act.ThenRefused(new SearchedAfterTheAnswer(On("2023-05-31")));
        }
    }

    [Fact]
    public void A_private_courier_is_pointed_out()
    {
        Assert.Equal([AnswerFlag.PrivateCourier], AnswerFlags.Of(Events(HandedIn("2023-05-10"), Answer("2023-05-31") with { Delivery = Delivery.Courier })));
        Assert.Empty(AnswerFlags.Of(Events(HandedIn("2023-05-10"), Answer("2023-05-31") with { Delivery = Delivery.Posted })));
        Assert.Empty(AnswerFlags.Of(Events(HandedIn("2023-05-10"))));
        var submitted = Events(HandedIn("2023-05-10"), new AnswerDrafted(Grounds.Other, On("2023-05-20")), new AnswerSubmitted(On("2023-05-21")));
        Assert.Empty(AnswerFlags.Of(submitted));
        Assert.Equal([AnswerFlag.Unapproved], AnswerFlags.Of(submitted.Evolve(Answer("2023-05-31"))));
        Assert.Empty(AnswerFlags.Of(submitted.Evolve(new AnswerApproved(On("2023-05-22"))).Evolve(Answer("2023-05-31"))));
    }

    private static Func<RequestState, Decision<RequestEvent>> Give(string on, string ground = "disclosed") =>
        Give(new AnswerRequest(Grounds.Find(ground)!, On(on), DocumentNumber: null, Statement: null));

    private static Func<RequestState, Decision<RequestEvent>> Give(AnswerRequest command) =>
        state => AnswerRequest.Decide(state, command, Today);
}
