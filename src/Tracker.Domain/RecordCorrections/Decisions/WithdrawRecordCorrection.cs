using Tracker.Domain.Requests;
using static Tracker.Domain.RecordCorrections.CorrectionFacts;

namespace Tracker.Domain.RecordCorrections.Decisions;

/// <summary>撤回: the applicant no longer wants it.</summary>
public sealed record WithdrawRecordCorrection(DateOnly WithdrawnOn, Sealed<string>? Statement)
{
    public static Decision<RecordCorrectionEvent> Decide(RecordCorrectionState state, WithdrawRecordCorrection command, DateOnly today) => Unless(
        Open(state) ?? Follows(state, FactDate.Withdrawal, command.WithdrawnOn, today),
        new RecordCorrectionWithdrawn(command.WithdrawnOn, command.Statement));
}
