using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

/// <summary>承办 inside the office. Handed in on Monday 2023-03-06.</summary>
public class RoutingTests
{
    private static readonly RequestState Received = Events(HandedIn("2023-03-06"));
    private static readonly RequestState Assigned = Received.Evolve(new CaseAssigned(On("2023-03-07"), "一科"));
    private static readonly RequestState Signed = Assigned.Evolve(new CaseSignedFor(On("2023-03-09")));
    private static readonly RequestState Returned = Signed.Evolve(new CaseReturned(On("2023-03-10")));

    [Fact]
    public void A_case_is_assigned_signed_for_and_returned_in_this_order()
    {
        var reason = Sealed.Text("不属于本科职责");

        Received.When(Assign("2023-03-07", "一科")).Then(new CaseAssigned(On("2023-03-07"), "一科"));
        Assigned.When(Sign("2023-03-07")).Then(new CaseSignedFor(On("2023-03-07")));
        Signed.When(state => ReturnCase.Decide(state, new(On("2023-03-10"), reason), Today)).Then(new CaseReturned(On("2023-03-10"), reason));
        Assigned.When(Return("2023-03-08")).Then(new CaseReturned(On("2023-03-08")));
    }

    [Fact]
    public void Only_what_is_assigned_is_signed_for_once_and_returned()
    {
        Received.When(Sign("2023-03-07")).ThenRefused(new NotAssigned());
        Received.When(Return("2023-03-07")).ThenRefused(new NotAssigned());
        Returned.When(Sign("2023-03-13")).ThenRefused(new NotAssigned());
        Returned.When(Return("2023-03-13")).ThenRefused(new NotAssigned());
        Signed.When(Sign("2023-03-10")).ThenRefused(new AlreadySignedFor(On("2023-03-09")));
    }

    [Fact]
    public void It_goes_from_hand_to_hand_in_order()
    {
        Received.When(Assign("2023-03-03", "一科")).ThenRefused(new BeforeAnEarlierStep(FactDate.Assignment, On("2023-03-03"), On("2023-03-06")));
        Assigned.When(Sign("2023-03-06")).ThenRefused(new BeforeAnEarlierStep(FactDate.AssignmentSignature, On("2023-03-06"), On("2023-03-07")));
        Signed.When(Return("2023-03-08")).ThenRefused(new BeforeAnEarlierStep(FactDate.AssignmentReturn, On("2023-03-08"), On("2023-03-09")));
        Signed.When(Assign("2023-03-08", "二科")).ThenRefused(new BeforeAnEarlierStep(FactDate.Assignment, On("2023-03-08"), On("2023-03-09")));
        Returned.When(Assign("2023-03-09", "二科")).ThenRefused(new BeforeAnEarlierStep(FactDate.Assignment, On("2023-03-09"), On("2023-03-10")));
    }

    [Fact]
    public void Assigned_again_it_is_handed_over_to_another_unit_or_person()
    {
        var person = Sealed.Text("甲");

        Signed.When(Assign("2023-03-10", "二科")).Then(new CaseAssigned(On("2023-03-10"), "二科"));
        Signed.When(state => AssignCase.Decide(state, new(On("2023-03-10"), "一科", person), Today)).Then(new CaseAssigned(On("2023-03-10"), "一科", person));
        Signed.When(Assign("2023-03-10", "一科")).ThenRefused(new AlreadyAssigned("一科", On("2023-03-07")));
        Returned.When(Assign("2023-03-13", "一科")).Then(new CaseAssigned(On("2023-03-13"), "一科"));
    }

    [Fact]
    public void Each_unit_held_it_from_the_day_after_it_was_given_to_the_day_it_went_on()
    {
        var state = Returned
            .Evolve(new CaseAssigned(On("2023-03-13"), "二科")) // a weekend and a Monday nobody held it
            .Evolve(new CaseAssigned(On("2023-03-15"), "三科"));

        Assert.Equal(
            [("一科", 3), ("二科", 2), ("三科", 3)], // 8, 9, 10; 14, 15; 16, 17, 20 March
            state.Holdings.Select(held => (held.Unit, held.WorkingDays(WorkingCalendar.Embedded, On("2023-03-20")))));
        Assert.Equal("三科", state.Holder?.Unit);
        Assert.Null(Returned.Holder);
    }

    [Fact]
    public void A_unit_is_charged_nothing_after_the_case_ended_and_never_less_than_nothing()
    {
        var held = new Holding("一科", Person: null, On("2023-03-13")) { Until = On("2023-03-20") };

        Assert.Equal(2, held.WorkingDays(WorkingCalendar.Embedded, On("2023-03-15")));
        Assert.Equal(0, held.WorkingDays(WorkingCalendar.Embedded, On("2023-03-08")));
    }

    [Fact]
    public void Routing_never_stops_the_clock_and_ends_with_the_case()
    {
        Assert.Equal(RequestClock.Read(Received, WorkingCalendar.Embedded).DueOn, RequestClock.Read(Returned, WorkingCalendar.Embedded).DueOn);
        Assert.Equal(Received.LastFactOn, Returned.LastFactOn);
        var closed = Signed.Evolve(Withdrawal("2023-03-10"));
        foreach (var act in new[] { Assign("2023-03-10", "二科"), Sign("2023-03-10"), Return("2023-03-10") })
        {
            closed.When(act).ThenRefused(new AlreadyClosed(Grounds.Withdrawn, On("2023-03-10")));
        }
    }

    private static Func<RequestState, Decision<RequestEvent>> Assign(string on, string unit) =>
        state => AssignCase.Decide(state, new(On(on), unit, Person: null), Today);

    private static Func<RequestState, Decision<RequestEvent>> Sign(string on) => state => SignForCase.Decide(state, new(On(on)), Today);

    private static Func<RequestState, Decision<RequestEvent>> Return(string on) => state => ReturnCase.Decide(state, new(On(on), Reason: null), Today);
}
