using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;

namespace Tracker.Domain.Tests.Requests;

/// <summary>Corrections, splits, and what is tried after a result.</summary>
internal static class RandomCorrections
{
    public static readonly Func<RequestState, DateOnly, int, Decision<RequestEvent>>[] Acts =
    [
        TakeBack,
        (state, on, _) => ResumeHandling.Decide(state, new(on, Reason: null), RandomHistory.FarAhead),
        (state, on, size) => OrderReAnswer.Decide(
            state, new((ReAnswerAuthority)(size % 2), on, on.AddDays(size - 2), DocumentNumber: null, Source: null), RandomHistory.FarAhead),
        (state, on, _) => ReAnswerRequest.Decide(state, new(new(Grounds.Find("partial")!, on, DocumentNumber: null, Statement: null)), RandomHistory.FarAhead),
        (state, on, size) => CorrectApplicant.Decide(state, new(on, (ApplicantKind)(size % 6), Name: null, Contact: null, Reason: null), RandomHistory.FarAhead),
        (state, on, size) => SplitRequest.Decide(
            state, new(Guid.CreateVersion7(), on, Reason: null), RequestNumber.FromCounter(on.Year, size), RandomHistory.FarAhead),
        (state, on, size) => LinkCase.Decide(state, new(Guid.Empty, Other(size), on, Reason: null), RandomHistory.FarAhead),
        (state, on, size) => UnlinkCase.Decide(state, new(Other(size), on, Reason: null), RandomHistory.FarAhead),
        RandomHistory.Rarely((state, on) => VoidRequest.Decide(state, new(on, Reason: null), RandomHistory.FarAhead)),
    ];

    /// <summary>One of three, so that one is met again.</summary>
    private static OtherCase Other(int size) => new(new Guid(size % 3, 0, 0, new byte[8]), $"A-{size % 3}");

    private static Decision<RequestEvent> TakeBack(RequestState state, DateOnly on, int size) =>
        TakeBackEntry.Decide(state, new(TakeBackEntry.LatestOf(state)?.Version ?? size, on, Reason: null), RandomHistory.FarAhead);
}
