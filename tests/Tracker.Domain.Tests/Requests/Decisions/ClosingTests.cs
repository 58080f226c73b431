using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

/// <summary>Closed without an answer: the supplement did not come, or nobody is left to answer.</summary>
public class ClosingTests
{
    private static readonly RequestState Received = Events(HandedIn("2023-03-06"));
    private static readonly RequestState Waiting = Received.Evolve(Notice("2023-03-08") with { PeriodEndsOn = On("2023-03-22") });

    [Theory]
    [InlineData("2023-03-22", false)]
    [InlineData("2023-03-23", true)]
    public void The_supplement_is_overdue_from_the_day_after_its_last_day(string on, bool closes)
    {
        var act = Waiting.When(Close(on));
        if (closes)
        {
            act.Then(new RequestClosedUnanswered(Grounds.SupplementOverdue, On(on)));
        }
        else
        {
            act.ThenRefused(new SupplementStillAwaited(On("2023-03-22")));
        }

        Assert.Equal(closes ? [new ClosingAsSupplementOverdue(On("2023-03-22"))] : [], Proposals.Of(Waiting, WorkingCalendar.Embedded, On(on)));
    }

    [Fact] // Saturday 2023-03-25
    public void A_last_day_that_is_a_day_off_moves_to_the_next_working_day() =>
        Received.Evolve(Notice("2023-03-08") with { PeriodEndsOn = On("2023-03-25") }).When(Close("2023-03-27"))
            .ThenRefused(new SupplementStillAwaited(On("2023-03-27")));

    [Fact]
    public void A_period_an_old_register_did_not_record_is_missing_and_hinders_nobody()
    {
        var unknown = Received.Evolve(Notice("2023-03-08"));

        unknown.When(Close("2023-05-31")).Then(new RequestClosedUnanswered(Grounds.SupplementOverdue, On("2023-05-31")));
        Assert.Empty(Proposals.Of(unknown, WorkingCalendar.Embedded, Today));
        Assert.Contains(MissingFact.SupplementPeriod, MissingFacts.Of(unknown));
    }

    [Fact]
    public void Nothing_is_overdue_that_nobody_asked_for_or_that_has_come()
    {
        Received.When(Close("2023-05-31")).ThenRefused(new NoSupplementAwaited());
        Waiting.Evolve(Supplement("2023-03-20")).When(Close("2023-05-31")).ThenRefused(new NoSupplementAwaited());
        Assert.Empty(Proposals.Of(Waiting.Evolve(Supplement("2023-03-20")), WorkingCalendar.Embedded, Today));
    }

    [Fact]
    public void Closed_once_it_is_proposed_no_more()
    {
        var closed = Waiting.Evolve(new RequestClosedUnanswered(Grounds.SupplementOverdue, On("2023-03-23")));

        closed.When(Close("2023-03-24")).ThenRefused(new AlreadyClosed(Grounds.SupplementOverdue, On("2023-03-23")));
        Assert.Empty(Proposals.Of(closed, WorkingCalendar.Embedded, Today));
        Assert.Empty(RequestClock.Read(closed, WorkingCalendar.Embedded).Departures);
    }

    [Fact]
    public void A_case_whose_applicant_ceased_is_closed_on_that_ground_and_never_late()
    {
        var evidence = Sealed.Text("注销登记");

        Received.When(state => CloseAsCeased.Decide(state, new(On("2023-05-31"), "例公告〔2023〕1号", evidence), Today))
            .Then(new RequestClosedUnanswered(Grounds.ApplicantCeased, On("2023-05-31"), "例公告〔2023〕1号", evidence));
        Assert.Empty(RequestClock.Read(Received.Evolve(new RequestClosedUnanswered(Grounds.ApplicantCeased, On("2023-05-31"))), WorkingCalendar.Embedded).Departures);
    }

    [Fact]
    public void A_closing_comes_after_every_fact_also_those_beside_the_steps() =>
        Received.Evolve(Asked(1, ConsultationKind.OtherAgency, "2023-03-20"))
            .When(state => CloseAsCeased.Decide(state, new(On("2023-03-17"), null, null), Today))
            .ThenRefused(new BeforeAnEarlierStep(FactDate.Closing, On("2023-03-17"), On("2023-03-20")));

    private static Func<RequestState, Decision<RequestEvent>> Close(string on) =>
        state => CloseAsSupplementOverdue.Decide(state, new(On(on), DocumentNumber: null, Statement: null), WorkingCalendar.Embedded, Today);
}
