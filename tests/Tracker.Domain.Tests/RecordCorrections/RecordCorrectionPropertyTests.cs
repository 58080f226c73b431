using FsCheck;
using FsCheck.Fluent;
using Tracker.Domain.LegalTime;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.RecordCorrections.Decisions;
using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.RecordCorrections;

/// <summary>What holds for whatever a clerk tries, in whatever order.</summary>
public sealed class RecordCorrectionPropertyTests
{
    private static readonly DateOnly FarAhead = On("2030-01-01");

    private static readonly Func<RecordCorrectionState, DateOnly, int, Decision<RecordCorrectionEvent>>[] Acts =
    [
        (state, on, _) => ConfirmRecordCorrection.Decide(state, new(on), WorkingCalendar.Embedded, FarAhead),
        (state, on, _) => AskForRecordEvidence.Decide(state, new(on, Items: null), FarAhead),
        (state, on, _) => AskForRecordEvidence.Decide(state, new(on, Items: null), FarAhead),
        (state, on, _) => ReceiveRecordEvidence.Decide(state, new(on, Evidence: null), FarAhead),
        (state, on, _) => ReceiveRecordEvidence.Decide(state, new(on, Evidence: null), FarAhead),
        (state, on, _) => NoteRecordCorrection.Decide(state, new(on, Text: null), FarAhead),
        (state, on, size) => CorrectRecord.Decide(state, new(on, on.AddDays(size - 5), DocumentNumber: null, Statement: null), FarAhead),
        (state, on, size) => DeclineRecordCorrection.Decide(
            state, new(on, on.AddDays(size - 5), RecordFinding.NotTrue, DocumentNumber: null, Reasons: null), FarAhead),
        (state, on, size) => TransferRecordCorrection.Decide(
            state, new(on, on.AddDays(size - 5), "样例局", DocumentNumber: null, Statement: null), FarAhead),
        (state, on, _) => ReferRecordCorrection.Decide(state, new(on, "样例局", DocumentNumber: null, Statement: null), FarAhead),
        (state, on, _) => WithdrawRecordCorrection.Decide(state, new(on, Statement: null), FarAhead),
        (state, on, _) => VoidRecordCorrection.Decide(state, new(on, Reason: null), FarAhead),
        (state, on, _) => EraseRecordCorrection.Decide(state, new(on)),
    ];

    private static readonly Arbitrary<(RecordCorrectionReceived Received, (int Act, int Days, int Size)[] Tried)> Any = (
        from channel in Gen.Elements(Enum.GetValues<Channel>())
        from filed in Gen.Choose(0, 7000).Select(On("2007-01-01").AddDays)
        from later in Gen.Choose(0, 20)
        from known in Gen.Elements(true, false)
        from tried in (
            from act in Gen.Choose(0, Acts.Length - 1)
            from days in Gen.Choose(-3, 20)
            from size in Gen.Choose(1, 20)
            select (act, days, size)).ArrayOf()
        let arrived = known ? filed.AddDays(later) : (DateOnly?)null
        select (Corrections.Received(channel, new(filed, SignedForOn: arrived, ConfirmedOn: arrived)), tried)).ToArbitrary();

    [Fact]
    public void No_order_of_acts_breaks_a_rule_and_every_state_makes_sense() => Prop.ForAll(Any, history =>
    {
        var states = States(history.Received, history.Tried).ToList();
        return states.All(state => state.LastStepOn >= state.Receipt.On && state.DaysSinceReceipt(FarAhead) >= 0)
            && states.Zip(states.Skip(1)).All(step =>
                step.Second.LastStepOn >= step.First.LastStepOn
                && (step.First.Result is null || step.Second.Result == step.First.Result)
                && (!step.First.HasEnded || step.Second.HasEnded)
                && (step.Second.AwaitedEvidence is null || !step.Second.HasEnded)
                && (step.Second.PersonalDataErasedOn is null || step.Second.HasEnded));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_act_that_is_accepted_is_one_fact_and_moves_the_state() => Prop.ForAll(Any, history =>
        States(history.Received, history.Tried).Zip(States(history.Received, history.Tried).Skip(1)).All(step => step.First != step.Second))
        .QuickCheckThrowOnFailure();

    private static IEnumerable<RecordCorrectionState> States(RecordCorrectionReceived received, (int Act, int Days, int Size)[] tried)
    {
        var state = Corrections.Events(received);
        yield return state;
        foreach (var (act, days, size) in tried)
        {
            if (Acts[act](state, state.LastStepOn.AddDays(days), size) is Accepted<RecordCorrectionEvent>(var events))
            {
                state = state.Evolve(events.Single());
                yield return state;
            }
        }
    }
}
