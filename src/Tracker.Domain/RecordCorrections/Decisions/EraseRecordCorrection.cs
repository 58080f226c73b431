using static Tracker.Domain.RecordCorrections.CorrectionFacts;

namespace Tracker.Domain.RecordCorrections.Decisions;

/// <summary>
/// 删除个人信息 (个人信息保护法 art 47): the key under which everything personal of the case is sealed is destroyed. Only after its end, as
/// for an information request.
/// </summary>
/// <param name="On">The legal day.</param>
public sealed record EraseRecordCorrection(DateOnly On)
{
    public static Decision<RecordCorrectionEvent> Decide(RecordCorrectionState state, EraseRecordCorrection command) => Unless(
        Writable(state) ?? (state.HasEnded ? null : new RecordCorrectionStillOpen()),
        new RecordCorrectionErased(command.On));
}
