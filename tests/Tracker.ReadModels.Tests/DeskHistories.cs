using System.Collections.Immutable;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Offices;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;

namespace Tracker.ReadModels.Tests;

/// <summary>Random histories that go on inside the office: units, drafts, approvals, proposals, mistakes.</summary>
internal static class DeskHistories
{
    private static readonly string[] Units = ["样例一科", "样例二科", "100%_\\科"];

    public static async Task<ImmutableDictionary<Guid, RequestState>> WriteAsync(Book book, int seed, int count, string office = RandomHistories.Office)
    {
        var random = new Random(seed);
        var states = (await RandomHistories.WriteAsync(book, seed, count, office)).ToBuilder();
        foreach (var id in states.Keys.ToList())
        {
            for (var acts = random.Next(7); acts > 0; acts--)
            {
                var (choice, days, ground) = (random.Next(9), random.Next(9), Grounds.All[random.Next(Grounds.All.Length)]);
                var result = await RandomHistories.Store(book).ChangeAsync(
                    id, seenVersion: null, RandomHistories.Act(office), state => Act(state, choice, state.LastFactOn.AddDays(days), ground), default);
                if (result is Changed<RequestState, RequestEvent> changed)
                {
                    states[id] = changed.State;
                }
            }
        }

        return states.ToImmutable();
    }

    private static Decision<RequestEvent> Act(RequestState state, int choice, DateOnly on, Ground ground) => (choice, state.Draft?.Stage) switch
    {
        (0, _) => AssignCase.Decide(state, new(on, Units[on.Day % 3], null), RandomHistories.Today),
        (1, _) => SignForCase.Decide(state, new(on), RandomHistories.Today),
        (2, _) => ProposeExtension.Decide(state, new(on, 10, null), RandomHistories.Today),
        (3, _) => on.Day % 5 == 0
            ? VoidRequest.Decide(state, new(on, null), RandomHistories.Today)
            : ResumeHandling.Decide(state, new(on, null), RandomHistories.Today),
        (4, _) => OpenConsultation.Decide(
            state, new(ConsultationKind.ThirdParty, on, on.AddDays(1), null, IsAnotherParty: true, Sealed.Text("样例丙"), null), RandomHistories.Today),
        (_, null or DraftStage.Returned) => DraftAnswer.Decide(state, new(ground, on, null), RandomHistories.Today),
        (_, DraftStage.Drafted) => SubmitAnswer.Decide(state, new(on), RandomHistories.Today),
        (5, DraftStage.Submitted) => ReturnAnswer.Decide(state, new(on, null), RandomHistories.Today),
        (_, DraftStage.Submitted) => ApproveAnswer.Decide(state, new(on), RandomHistories.Today),
        (_, DraftStage.Approved or DraftStage.Issued) => IssueAnswer.Decide(state, new(on, "例公复〔2026〕1号"), OfficeState.None, RandomHistories.Today),
        _ => throw new ArgumentOutOfRangeException(nameof(choice)),
    };
}
