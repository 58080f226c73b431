using Tracker.Domain.RecordCorrections;
using Tracker.Domain.Requests;
using Tracker.EventStore;

namespace Tracker.ReadModels.Corrections;

/// <summary>One 更正申请 (art 41) as its list asks for it. It holds nothing that depends on today.</summary>
/// <param name="ReceivedOn">收到之日</param>
/// <param name="Waiting">Evidence was asked for and has not come.</param>
/// <param name="EndedOn">When the applicant was told, or it was withdrawn or voided.</param>
/// <param name="Voided">作废</param>
/// <param name="AboutRequest">The information request whose answer held the record.</param>
public sealed record CorrectionRow(
    string Office,
    Guid Id,
    long Version,
    string Number,
    Channel Channel,
    ApplicantKind ApplicantKind,
    DateOnly FiledOn,
    DateOnly ReceivedOn,
    bool Waiting,
    RecordCorrectionOutcome? Outcome,
    DateOnly? EndedOn,
    bool Voided,
    Guid? AboutRequest)
{
    public bool IsOpen => Outcome is null && !Voided;

    /// <summary>收到以来的天数, in calendar days; up to the end if it has ended.</summary>
    public int DaysSinceReceipt(DateOnly today) => Math.Max(0, (EndedOn ?? today).DayNumber - ReceivedOn.DayNumber);

    public static CorrectionRow From(FoldedRecordCorrection folded) => From(folded.Key, folded.Version, folded.State);

    public static CorrectionRow From(StreamKey key, long version, RecordCorrectionState state)
    {
        var registration = state.Registration ?? throw new ArgumentException("What was never received has no row.", nameof(state));
        return new(
            key.Office,
            key.Id,
            version,
            registration.Number,
            registration.Channel,
            registration.ApplicantKind,
            registration.Dates.FiledOn,
            state.Receipt.On,
            state.AwaitedEvidence is not null,
            state.Result?.Outcome,
            state.Result?.On ?? state.Voiding?.VoidedOn,
            state.Voiding is not null,
            registration.AboutRequest);
    }
}
