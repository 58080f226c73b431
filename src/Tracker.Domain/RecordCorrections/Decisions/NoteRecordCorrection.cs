using Tracker.Domain.Requests;
using static Tracker.Domain.RecordCorrections.CorrectionFacts;

namespace Tracker.Domain.RecordCorrections.Decisions;

/// <summary>办理备注: a word about the case, also after its end. It moves nothing, so the same words twice do no harm.</summary>
public sealed record NoteRecordCorrection(DateOnly NotedOn, Sealed<string>? Text)
{
    public static Decision<RecordCorrectionEvent> Decide(RecordCorrectionState state, NoteRecordCorrection command, DateOnly today) => Unless(
        Writable(state) ?? NotAhead(FactDate.Note, command.NotedOn, today),
        new RecordCorrectionNoted(command.NotedOn, command.Text));
}
