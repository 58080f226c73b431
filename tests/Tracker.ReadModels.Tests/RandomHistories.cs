using System.Collections.Immutable;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;

namespace Tracker.ReadModels.Tests;

/// <summary>Requests with random lawful histories, written act by act as clerks would.</summary>
internal static class RandomHistories
{
    public const string Office = "test-office";
    public static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 1, 0, 0, TimeSpan.Zero);

    public static Act Act(string office = Office) => new(office, "system:test", Guid.CreateVersion7(), EventStore.Act.FromPage, Now);

    public static RequestStore Store(Book book) => new(book, CaseRows.Write);

    /// <summary>Writes <paramref name="count"/> requests; the same seed gives the same histories.</summary>
    public static async Task<ImmutableDictionary<Guid, RequestState>> WriteAsync(Book book, int seed, int count, string office = Office)
    {
        var random = new Random(seed);
        var states = ImmutableDictionary.CreateBuilder<Guid, RequestState>();
        for (var place = 0; place < count; place++)
        {
            var id = Guid.CreateVersion7();
            states.Add(id, await OneAsync(Store(book), random, id, office));
        }

        return states.ToImmutable();
    }

    private static async Task<RequestState> OneAsync(RequestStore store, Random random, Guid id, string office)
    {
        var filed = new DateOnly(2021, 1, 1).AddDays(random.Next(5 * 365));
        var confirmed = random.Next(4) == 0 ? (DateOnly?)null : filed.AddDays(random.Next(5));
        var received = await store.StartAsync(
            id,
            Act(office),
            number => ReceiveRequest.Decide(
                RequestState.None,
                new(
                    number,
                    (Channel)random.Next(6),
                    new(filed, SignedForOn: confirmed, ConfirmedOn: confirmed),
                    (ApplicantKind)random.Next(6),
                    Sealed.Text("样例")),
                WorkingCalendar.Embedded,
                Today),
            default);
        var (state, version) = (Assert.IsType<Changed<RequestState, RequestEvent>>(received).State, 1L);
        for (var acts = random.Next(5); acts > 0; acts--)
        {
            var on = state.LastFactOn.AddDays(random.Next(40));
            var choice = random.Next(9);
            var ground = Grounds.All[random.Next(Grounds.All.Length)];
            var result = await store.ChangeAsync(id, version, Act(office), current => Act(current, choice, on, ground), default);
            if (result is Changed<RequestState, RequestEvent> changed)
            {
                (state, version) = (changed.State, changed.Version);
            }
        }

        return state;
    }

    private static Decision<RequestEvent> Act(RequestState state, int choice, DateOnly on, Ground ground) => choice switch
    {
        0 => IssueSupplementNotice.Decide(state, new(on, on.AddDays(14), null), Today),
        1 => ReceiveSupplement.Decide(state, new(on, null), Today),
        2 => ExtendAnswerTerm.Decide(state, new(on, 10, null, null), Today),
        3 => AnswerRequest.Decide(state, new(ground, on, null, null), Today),
        4 => OpenConsultation.Decide(state, new((ConsultationKind)(on.Day % 3), on, null, null, IsAnotherParty: true, Sealed.Text("样例乙"), null), Today),
        5 => ReceiveOpinion.Decide(state, new(state.Consultations.Length, on, Opinion.Consents, null), Today),
        6 => IssueFeeNotice.Decide(state, new(FeeScale.ByPage, 68, null, on, null, null), Today),
        7 => PayFee.Decide(state, new(on), Today),
        _ => WithdrawRequest.Decide(state, new(on, null, null), Today),
    };
}
