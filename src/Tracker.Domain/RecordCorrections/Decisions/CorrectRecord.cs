using Tracker.Domain.Requests;
using static Tracker.Domain.RecordCorrections.CorrectionFacts;

namespace Tracker.Domain.RecordCorrections.Decisions;

/// <summary>审核属实，予以更正并告知申请人 (art 41). Evidence still awaited is no hindrance: the agency may have found it itself.</summary>
public sealed record CorrectRecord(DateOnly CorrectedOn, DateOnly ToldOn, string? DocumentNumber, Sealed<string>? Statement)
{
    public static Decision<RecordCorrectionEvent> Decide(RecordCorrectionState state, CorrectRecord command, DateOnly today) => Unless(
        DoneAndTold(state, FactDate.Correction, command.CorrectedOn, command.ToldOn, today),
        new RecordCorrected(command.CorrectedOn, command.ToldOn, command.DocumentNumber, command.Statement));
}
