using FsCheck;
using FsCheck.Fluent;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.Requests;

/// <summary>One thing a clerk tries, some days after the step before. What the decisions refuse does not happen.</summary>
/// <param name="Act">What.</param>
/// <param name="DaysLater">Days after the latest fact; what runs beside the steps may lie before it.</param>
/// <param name="Size">Working days, days of a period, or which of several.</param>
internal sealed record Attempt(int Act, int DaysLater, int Size);

/// <summary>A request and what was tried on it.</summary>
internal sealed record RandomHistory(RequestReceived Received, Attempt[] Attempts)
{
    public static readonly DateOnly FarAhead = On("2030-01-01");

    public static Arbitrary<RandomHistory> Any { get; } = (
        from received in Registrations()
        from attempts in Attempting().ArrayOf()
        select new RandomHistory(received, attempts)).ToArbitrary();

    /// <summary>The states it went through, the first one just registered.</summary>
    public IEnumerable<RequestState> States()
    {
        var state = Given.Events(Received);
        yield return state;
        foreach (var attempt in Attempts)
        {
            if (Try(state, attempt) is Accepted<RequestEvent> accepted)
            {
                state = accepted.Events.Aggregate(state, (before, happened) => before.Evolve(happened));
                yield return state;
            }
        }
    }

    public override string ToString() => $"{Received.Channel} {Received.Dates}: {string.Join(", ", Attempts.AsEnumerable())}";

    private static Gen<RequestReceived> Registrations() =>
        from channel in Gen.Elements(Enum.GetValues<Channel>())
        from filed in Gen.Choose(0, 7300).Select(On("2007-01-01").AddDays)
        from later in Gen.Choose(0, 30).ArrayOf(5)
        from known in Gen.Elements(true, false).ArrayOf(5)
        from acknowledged in Gen.Elements(true, false)
        let dates = later.Zip(known, (days, isKnown) => isKnown ? filed.AddDays(days) : (DateOnly?)null).ToArray()
        select Given.Received(channel, new(filed, dates[0], dates[1], dates[2], dates[3], dates[4], acknowledged));

    private static Gen<Attempt> Attempting() =>
        from act in Gen.Choose(0, Acts.Length - 1)
        from days in Gen.Choose(0, 40)
        from size in Gen.Choose(1, 20)
        select new Attempt(act, days, size);

    private static Decision<RequestEvent> Try(RequestState state, Attempt attempt) =>
        Acts[attempt.Act](state, state.LastFactOn.AddDays(attempt.DaysLater), attempt.Size);

    /// <summary>What is tried more often stands here more often.</summary>
    private static readonly Func<RequestState, DateOnly, int, Decision<RequestEvent>>[] Acts =
    [
        AskForSupplement,
        AskForSupplement,
        AskForSupplement,
        Supplement,
        Supplement,
        Supplement,
        Extend,
        Extend,
        Rarely((state, on) => AnswerRequest.Decide(state, new(Grounds.Find("disclosed")!, on, DocumentNumber: null, Statement: null), FarAhead)),
        Rarely((state, on) => WithdrawRequest.Decide(state, new(on, DocumentNumber: null, Statement: null), FarAhead)),
        .. RandomConsultations.Acts,
        .. RandomFees.Acts,
        .. RandomReasons.Acts,
        .. RandomReceipts.Acts,
        .. RandomCorrections.Acts,
        .. RandomApplicants.Acts,
        (state, on, size) => ProposeExtension.Decide(state, new(on, size, Reason: null), FarAhead),
        (state, on, size) => ApproveExtension.Decide(state, new(on, size % 2 == 0 ? on.AddDays(size) : null), FarAhead),
        (state, on, size) => size % 3 == 0 ? ReturnExtension.Decide(state, new(on, Reason: null), FarAhead) : new Accepted<RequestEvent>([]),
        (state, on, _) => TellApplicantOfExtension.Decide(state, new(on), FarAhead),
        Rarely((state, on) => CloseAsSupplementOverdue.Decide(
            state, new(on.AddDays(20), DocumentNumber: null, Statement: null), WorkingCalendar.Embedded, FarAhead)),
        Rarely((state, on) => CloseAsCeased.Decide(state, new(on, DocumentNumber: null, Statement: null), FarAhead)),
        .. RandomAnswers.Acts,
    ];

    /// <summary>What ends a request, and with it a history, is tried one time in five.</summary>
    public static Func<RequestState, DateOnly, int, Decision<RequestEvent>> Rarely(Func<RequestState, DateOnly, Decision<RequestEvent>> act) =>
        (state, on, size) => size % 5 == 0 ? act(state, on) : new Accepted<RequestEvent>([]);

    private static Decision<RequestEvent> AskForSupplement(RequestState state, DateOnly on, int size) =>
        IssueSupplementNotice.Decide(state, new(on, on.AddDays(size), Items: null), FarAhead);

    private static Decision<RequestEvent> Supplement(RequestState state, DateOnly on, int size) =>
        ReceiveSupplement.Decide(state, new(on, Supplement: null), FarAhead);

    private static Decision<RequestEvent> Extend(RequestState state, DateOnly on, int size) =>
        ExtendAnswerTerm.Decide(state, new(on, size, NotifiedOn: null, Reason: null), FarAhead);
}
