using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

/// <summary>Article 33: proposed, approved or returned, told. Received Monday 2023-03-06, due 2023-04-03.</summary>
public class ExtensionApprovalTests
{
    private static readonly RequestState Received = Events(HandedIn("2023-03-06"));
    private static readonly RequestState Proposed = Received.Evolve(new ExtensionProposed(On("2023-03-20"), 10));
    private static readonly RequestState Approved = Proposed.Evolve(Extension("2023-03-22", 10));

    [Fact]
    public void It_is_proposed_with_its_length_and_reason_and_moves_no_date_yet()
    {
        var reason = Sealed.Text("检索工作量大");

        Received.When(state => ProposeExtension.Decide(state, new(On("2023-03-20"), 10, reason), Today))
            .Then(new ExtensionProposed(On("2023-03-20"), 10, reason));
        Assert.Equal(On("2023-04-03"), RequestClock.Read(Proposed, WorkingCalendar.Embedded).DueOn);
    }

    [Fact]
    public void One_waits_at_a_time_of_lawful_length_and_only_for_a_term_not_yet_extended()
    {
        Proposed.When(Propose("2023-03-21")).ThenRefused(new ExtensionAlreadyProposed(On("2023-03-20")));
        Approved.When(Propose("2023-03-23")).ThenRefused(new ExtensionAlreadyUsed(On("2023-03-22")));
        Received.When(Propose("2023-03-20", 21)).ThenRefused(new ExtensionLengthNotAllowed(21, 20));
        Received.When(Propose("2023-03-03")).ThenRefused(new BeforeAnEarlierStep(FactDate.ExtensionProposal, On("2023-03-03"), On("2023-03-06")));
    }

    [Fact]
    public void Approved_it_extends_the_term_by_what_was_proposed()
    {
        Proposed.When(Approve("2023-03-22", "2023-03-23")).Then(Extension("2023-03-22", 10) with { NotifiedOn = On("2023-03-23") });
        Assert.Null(Approved.ProposedExtension);
        Assert.Equal(On("2023-04-18"), RequestClock.Read(Approved, WorkingCalendar.Embedded).DueOn);
    }

    [Fact]
    public void Nothing_is_approved_or_returned_that_was_not_proposed_or_before_it_was()
    {
        Received.When(Approve("2023-03-22")).ThenRefused(new NoExtensionProposed());
        Approved.When(Approve("2023-03-22")).ThenRefused(new NoExtensionProposed());
        Received.When(Return("2023-03-22")).ThenRefused(new NoExtensionProposed());
        Proposed.When(Approve("2023-03-17")).ThenRefused(new BeforeAnEarlierStep(FactDate.Extension, On("2023-03-17"), On("2023-03-20")));
        Proposed.When(Return("2023-03-17")).ThenRefused(new BeforeAnEarlierStep(FactDate.ExtensionReturn, On("2023-03-17"), On("2023-03-20")));
    }

    [Fact]
    public void Returned_it_moves_nothing_and_another_may_be_proposed()
    {
        var reason = Sealed.Text("可以按期答复");

        Proposed.When(state => ReturnExtension.Decide(state, new(On("2023-03-21"), reason), Today)).Then(new ExtensionReturned(On("2023-03-21"), reason));
        Proposed.Evolve(new ExtensionReturned(On("2023-03-21"))).When(Propose("2023-03-22")).Then(new ExtensionProposed(On("2023-03-22"), 10));
    }

    [Fact]
    public void The_applicant_is_told_once_and_not_before_the_approval()
    {
        Approved.When(Tell("2023-03-22")).Then(new ApplicantToldOfExtension(On("2023-03-22")));
        Approved.When(Tell("2023-03-21")).ThenRefused(new NotifiedBeforeApproval(On("2023-03-21"), On("2023-03-22")));
        Approved.Evolve(new ApplicantToldOfExtension(On("2023-03-22"))).When(Tell("2023-03-23")).ThenRefused(new ApplicantAlreadyToldOfExtension(On("2023-03-22")));
        Proposed.When(Tell("2023-03-22")).ThenRefused(new NoExtensionToTell());
        Approved.Evolve(Notice("2023-03-23")).Evolve(Supplement("2023-03-24")).When(Tell("2023-03-24")).Then(new ApplicantToldOfExtension(On("2023-03-24")));
    }

    [Theory] // the due date it lengthens is Monday 2023-04-03
    [InlineData("2023-04-03", false)]
    [InlineData("2023-04-04", true)]
    public void Told_after_the_due_date_it_is_flagged_late(string told, bool late) => Assert.Equal(
        late ? [Departure.ExtendedLate] : [],
        RequestClock.Read(Approved.Evolve(new ApplicantToldOfExtension(On(told))), WorkingCalendar.Embedded).Departures);

    [Fact]
    public void A_closed_request_is_not_extended()
    {
        var closed = new AlreadyClosed(Grounds.Withdrawn, On("2023-03-24"));

        Proposed.Evolve(Withdrawal("2023-03-24")).When(Approve("2023-03-24")).ThenRefused(closed);
        Proposed.Evolve(Withdrawal("2023-03-24")).When(Return("2023-03-24")).ThenRefused(closed);
        Received.Evolve(Withdrawal("2023-03-24")).When(Propose("2023-03-24")).ThenRefused(closed);
    }

    [Fact]
    public void A_notice_that_went_out_is_recorded_also_after_a_restart_and_after_the_answer()
    {
        var restarted = Approved.Evolve(Notice("2023-03-23")).Evolve(Supplement("2023-03-24"));
        var closed = Approved.Evolve(Withdrawal("2023-03-24"));

        Assert.All(new[] { restarted, closed }, state =>
        {
            var told = state.Evolve(new ApplicantToldOfExtension(On("2023-03-24")));
            state.When(Tell("2023-03-24")).Then(new ApplicantToldOfExtension(On("2023-03-24")));
            Assert.Contains(MissingFact.ExtensionNotice, MissingFacts.Of(state));
            Assert.DoesNotContain(MissingFact.ExtensionNotice, MissingFacts.Of(told));
        });
    }

    private static Func<RequestState, Decision<RequestEvent>> Propose(string on, int workingDays = 10) =>
        state => ProposeExtension.Decide(state, new(On(on), workingDays, Reason: null), Today);

    private static Func<RequestState, Decision<RequestEvent>> Approve(string on, string? told = null) =>
        state => ApproveExtension.Decide(state, new(On(on), OnOrNone(told)), Today);

    private static Func<RequestState, Decision<RequestEvent>> Return(string on) => state => ReturnExtension.Decide(state, new(On(on), Reason: null), Today);

    private static Func<RequestState, Decision<RequestEvent>> Tell(string on) => state => TellApplicantOfExtension.Decide(state, new(On(on)), Today);
}
