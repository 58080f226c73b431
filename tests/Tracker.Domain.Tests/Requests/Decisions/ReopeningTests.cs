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
