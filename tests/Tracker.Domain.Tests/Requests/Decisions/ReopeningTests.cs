using Tracker.Domain.AnnualReports;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

public sealed class ReopeningTests
{
    private static readonly RequestState Answered = Events(HandedIn("2022-03-07"), Answer("2022-03-10"));

    [Fact]
    public void An_ordered_term_runs_to_the_day_that_was_set_and_a_later_answer_is_flagged()
    {
        var ordered = Answered.Evolve(new ReAnswerOrdered(ReAnswerAuthority.Reconsideration, On("2022-05-09"), On("2022-05-31")));
        var reading = RequestClock.Read(ordered, WorkingCalendar.Embedded);

        Assert.Equal((ClockState.ReAnswering, On("2022-05-31")), (reading.State, reading.DueOn!.Value));
        Assert.Equal(3, reading.WorkingDaysLeft(On("2022-05-26"))); // 27, 30 and 31 May
        Assert.Contains(reading.Account(On("2022-05-26")), line => line.Reason == AccountReason.OrderedTerm && line.To == On("2022-05-31"));

        var late = RequestClock.Read(ordered.Evolve(new RequestReAnswered(Grounds.Other, On("2022-06-01"))), WorkingCalendar.Embedded);
        Assert.Equal(ClockState.Closed, late.State);
        Assert.Equal([new(Departure.ReAnsweredLate, On("2022-06-01"), On("2022-05-31"))], late.Flags);
    }

    [Fact]
    public void Taken_up_again_by_the_agency_itself_no_term_runs_and_a_first_answer_too_late_stays_flagged()
    {
        var resumed = Events(HandedIn("2022-03-07"), Answer("2022-06-10"), new HandlingResumed(On("2022-07-01")));
        var reading = RequestClock.Read(resumed, WorkingCalendar.Embedded);

        Assert.Equal((ClockState.Resumed, (DateOnly?)null), (reading.State, reading.DueOn));
        Assert.Equal([Departure.AnsweredLate], reading.Departures);
    }

    [Fact]
    public void An_order_takes_the_place_of_a_resumption_and_of_an_order_before_it()
    {
        var resumed = Answered.Evolve(new HandlingResumed(On("2022-04-01")));
        var today = On("2022-06-30");
        var ordered = Assert.IsType<Accepted<RequestEvent>>(OrderReAnswer.Decide(
            resumed, new(ReAnswerAuthority.Reconsideration, On("2022-05-09"), On("2022-05-31"), DocumentNumber: null, Source: null), today));
        var again = Assert.IsType<Accepted<RequestEvent>>(OrderReAnswer.Decide(
            resumed.Evolve(ordered.Events[0]), new(ReAnswerAuthority.Court, On("2022-06-01"), On("2022-06-20"), DocumentNumber: null, Source: null), today));

        var state = resumed.Evolve(ordered.Events[0]).Evolve(again.Events[0]);
        Assert.Equal(On("2022-06-20"), RequestClock.Read(state, WorkingCalendar.Embedded).DueOn);
        Assert.Equal(new Refused<RequestEvent>(new AlreadyReopened(On("2022-06-01"))), ResumeHandling.Decide(state, new(today, Reason: null), today));
    }

    [Fact]
    public void A_term_further_ahead_than_five_years_is_a_slip()
    {
        var today = On("2022-06-30");
        Assert.Equal(
            new Refused<RequestEvent>(new TooFarAhead(FactDate.OrderedTerm, On("9999-12-31"), On("2027-05-09"))),
            OrderReAnswer.Decide(Answered, new(ReAnswerAuthority.Court, On("2022-05-09"), On("9999-12-31"), DocumentNumber: null, Source: null), today));

        // One that an older version let in has its account all the same.
        var far = Answered.Evolve(new ReAnswerOrdered(ReAnswerAuthority.Court, On("2022-05-09"), DateOnly.MaxValue));
        Assert.Equal(DateOnly.MaxValue, RequestClock.Read(far, WorkingCalendar.Embedded).Account(today)[^1].To);
    }

    [Fact]
    public void Taken_up_again_it_may_end_without_an_answer_and_the_first_result_stays_counted()
    {
        var resumed = Answered.Evolve(new HandlingResumed(On("2022-04-01")));
        var today = On("2022-06-30");
        var withdrawn = Assert.IsType<Accepted<RequestEvent>>(WithdrawRequest.Decide(resumed, new(On("2022-04-02"), DocumentNumber: null, Statement: null), today));
        var state = resumed.Evolve(withdrawn.Events[0]);

        Assert.True(state.IsClosed);
        Assert.Equal("disclosed", state.Result!.Ground.Key);
        Assert.Equal(RequestFact.Of(Answered), RequestFact.Of(state));
        Assert.Equal(Grounds.Withdrawn, Assert.Single(state.ReAnswers).Ground);
        Assert.Empty(RequestClock.Read(state, WorkingCalendar.Embedded).Departures);
        Assert.Equal(
            new Refused<RequestEvent>(new BeingHandledAgain(On("2022-04-01"))),
            IssueSupplementNotice.Decide(resumed, new(On("2022-04-02"), PeriodEndsOn: null, Items: null), today));
    }

