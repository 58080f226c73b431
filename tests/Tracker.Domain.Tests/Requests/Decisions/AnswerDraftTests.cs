using Tracker.Domain.Offices;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

public class AnswerDraftTests
{
    private static readonly Ground Disclosed = Grounds.Find("disclosed")!;

    private static readonly RequestReceived Received = HandedIn("2023-05-10");

    private static readonly AnswerDrafted Drafted = new(Disclosed, On("2023-05-15"));

    private static readonly AnswerSubmitted Submitted = new(On("2023-05-16"));

    private static readonly AnswerReturned Returned = new(On("2023-05-17"));

    private static readonly AnswerApproved Approved = new(On("2023-05-18"));

    private static readonly AnswerIssued Issued = new(On("2023-05-19"), "例公复〔2023〕1号");

    [Fact]
    public void A_draft_goes_its_way_and_no_step_of_it_moves_the_clock_or_ends_the_request()
    {
        var (draft, reason) = (Sealed.Text("稿"), Sealed.Text("理由"));

        Events(Received).When(Draft("2023-05-15", draft)).Then(Drafted with { Draft = draft });
        Events(Received, Drafted).When(Submit("2023-05-16")).Then(Submitted);
        Events(Received, Drafted, Submitted).When(Return("2023-05-17", reason)).Then(Returned with { Reason = reason });
        Events(Received, Drafted, Submitted).When(Approve("2023-05-18")).Then(Approved);
        Events(Received, Drafted, Submitted, Approved).When(Issue("2023-05-19")).Then(Issued);

        var state = Events(Received, Drafted, Submitted, Approved, Issued);
        Assert.False(state.IsClosed);
        Assert.Empty(state.TermFacts);
        Assert.Equal(new AnswerDraft(Disclosed, Text: null, DraftStage.Issued, Issued.IssuedOn) { DocumentNumber = Issued.DocumentNumber }, state.Draft);
    }

    [Fact]
    public void A_draft_is_replaced_until_it_is_submitted_and_after_it_was_returned()
    {
        Events(Received, Drafted).When(Draft("2023-05-15")).Then(Drafted);
        Events(Received, Drafted, Submitted, Returned).When(Draft("2023-05-17")).Then(Drafted with { DraftedOn = On("2023-05-17") });
    }

    [Fact]
    public void What_waits_for_approval_or_has_it_is_neither_drafted_nor_submitted_again() =>
        Assert.All(new[] { Events(Received, Drafted, Submitted), Events(Received, Drafted, Submitted, Approved), Events(Received, Drafted, Submitted, Approved, Issued) }, state =>
        {
            RequestRefusal refused = state.Draft!.Stage == DraftStage.Issued ? new AnswerAlreadyIssued(state.Draft.On) : new AnswerAlreadySubmitted(state.Draft.On);
            state.When(Draft("2023-05-20")).ThenRefused(refused);
            state.When(Submit("2023-05-20")).ThenRefused(refused);
        });

    [Fact]
    public void Only_a_draft_is_submitted()
    {
        Events(Received).When(Submit("2023-05-16")).ThenRefused(new NoAnswerDrafted());
        Events(Received, Drafted, Submitted, Returned).When(Submit("2023-05-18")).ThenRefused(new NoAnswerDrafted());
    }

    [Fact]
    public void Only_what_was_submitted_is_returned_or_approved_and_once()
    {
        Assert.All(new[] { Events(Received), Events(Received, Drafted), Events(Received, Drafted, Submitted, Returned) }, state =>
        {
            state.When(Return("2023-05-20")).ThenRefused(new NoAnswerSubmitted());
            state.When(Approve("2023-05-20")).ThenRefused(new NoAnswerSubmitted());
        });
        Events(Received, Drafted, Submitted, Approved).When(Approve("2023-05-20")).ThenRefused(new AnswerAlreadyApproved(Approved.ApprovedOn));
        Events(Received, Drafted, Submitted, Approved).When(Return("2023-05-20")).ThenRefused(new AnswerAlreadyApproved(Approved.ApprovedOn));
    }

    [Fact]
    public void Only_what_is_approved_is_issued_and_once()
    {
        Events(Received, Drafted, Submitted).When(Issue("2023-05-20")).ThenRefused(new AnswerNotApproved());
        Events(Received, Drafted, Submitted, Approved, Issued).When(Issue("2023-05-20")).ThenRefused(new AnswerAlreadyIssued(Issued.IssuedOn));
    }

