using FsCheck;
using FsCheck.Fluent;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.Requests;

/// <summary>One thing a clerk tries, some days after the step before. What the decisions refuse does not happen.</summary>
internal sealed record Attempt(int Act, int DaysLater, int Size);

/// <summary>A request and what was tried on it.</summary>
internal sealed record RandomHistory(RequestReceived Received, Attempt[] Attempts)
{
    private static readonly DateOnly FarAhead = On("2030-01-01");

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
        from act in Gen.Choose(0, 9)
        from days in Gen.Choose(0, 40)
        from size in Gen.Choose(1, 20)
        select new Attempt(act, days, size);

    private static Decision<RequestEvent> Try(RequestState state, Attempt attempt)
    {
        var on = state.LastFactOn.AddDays(attempt.DaysLater);
        return attempt.Act switch
        {
            < 3 => IssueSupplementNotice.Decide(state, new(on, on.AddDays(attempt.Size), Items: null), FarAhead),
            < 6 => ReceiveSupplement.Decide(state, new(on, Supplement: null), FarAhead),
            < 8 => ExtendAnswerTerm.Decide(state, new(on, attempt.Size, NotifiedOn: null, Reason: null), FarAhead),
            8 => AnswerRequest.Decide(state, new(Grounds.Find("disclosed")!, on, DocumentNumber: null, Statement: null), FarAhead),
            _ => WithdrawRequest.Decide(state, new(on, DocumentNumber: null, Statement: null), FarAhead),
        };
    }
}
