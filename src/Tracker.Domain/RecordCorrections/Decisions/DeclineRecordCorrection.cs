using Tracker.Domain.Requests;
using static Tracker.Domain.RecordCorrections.CorrectionFacts;

namespace Tracker.Domain.RecordCorrections.Decisions;

/// <summary>审核不属实或者证据不足，不予更正 (art 41 asks for a correction only of what was 审核属实).</summary>
public sealed record DeclineRecordCorrection(
    DateOnly DecidedOn, DateOnly ToldOn, RecordFinding Finding, string? DocumentNumber, Sealed<string>? Reasons)
{
    public static Decision<RecordCorrectionEvent> Decide(RecordCorrectionState state, DeclineRecordCorrection command, DateOnly today) => Unless(
        DoneAndTold(state, FactDate.RecordFinding, command.DecidedOn, command.ToldOn, today),
        new RecordNotCorrected(command.DecidedOn, command.ToldOn, command.Finding, command.DocumentNumber, command.Reasons));
}
