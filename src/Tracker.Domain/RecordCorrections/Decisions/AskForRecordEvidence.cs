using Tracker.Domain.Requests;
using static Tracker.Domain.RecordCorrections.CorrectionFacts;

namespace Tracker.Domain.RecordCorrections.Decisions;

/// <summary>要求补充证据 (art 41: 有证据证明…). The law sets no term, neither for asking nor for answering.</summary>
public sealed record AskForRecordEvidence(DateOnly AskedOn, Sealed<string>? Items)
{
    public static Decision<RecordCorrectionEvent> Decide(RecordCorrectionState state, AskForRecordEvidence command, DateOnly today) => Unless(
        Open(state)
            ?? (state.AwaitedEvidence is { } awaited ? new EvidenceAlreadyAskedFor(awaited.AskedOn) : null)
            ?? Follows(state, FactDate.EvidenceDemand, command.AskedOn, today),
        new RecordEvidenceAskedFor(command.AskedOn, command.Items));
}
