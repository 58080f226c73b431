using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

public class IssueSupplementNoticeTests
{
    [Fact]
    public void A_notice_is_recorded_with_its_period_and_items()
    {
        var items = Sealed.Text("身份证明");

        Events(HandedIn("2023-03-06"))
            .When(Issue(new(On("2023-03-08"), On("2023-03-15"), items)))
            .Then(new SupplementNoticeIssued(On("2023-03-08"), On("2023-03-15"), items));
    }

    [Fact]
    public void A_notice_after_the_seventh_day_is_recorded_as_it_happened() =>
        Events(HandedIn("2023-03-06")).When(Issue("2023-05-31")).Then(Notice("2023-05-31"));

    [Fact]
    public void A_second_notice_after_the_supplement_is_recorded() =>
        Events(HandedIn("2023-03-06"), Notice("2023-03-08"), Supplement("2023-03-09"))
            .When(Issue("2023-03-09"))
            .Then(Notice("2023-03-09"));

    [Fact]
    public void A_second_notice_while_one_is_open_is_refused() =>
        Events(HandedIn("2023-03-06"), Notice("2023-03-08"))
            .When(Issue("2023-03-09"))
            .ThenRefused(new SupplementNoticeAlreadyOpen(On("2023-03-08")));

    [Fact]
    public void An_unknown_request_has_no_notices() => Nothing.When(Issue("2023-03-08")).ThenRefused(new NotRegistered());

    [Fact]
    public void A_closed_request_has_no_further_notices() =>
        Events(HandedIn("2023-03-06"), Answer("2023-03-08"))
            .When(Issue("2023-03-09"))
            .ThenRefused(new AlreadyClosed(Grounds.Find("disclosed")!, On("2023-03-08")));

    [Fact]
    public void A_notice_on_the_day_of_receipt_is_possible_and_the_day_before_it_is_not()
    {
        var received = Events(Received(Channel.Online, new(On("2023-03-05"), ConfirmedOn: On("2023-03-06"))));

        received.When(Issue("2023-03-06")).Then(Notice("2023-03-06"));
        received.When(Issue("2023-03-05"))
            .ThenRefused(new BeforeAnEarlierStep(FactDate.SupplementNotice, On("2023-03-05"), On("2023-03-06")));
    }

    [Fact]
    public void A_notice_today_is_possible_and_tomorrow_it_is_not()
    {
        Events(HandedIn("2023-05-31")).When(Issue("2023-06-01")).Then(Notice("2023-06-01"));
        Events(HandedIn("2023-05-31")).When(Issue("2023-06-02"))
            .ThenRefused(new InTheFuture(FactDate.SupplementNotice, On("2023-06-02"), Today));
    }

    [Fact]
    public void The_period_may_end_on_the_day_of_the_notice_or_after_today_and_not_before_the_notice()
    {
        var received = Events(HandedIn("2023-05-31"));

        received.When(Issue("2023-06-01", "2023-06-01")).Then(Notice("2023-06-01") with { PeriodEndsOn = On("2023-06-01") });
        received.When(Issue("2023-06-01", "2023-06-15")).Then(Notice("2023-06-01") with { PeriodEndsOn = On("2023-06-15") });
        received.When(Issue("2023-06-01", "2023-05-31"))
            .ThenRefused(new SupplementPeriodEndsBeforeNotice(On("2023-06-01"), On("2023-05-31")));
    }

    private static Func<RequestState, Decision<RequestEvent>> Issue(string on, string? until = null) =>
        Issue(new IssueSupplementNotice(On(on), OnOrNone(until), Items: null));

    private static Func<RequestState, Decision<RequestEvent>> Issue(IssueSupplementNotice command) =>
        state => IssueSupplementNotice.Decide(state, command, Today);
}
