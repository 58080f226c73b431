using FsCheck;
using FsCheck.Fluent;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;

namespace Tracker.Domain.Tests.Requests;

/// <summary>What holds for every history a clerk can make.</summary>
public sealed class CorrectionPropertyTests
{
    [Fact]
    public void What_is_taken_back_counts_as_never_made() => Prop.ForAll(RandomHistory.Any, history =>
    {
        var states = history.States().ToList();
        return states.Zip(states.Skip(1)).All(step => AfterTakingBack(step.Second) is not { } undone
            || step.Second.Version != step.First.Version + 1 // an act of two facts is taken back one by one
            || step.Second.TakenBack.Length > step.First.TakenBack.Length
            || TakeBackEntry.LatestOf(step.Second)?.Version != step.Second.Version
            || Same(step.First, undone));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Everything_can_be_taken_back_down_to_the_registration_and_the_table_is_the_first_one() => Prop.ForAll(RandomHistory.Any, history =>
    {
        var states = history.States().ToList();
        var state = states[^1];
        while (AfterTakingBack(state) is { } undone)
        {
            state = undone;
        }

        return !state.Parts.IsEmpty || Same(states[0], state); // notes move nothing; a split stays
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_account_of_every_year_balances_after_every_step() => Prop.ForAll(RandomHistory.Any, history =>
        history.States().All(state => Enumerable.Range(2007, 25).All(year =>
            RequestFact.Of(state) is not { } fact
            || Identities.Check(SectionThree.Count([new(fact, 1)], ReportForm.For(year), year)).All(check => check.Holds))))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_clock_can_be_read_and_accounted_for_after_every_step() => Prop.ForAll(RandomHistory.Any, history =>
        history.States().All(state => RequestClock.Read(state, WorkingCalendar.Embedded) is var reading
            && !reading.Account(RandomHistory.FarAhead).IsEmpty
            && (reading.State == ClockState.Closed) == state.IsClosed))
        .QuickCheckThrowOnFailure();

    private static RequestState? AfterTakingBack(RequestState state) =>
        TakeBackEntry.LatestOf(state) is { } latest
        && TakeBackEntry.Decide(state, new(latest.Version, RandomHistory.FarAhead, Reason: null), RandomHistory.FarAhead) is Accepted<RequestEvent>(var facts)
            ? facts.Aggregate(state, (before, happened) => before.Evolve(happened))
            : null;

    private static bool Same(RequestState one, RequestState other) =>
        RequestFact.Of(one) == RequestFact.Of(other)
        && one.LastFactOn == other.LastFactOn
        && ClockFacts.Of(one).SequenceEqual(ClockFacts.Of(other))
        && one.Consultations.SequenceEqual(other.Consultations)
        && one.PartsEver.SequenceEqual(other.PartsEver)
        && one.ReAnswers.Length == other.ReAnswers.Length
        && Results(one).Zip(Results(other)).All(pair => Same(pair.First, pair.Second))
        && (one.ProposedExtension, one.Reasons, one.Voiding, one.Reopening, one.Draft) == (other.ProposedExtension, other.Reasons, other.Voiding, other.Reopening, other.Draft);

    private static IEnumerable<RequestResult?> Results(RequestState state) => [state.Result, .. state.ReAnswers];

    private static bool Same(RequestResult? one, RequestResult? other) => one is null || other is null
        ? one == other
        : one with { WithheldParts = [] } == other with { WithheldParts = [] } && one.WithheldParts.SequenceEqual(other.WithheldParts);
}
