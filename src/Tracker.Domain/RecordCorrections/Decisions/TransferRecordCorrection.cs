using Tracker.Domain.Requests;
using static Tracker.Domain.RecordCorrections.CorrectionFacts;

namespace Tracker.Domain.RecordCorrections.Decisions;

/// <summary>转送有权更正的行政机关处理并告知申请人 (art 41): not within this agency's functions.</summary>
public sealed record TransferRecordCorrection(
    DateOnly TransferredOn, DateOnly ToldOn, string Agency, string? DocumentNumber, Sealed<string>? Statement)
{
    public static Decision<RecordCorrectionEvent> Decide(RecordCorrectionState state, TransferRecordCorrection command, DateOnly today) => Unless(
        DoneAndTold(state, FactDate.Transfer, command.TransferredOn, command.ToldOn, today),
        new RecordCorrectionTransferred(
            command.TransferredOn, command.ToldOn, command.Agency, command.DocumentNumber, command.Statement));
}