    [Fact]
    public void Every_step_lies_between_the_one_before_and_today()
    {
        Events(Received).When(Draft("2023-05-09")).ThenRefused(Before(FactDate.Draft, "2023-05-09", "2023-05-10"));
        Events(Received, Drafted).When(Submit("2023-05-14")).ThenRefused(Before(FactDate.Submission, "2023-05-14", "2023-05-15"));
        Events(Received, Drafted, Submitted).When(Return("2023-05-15")).ThenRefused(Before(FactDate.AnswerReturn, "2023-05-15", "2023-05-16"));
        Events(Received, Drafted, Submitted).When(Approve("2023-05-15")).ThenRefused(Before(FactDate.AnswerApproval, "2023-05-15", "2023-05-16"));
        Events(Received, Drafted, Submitted, Approved).When(Issue("2023-05-17")).ThenRefused(Before(FactDate.AnswerIssue, "2023-05-17", "2023-05-18"));
        Events(Received, Drafted).When(Submit("2023-06-02")).ThenRefused(new InTheFuture(FactDate.Submission, On("2023-06-02"), Today));
    }

    [Fact]
    public void A_closed_request_has_no_draft_and_a_withdrawal_is_none()
    {
        Events(Received, Answer("2023-05-12")).When(Draft("2023-05-15")).ThenRefused(new AlreadyClosed(Disclosed, On("2023-05-12")));
        Events(Received)
            .When(state => DraftAnswer.Decide(state, new(Grounds.Withdrawn, On("2023-05-15"), Draft: null), Today))
            .ThenRefused(new WithdrawalIsNoAnswer());
    }

    [Fact]
    public void An_answer_leaves_without_any_draft_and_with_one_at_any_stage() =>
        Assert.All(new[] { Events(Received), Events(Received, Drafted), Events(Received, Drafted, Submitted, Approved) }, state =>
            state.When(before => AnswerRequest.Decide(before, new(Disclosed, On("2023-05-20"), DocumentNumber: null, Statement: null), Today)).Then(Answer("2023-05-20")));

    [Fact]
    public void The_answer_to_a_request_taken_up_again_is_drafted_anew_and_the_first_one_keeps_its_withheld_parts()
    {
        var part = new PartWithheld(1, Grounds.Find("state_secret")!, On("2023-05-11"));
        var resumed = Events(Received, Drafted, part, Answer("2023-05-20", "partial"), new HandlingResumed(On("2023-05-22")));

        Assert.Null(resumed.Draft);
        resumed.When(Draft("2023-05-19")).ThenRefused(Before(FactDate.Draft, "2023-05-19", "2023-05-22"));
        resumed.When(Draft("2023-05-23")).Then(Drafted with { DraftedOn = On("2023-05-23") });
        var again = resumed.Evolve(new WithheldPartRemoved(1, On("2023-05-23"))).Evolve(new RequestReAnswered(Grounds.Partial, On("2023-05-24")));
        Assert.Single(again.Result!.WithheldParts);
        Assert.Empty(Assert.Single(again.ReAnswers).WithheldParts);
        Assert.Contains(MissingFact.WithheldParts, MissingFacts.Of(again));
        Assert.DoesNotContain(MissingFact.WithheldParts, MissingFacts.Of(resumed));
        again.When(Draft("2023-05-25")).ThenRefused(new AlreadyClosed(Grounds.Partial, On("2023-05-20")));
    }

    private static BeforeAnEarlierStep Before(FactDate date, string on, string earlier) => new(date, On(on), On(earlier));

    private static Func<RequestState, Decision<RequestEvent>> Draft(string on, Sealed<string>? text = null) =>
        state => DraftAnswer.Decide(state, new(Disclosed, On(on), text), Today);

    private static Func<RequestState, Decision<RequestEvent>> Submit(string on) => state => SubmitAnswer.Decide(state, new(On(on)), Today);

    private static Func<RequestState, Decision<RequestEvent>> Return(string on, Sealed<string>? reason = null) =>
        state => ReturnAnswer.Decide(state, new(On(on), reason), Today);

    private static Func<RequestState, Decision<RequestEvent>> Approve(string on) => state => ApproveAnswer.Decide(state, new(On(on)), Today);

    private static Func<RequestState, Decision<RequestEvent>> Issue(string on) => state => IssueAnswer.Decide(state, new(On(on), "例公复〔2023〕1号"), OfficeState.None, Today);
}
