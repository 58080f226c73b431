using Tracker.Domain.Requests;
using static Tracker.Domain.RecordCorrections.CorrectionFacts;

namespace Tracker.Domain.RecordCorrections.Decisions;

/// <summary>告知申请人向有权更正的行政机关提出 (art 41): the other way where it is not within this agency's functions.</summary>
public sealed record ReferRecordCorrection(DateOnly ToldOn, string Agency, string? DocumentNumber, Sealed<string>? Statement)
{
    public static Decision<RecordCorrectionEvent> Decide(RecordCorrectionState state, ReferRecordCorrection command, DateOnly today) => Unless(
        Open(state) ?? Follows(state, FactDate.RecordNotice, command.ToldOn, today),
        new RecordCorrectionReferred(command.ToldOn, command.Agency, command.DocumentNumber, command.Statement));
}