    [Fact]
    public void An_opinion_that_comes_after_the_answer_is_recorded_and_the_answer_stays_in_time()
    {
        var asked = Events(HandedIn("2022-03-07"), new ConsultationOpened(1, ConsultationKind.ThirdParty, On("2022-03-08"), On("2022-03-08")), Answer("2022-03-10"));
        var accepted = Assert.IsType<Accepted<RequestEvent>>(ReceiveOpinion.Decide(asked, new(1, On("2022-03-14"), Opinion.Consents, Text: null), On("2022-03-15")));
        var state = asked.Evolve(accepted.Events[0]);

        Assert.Equal((asked.Result, true), (state.Result, state.IsClosed));
        Assert.Empty(RequestClock.Read(state, WorkingCalendar.Embedded).Departures);
        Assert.Equal(On("2022-03-14"), state.Consultations[0].ClosedOn);
    }

    [Theory]
    [InlineData("2022-03-08", true)]
    [InlineData("2022-03-09", false)]
    public void The_receipt_is_not_corrected_past_what_rests_on_it(string filed, bool isPossible)
    {
        var drafted = Events(HandedIn("2022-03-07"), new AnswerDrafted(Grounds.Other, On("2022-03-08")));
        var decision = CorrectReceipt.Decide(
            drafted, new(On("2022-03-10"), Channel.InPerson, new(On(filed)), Reason: null), WorkingCalendar.Embedded, On("2022-03-10"));

        Assert.Equal(isPossible, decision is Accepted<RequestEvent>);
    }

    [Fact]
    public void A_request_without_a_result_is_not_taken_up_again() => Assert.Equal(
        new Refused<RequestEvent>(new NoResultYet()),
        ResumeHandling.Decide(Events(HandedIn("2022-03-07")), new(On("2022-03-08"), Reason: null), On("2022-03-08")));

    [Fact]
    public void Only_the_latest_entry_is_taken_back_and_the_registration_never()
    {
        var state = Events(HandedIn("2022-03-07"), Notice("2022-03-08"), Supplement("2022-03-09"));

        Assert.Equal(new NotTheLatestEntry(), Refusal(state, 2));
        Assert.Equal(new RegistrationIsVoidedInstead(), Refusal(state, 1));
        Assert.Null(Refusal(state, 3));
        Assert.NotNull(state.Evolve(new EntryTakenBack(3, On("2022-03-10"))).OpenSupplement);
    }

    [Fact]
    public void A_void_entry_is_closed_and_never_late()
    {
        var state = Events(HandedIn("2022-03-07"), new RequestVoided(On("2022-12-01")));

        Assert.True(state.IsClosed);
        Assert.Empty(RequestClock.Read(state, WorkingCalendar.Embedded).Flags);
        Assert.Equal(
            new Refused<RequestEvent>(new EntryVoid(On("2022-12-01"))),
            AnswerRequest.Decide(state, new(Grounds.Other, On("2022-12-02"), DocumentNumber: null, Statement: null), On("2022-12-02")));
    }

    [Fact]
    public void After_the_personal_data_are_erased_nothing_can_be_corrected_for_no_reason_could_be_sealed()
    {
        var erased = Answered.Evolve(new PersonalDataErased(On("2022-04-01")));
        var refused = new Refused<RequestEvent>(new PersonalDataAlreadyErased(On("2022-04-01")));
        var today = On("2022-04-02");

        Assert.Equal(refused, CorrectReceipt.Decide(erased, new(today, Channel.InPerson, new(On("2022-03-08")), Reason: null), WorkingCalendar.Embedded, today));
        Assert.Equal(refused, CorrectApplicant.Decide(erased, new(today, ApplicantKind.CommercialEnterprise, Name: null, Contact: null, Reason: null), today));
        Assert.Equal(refused, VoidRequest.Decide(erased, new(today, Reason: null), today));
        Assert.Equal(refused, ResumeHandling.Decide(erased, new(today, Reason: null), today));
        Assert.Equal(refused, TakeBackEntry.Decide(erased, new(2, today, Reason: null), today));
    }

    private static Refusal? Refusal(RequestState state, long version) =>
        TakeBackEntry.Decide(state, new(version, On("2022-03-10"), Reason: null), On("2022-03-10")) is Refused<RequestEvent>(var reason) ? reason : null;
}
