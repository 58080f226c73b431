using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

public class ExtendAnswerTermTests
{
    [Fact]
    public void An_extension_is_recorded_with_its_notice_and_reason()
    {
        var reason = Sealed.Text("检索工作量大");

        Events(HandedIn("2023-05-10"))
            .When(Extend(new(On("2023-05-30"), 20, On("2023-05-31"), reason)))
            .Then(new AnswerTermExtended(On("2023-05-30"), 20, On("2023-05-31"), reason));
    }

    [Theory]
    [InlineData("2023-05-10", 1)]
    [InlineData("2023-05-10", 20)]
    [InlineData("2019-05-15", 20)]
    [InlineData("2019-05-14", 15)]
    public void From_one_day_to_the_longest_the_law_of_the_day_of_receipt_allows(string received, int workingDays) =>
        Events(HandedIn(received)).When(Extend("2023-05-30", workingDays)).Then(Extension("2023-05-30", workingDays));

    [Theory]
    [InlineData("2023-05-10", 0, 20)]
    [InlineData("2023-05-10", -1, 20)]
    [InlineData("2023-05-10", 21, 20)]
    [InlineData("2019-05-15", 21, 20)]
    [InlineData("2019-05-14", 16, 15)]
    public void Any_other_length_is_refused(string received, int workingDays, int atMost) =>
        Events(HandedIn(received)).When(Extend("2023-05-30", workingDays)).ThenRefused(new ExtensionLengthNotAllowed(workingDays, atMost));

    [Fact]
    public void A_second_extension_is_refused() =>
        Events(HandedIn("2023-05-10"), Extension("2023-05-30", 5))
            .When(Extend("2023-05-31", 5))
            .ThenRefused(new ExtensionAlreadyUsed(On("2023-05-30")));

    [Fact]
    public void A_second_extension_is_refused_also_while_the_clock_stands_still() =>
        Events(HandedIn("2023-05-10"), Extension("2023-05-11", 5), Notice("2023-05-12"))
            .When(Extend("2023-05-31", 5))
            .ThenRefused(new ExtensionAlreadyUsed(On("2023-05-11")));

    [Fact]
    public void After_a_restart_the_fresh_term_may_be_extended_once()
    {
        var restarted = Events(HandedIn("2023-05-10"), Extension("2023-05-11", 5), Notice("2023-05-12"), Supplement("2023-05-15"));

        restarted.When(Extend("2023-05-31", 5)).Then(Extension("2023-05-31", 5));
        restarted.Evolve(Extension("2023-05-31", 5)).When(Extend("2023-05-31", 5)).ThenRefused(new ExtensionAlreadyUsed(On("2023-05-31")));
    }

    [Fact]
    public void An_extension_after_the_due_date_is_recorded_as_it_happened() =>
        Events(HandedIn("2023-03-06")).When(Extend("2023-05-31", 20)).Then(Extension("2023-05-31", 20));

    [Fact]
    public void An_extension_while_the_clock_stands_still_is_recorded_as_it_happened() =>
        Events(HandedIn("2023-05-10"), Notice("2023-05-11")).When(Extend("2023-05-12", 20)).Then(Extension("2023-05-12", 20));

    [Fact]
    public void An_unknown_request_is_not_extended() => Nothing.When(Extend("2023-05-30", 20)).ThenRefused(new NotRegistered());

    [Fact]
    public void A_closed_request_is_not_extended() =>
        Events(HandedIn("2023-05-10"), Withdrawal("2023-05-11"))
            .When(Extend("2023-05-30", 20))
            .ThenRefused(new AlreadyClosed(Grounds.Withdrawn, On("2023-05-11")));

    [Fact]
    public void Approved_on_the_day_of_receipt_is_possible_and_the_day_before_it_is_not()
    {
        Events(HandedIn("2023-05-10")).When(Extend("2023-05-10", 20)).Then(Extension("2023-05-10", 20));
        Events(HandedIn("2023-05-10")).When(Extend("2023-05-09", 20))
            .ThenRefused(new BeforeAnEarlierStep(FactDate.Extension, On("2023-05-09"), On("2023-05-10")));
    }

    [Fact]
    public void Approved_today_is_possible_and_tomorrow_it_is_not()
    {
        Events(HandedIn("2023-05-10")).When(Extend("2023-06-01", 20)).Then(Extension("2023-06-01", 20));
        Events(HandedIn("2023-05-10")).When(Extend("2023-06-02", 20))
            .ThenRefused(new InTheFuture(FactDate.Extension, On("2023-06-02"), Today));
    }

    [Theory]
    [InlineData("2023-05-30")]
    [InlineData("2023-06-01")]
    public void The_applicant_is_told_from_the_day_of_approval_to_today(string notified) =>
        Events(HandedIn("2023-05-10"))
            .When(Extend("2023-05-30", 20, notified))
            .Then(Extension("2023-05-30", 20) with { NotifiedOn = On(notified) });

    [Fact]
    public void The_applicant_is_not_told_before_approval() =>
        Events(HandedIn("2023-05-10"))
            .When(Extend("2023-05-30", 20, "2023-05-29"))
            .ThenRefused(new NotifiedBeforeApproval(On("2023-05-29"), On("2023-05-30")));

    [Fact]
    public void The_applicant_is_not_told_tomorrow() =>
        Events(HandedIn("2023-05-10"))
            .When(Extend("2023-05-30", 20, "2023-06-02"))
            .ThenRefused(new InTheFuture(FactDate.ExtensionNotice, On("2023-06-02"), Today));

    private static Func<RequestState, Decision<RequestEvent>> Extend(string on, int workingDays, string? notified = null) =>
        Extend(new ExtendAnswerTerm(On(on), workingDays, OnOrNone(notified), Reason: null));

    private static Func<RequestState, Decision<RequestEvent>> Extend(ExtendAnswerTerm command) =>
        state => ExtendAnswerTerm.Decide(state, command, Today);
}
