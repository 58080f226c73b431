using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

/// <summary>Article 35: received Monday 2023-03-06, due 2023-04-03.</summary>
public class ReasonsTests
{
    private static readonly RequestState Received = Events(HandedIn("2023-03-06"));
    private static readonly RequestState Demanded = Received.Evolve(new ReasonsDemanded(On("2023-03-08")));
    private static readonly RequestState Reasonable = Demanded.Evolve(new ReasonsJudged(On("2023-03-15"), ReasonsJudgement.Reasonable));

    [Fact]
    public void Reasons_are_demanded_once_and_the_clock_goes_on()
    {
        var text = Sealed.Text("请说明理由");

        Received.When(state => DemandReasons.Decide(state, new(On("2023-03-08"), text), Today)).Then(new ReasonsDemanded(On("2023-03-08"), text));
        Demanded.When(Demand("2023-03-09")).ThenRefused(new ReasonsAlreadyDemanded(On("2023-03-08")));
        Received.When(Demand("2023-03-03")).ThenRefused(new BeforeAnEarlierStep(FactDate.ReasonsDemand, On("2023-03-03"), On("2023-03-06")));
        Assert.Equal(On("2023-04-03"), Due(Reasonable));
    }

    [Theory]
    [InlineData(ReasonsJudgement.Reasonable)]
    [InlineData(ReasonsJudgement.Unreasonable)]
    public void They_are_judged_once_after_the_demand(ReasonsJudgement judgement)
    {
        var text = Sealed.Text("理由如下");

        Demanded.When(state => JudgeReasons.Decide(state, new(On("2023-03-15"), judgement, text), Today))
            .Then(new ReasonsJudged(On("2023-03-15"), judgement, text));
        Received.When(Judge("2023-03-15")).ThenRefused(new ReasonsNotDemanded());
        Demanded.When(Judge("2023-03-07")).ThenRefused(new BeforeAnEarlierStep(FactDate.ReasonsJudgement, On("2023-03-07"), On("2023-03-08")));
        Reasonable.When(Judge("2023-03-16")).ThenRefused(new ReasonsAlreadyJudged(On("2023-03-15")));
    }

    [Fact]
    public void A_later_date_becomes_the_due_date()
    {
        var reason = Sealed.Text("申请数量多");

        Reasonable.When(state => SetLaterDate.Decide(state, new(On("2023-03-20"), On("2023-05-31"), reason), WorkingCalendar.Embedded, Today))
            .Then(new LaterDateSet(On("2023-03-20"), On("2023-05-31"), reason));
        Assert.Equal(On("2023-05-31"), Due(Reasonable.Evolve(new LaterDateSet(On("2023-03-20"), On("2023-05-31")))));
    }

    [Fact]
    public void Only_for_reasons_found_reasonable()
    {
        Received.When(Set("2023-03-20", "2023-05-31")).ThenRefused(new ReasonsNotFoundReasonable());
        Demanded.When(Set("2023-03-20", "2023-05-31")).ThenRefused(new ReasonsNotFoundReasonable());
        Demanded.Evolve(new ReasonsJudged(On("2023-03-15"), ReasonsJudgement.Unreasonable)).When(Set("2023-03-20", "2023-05-31"))
            .ThenRefused(new ReasonsNotFoundReasonable());
    }

    [Fact]
    public void The_date_lies_after_the_due_date_and_has_not_passed_when_it_is_told()
    {
        Reasonable.When(Set("2023-03-20", "2023-04-03")).ThenRefused(new LaterDateNotLater(On("2023-04-03"), On("2023-04-03")));
        Reasonable.When(Set("2023-03-20", "2023-04-04")).Then(new LaterDateSet(On("2023-03-20"), On("2023-04-04")));
        Reasonable.When(Set("2023-04-10", "2023-04-07")).ThenRefused(new LaterDateNotLater(On("2023-04-07"), On("2023-04-09")));
        Reasonable.Evolve(new LaterDateSet(On("2023-03-20"), On("2023-04-04"))).When(Set("2023-03-21", "2023-04-04"))
            .ThenRefused(new LaterDateNotLater(On("2023-04-04"), On("2023-04-04")));
    }

    [Fact]
    public void It_is_told_after_the_judgement() => Reasonable.When(Set("2023-03-14", "2023-05-31"))
        .ThenRefused(new BeforeAnEarlierStep(FactDate.LaterDateNotice, On("2023-03-14"), On("2023-03-15")));

    [Fact]
    public void Told_late_or_while_the_clock_stands_still_it_is_recorded_and_flagged()
    {
        var late = Reasonable.Evolve(new LaterDateSet(On("2023-04-10"), On("2023-05-31")));
        Assert.Equal([Departure.DelayToldLate], RequestClock.Read(late, WorkingCalendar.Embedded).Departures);

        var stopped = Reasonable.Evolve(Notice("2023-03-16"));
        stopped.When(Set("2023-03-20", "2023-03-20")).Then(new LaterDateSet(On("2023-03-20"), On("2023-03-20")));
        Assert.Contains(
            Departure.DelayedWhileStopped,
            RequestClock.Read(stopped.Evolve(new LaterDateSet(On("2023-03-20"), On("2023-05-31"))), WorkingCalendar.Embedded).Departures);
    }

    [Fact]
    public void On_the_day_on_which_it_was_told_nothing_is_extended_and_on_the_next_it_may_be()
    {
        var told = Reasonable.Evolve(new LaterDateSet(On("2023-03-20"), On("2023-04-10")));

        told.When(Extend("2023-03-20")).ThenRefused(new ExtensionOnDayOfLaterDate(On("2023-03-20")));
        told.When(Extend("2023-03-21")).Then(Extension("2023-03-21", 5));
        Assert.Equal(On("2023-04-17"), Due(told.Evolve(Extension("2023-03-21", 5))));
    }

    [Fact]
    public void A_closed_request_takes_no_reasons()
    {
        var closed = new AlreadyClosed(Grounds.Find("excessive")!, On("2023-03-20"));
        var answered = Reasonable.Evolve(Answer("2023-03-20", "excessive"));

        answered.When(Demand("2023-03-20")).ThenRefused(closed);
        answered.When(Judge("2023-03-20")).ThenRefused(closed);
        answered.When(Set("2023-03-20", "2023-05-31")).ThenRefused(closed);
    }

    private static DateOnly? Due(RequestState state) => RequestClock.Read(state, WorkingCalendar.Embedded).DueOn;

    private static Func<RequestState, Decision<RequestEvent>> Demand(string on) => state => DemandReasons.Decide(state, new(On(on), Text: null), Today);

    private static Func<RequestState, Decision<RequestEvent>> Judge(string on) =>
        state => JudgeReasons.Decide(state, new(On(on), ReasonsJudgement.Reasonable, Text: null), Today);

    private static Func<RequestState, Decision<RequestEvent>> Set(string on, string due) =>
        state => SetLaterDate.Decide(state, new(On(on), On(due), Reason: null), WorkingCalendar.Embedded, Today);

    private static Func<RequestState, Decision<RequestEvent>> Extend(string on) =>
        state => ExtendAnswerTerm.Decide(state, new(On(on), 5, NotifiedOn: null, Reason: null), Today);
}
