using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

public class WithdrawRequestTests
{
    [Fact]
    public void A_withdrawal_is_recorded_with_its_letter_and_statement()
    {
        var statement = Sealed.Text("书面撤回");

        Events(HandedIn("2023-05-10"))
            .When(state => WithdrawRequest.Decide(state, new(On("2023-05-31"), "泉统公函〔2023〕3号", statement), Today))
            .Then(new RequestWithdrawn(On("2023-05-31"), "泉统公函〔2023〕3号", statement));
    }

    [Fact]
    public void A_request_may_be_withdrawn_while_a_notice_is_open() =>
        Events(HandedIn("2023-05-10"), Notice("2023-05-11")).When(Withdraw("2023-05-31")).Then(Withdrawal("2023-05-31"));

    [Fact]
    public void An_unknown_request_is_not_withdrawn() => Nothing.When(Withdraw("2023-05-31")).ThenRefused(new NotRegistered());

    [Fact]
    public void A_closed_request_is_not_withdrawn() =>
        Events(HandedIn("2023-05-10"), Answer("2023-05-30"))
            .When(Withdraw("2023-05-31"))
            .ThenRefused(new AlreadyClosed(Grounds.Find("disclosed")!, On("2023-05-30")));

    [Fact]
    public void A_request_is_not_withdrawn_twice() =>
        Events(HandedIn("2023-05-10"), Withdrawal("2023-05-30"))
            .When(Withdraw("2023-05-31"))
            .ThenRefused(new AlreadyClosed(Grounds.Withdrawn, On("2023-05-30")));

    [Fact]
    public void A_withdrawal_on_the_day_of_receipt_is_possible_and_the_day_before_it_is_not()
    {
        Events(HandedIn("2023-05-10")).When(Withdraw("2023-05-10")).Then(Withdrawal("2023-05-10"));
        Events(HandedIn("2023-05-10")).When(Withdraw("2023-05-09"))
            .ThenRefused(new BeforeAnEarlierStep(FactDate.Withdrawal, On("2023-05-09"), On("2023-05-10")));
    }

    [Fact]
    public void A_withdrawal_today_is_possible_and_tomorrow_it_is_not()
    {
        Events(HandedIn("2023-05-10")).When(Withdraw("2023-06-01")).Then(Withdrawal("2023-06-01"));
        Events(HandedIn("2023-05-10")).When(Withdraw("2023-06-02"))
            .ThenRefused(new InTheFuture(FactDate.Withdrawal, On("2023-06-02"), Today));
    }

    private static Func<RequestState, Decision<RequestEvent>> Withdraw(string on) =>
        state => WithdrawRequest.Decide(state, new(On(on), DocumentNumber: null, Statement: null), Today);
}
