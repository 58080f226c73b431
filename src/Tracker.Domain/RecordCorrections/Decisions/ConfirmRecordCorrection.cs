using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using static Tracker.Domain.RecordCorrections.CorrectionFacts;

namespace Tracker.Domain.RecordCorrections.Decisions;

/// <summary>与申请人确认收到 (art 31, by analogy): the day of receipt, where it could not be told before.</summary>
public sealed record ConfirmRecordCorrection(DateOnly ConfirmedOn)
{
    public static Decision<RecordCorrectionEvent> Decide(
        RecordCorrectionState state, ConfirmRecordCorrection command, WorkingCalendar calendar, DateOnly today) => Unless(
        Open(state)
            ?? (state.Receipt.Basis == ReceiptBasis.ConfirmationMissing ? null : new NoConfirmationAwaited())
            ?? Arrival(
                state.Registration!.Channel, state.Registration.Dates with { ConfirmedOn = command.ConfirmedOn }, calendar, today)
            ?? (state.FirstStepOn < command.ConfirmedOn ? new ConfirmedAfterAStep(state.FirstStepOn.Value) : null),
        new RecordCorrectionConfirmed(command.ConfirmedOn));
}
