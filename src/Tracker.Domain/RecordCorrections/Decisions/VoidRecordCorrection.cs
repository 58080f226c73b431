using Tracker.Domain.Requests;
using static Tracker.Domain.RecordCorrections.CorrectionFacts;

namespace Tracker.Domain.RecordCorrections.Decisions;

/// <summary>作废: the registration was a mistake, also where it has ended. Its number stays used and is shown as void.</summary>
public sealed record VoidRecordCorrection(DateOnly VoidedOn, Sealed<string>? Reason)
{
    public static Decision<RecordCorrectionEvent> Decide(RecordCorrectionState state, VoidRecordCorrection command, DateOnly today) => Unless(
        Writable(state)
            ?? (state.Voiding is { } before ? new RecordCorrectionVoid(before.VoidedOn) : null)
            ?? Since(state.Registration!.Dates.FiledOn, FactDate.Voiding, command.VoidedOn, today),
        new RecordCorrectionVoided(command.VoidedOn, command.Reason));
}
