using Tracker.Domain.Requests;
using static Tracker.Domain.RecordCorrections.CorrectionFacts;

namespace Tracker.Domain.RecordCorrections.Decisions;

/// <summary>收到补充证据. It need not have been asked for: whoever wants his record corrected may bring more of his own accord.</summary>
public sealed record ReceiveRecordEvidence(DateOnly ReceivedOn, Sealed<string>? Evidence)
{
    public static Decision<RecordCorrectionEvent> Decide(RecordCorrectionState state, ReceiveRecordEvidence command, DateOnly today) => Unless(
        Open(state)
            ?? Follows(state, FactDate.Evidence, command.ReceivedOn, today)
            ?? (state.AwaitedEvidence is null && state.LastEvidenceOn == command.ReceivedOn ? new EvidenceAlreadyReceived(command.ReceivedOn) : null),
        new RecordEvidenceReceived(command.ReceivedOn, command.Evidence));
}
