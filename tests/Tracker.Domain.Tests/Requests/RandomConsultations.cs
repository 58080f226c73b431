using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Requests.RandomHistory;

namespace Tracker.Domain.Tests.Requests;

/// <summary>What is tried about consultations, also days before the latest step, beside which they run.</summary>
internal static class RandomConsultations
{
    public static readonly Func<RequestState, DateOnly, int, Decision<RequestEvent>>[] Acts =
    [
        (state, on, size) => Ask(state, on, size, ConsultationKind.ThirdParty),
        (state, on, size) => Ask(state, on, size, ConsultationKind.CoAuthor),
        (state, on, size) => Ask(state, on, size, ConsultationKind.OtherAgency),
        (state, on, size) => ServeConsultation.Decide(state, new(Which(state, size), on.AddDays(-size)), FarAhead),
        (state, on, size) => ReceiveOpinion.Decide(state, new(Which(state, size), on.AddDays(-size), (Opinion)(size % 4), Text: null), FarAhead),
        (state, on, size) => ReceiveOpinion.Decide(state, new(Which(state, size), on, (Opinion)(size % 4), Text: null), FarAhead),
        (state, on, size) => LetConsultationLapse.Decide(state, new(Which(state, size), on), WorkingCalendar.Embedded, FarAhead),
        (state, on, size) => TellApplicantOfConsultation.Decide(state, new(Which(state, size), on), FarAhead),
        (state, on, size) => DecideOverObjection.Decide(state, new(Which(state, size), on, size % 2 == 0 ? on : null, Reasons: null), FarAhead),
        (state, on, size) => TellThirdPartyOfDisclosure.Decide(state, new(Which(state, size), on), FarAhead),
    ];

    private static int Which(RequestState state, int size) => state.Consultations.Length == 0 ? 1 : 1 + (size % state.Consultations.Length);

    private static Decision<RequestEvent> Ask(RequestState state, DateOnly on, int size, ConsultationKind kind)
    {
        var sent = on.AddDays(-size);
        return OpenConsultation.Decide(
            state, new(kind, sent, size % 3 == 0 ? sent.AddDays(size / 3) : null, size % 5 == 0 ? sent : null, size % 2 == 0, Party: null, Matter: null), FarAhead);
    }
}
