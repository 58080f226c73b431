using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Requests.RandomHistory;

namespace Tracker.Domain.Tests.Requests;

/// <summary>What is tried about the applicant and the routing inside the office; none of it moves a term.</summary>
internal static class RandomApplicants
{
    public static readonly Func<RequestState, DateOnly, int, Decision<RequestEvent>>[] Acts =
    [
        (state, on, size) => ReceiveIdentityProof.Decide(state, new(on, (IdentityDocument)(size % 4), Number: null), FarAhead),
        (state, on, size) => size % 2 == 0
            ? AppointAgent.Decide(state, new(on, size % 4 == 0, Name: null, Contact: null), FarAhead)
            : EndAgency.Decide(state, new(on), FarAhead),
        (state, on, size) => ChangeWantedForm.Decide(state, new(on, (InformationForm)(size % 5), Delivery: null), FarAhead),
        (state, on, size) => JoinApplicant.Decide(state, new(on, (ApplicantKind)(size % 6), Name: null, Contact: null, IsAnother: size > 10), FarAhead),
        (state, on, size) => AssignCase.Decide(state, new(on, $"样例{size % 3}科", Person: null), FarAhead),
        (state, on, size) => size % 3 == 0
            ? ReturnCase.Decide(state, new(on, Reason: null), FarAhead)
            : SignForCase.Decide(state, new(on), FarAhead),
    ];
}
