using Tracker.Domain.Offices;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Requests.RandomHistory;

namespace Tracker.Domain.Tests.Requests;

/// <summary>What is tried about an answer before it leaves, and the ways in which it does.</summary>
internal static class RandomAnswers
{
    public static readonly Func<RequestState, DateOnly, int, Decision<RequestEvent>>[] Acts =
    [
        (state, on, size) => DraftAnswer.Decide(state, new(Grounds.All[size], on, Draft: null), FarAhead),
        (state, on, _) => SubmitAnswer.Decide(state, new(on), FarAhead),
        (state, on, size) => size % 3 == 0 ? ReturnAnswer.Decide(state, new(on, Reason: null), FarAhead) : ApproveAnswer.Decide(state, new(on), FarAhead),
        (state, on, _) => IssueAnswer.Decide(state, new(on, DocumentNumber: null), OfficeState.None, FarAhead),
        (state, on, size) => WithholdPart.Decide(state, new(Grounds.All[size], on, Part: null, Reasons: null), FarAhead),
        (state, on, size) => RemoveWithheldPart.Decide(state, new(size % 3, on, Reason: null), FarAhead),
        Rarely((state, on) => AnswerOnTheSpot.Decide(
            state, new(new(Grounds.Find("disclosed")!, state.Receipt.On, DocumentNumber: null, Statement: null)), FarAhead)),
        Rarely((state, on) => AnswerRequest.Decide(
            state,
            new(Grounds.Partial, on, DocumentNumber: null, Statement: null) { Stated = new(Given: Sealed.Text("甲")), Delivery = Delivery.Courier },
            FarAhead)),
    ];
}
