using System.Diagnostics;
using Tracker.Domain.Requests;

namespace Tracker.Domain.RecordCorrections;

/// <summary>What is known of one 更正申请 after its events. Nothing sealed is opened here.</summary>
public sealed record RecordCorrectionState
{
    /// <summary>Before the first event.</summary>
    public static RecordCorrectionState None { get; } = new();

    /// <summary>As it was registered, the dates of its arrival as they are known now.</summary>
    public RecordCorrectionReceived? Registration { get; private init; }

    /// <summary>The evidence that was asked for and has not come.</summary>
    public RecordEvidenceAskedFor? AwaitedEvidence { get; private init; }

    /// <summary>The latest day on which evidence came after the registration.</summary>
    public DateOnly? LastEvidenceOn { get; private init; }

    public RecordCorrectionResult? Result { get; private init; }

    /// <summary>作废</summary>
    public RecordCorrectionVoided? Voiding { get; private init; }

    /// <summary>办理备注: how many there are; they move nothing.</summary>
    public int Notes { get; private init; }

    /// <summary>Since when nothing sealed can be read.</summary>
    public DateOnly? PersonalDataErasedOn { get; private init; }

    /// <summary>The first step after its arrival; none while nothing was done.</summary>
    public DateOnly? FirstStepOn { get; private init; }

    private DateOnly LaterStepOn { get; init; }

    public bool IsRegistered => Registration is not null;

    public bool HasEnded => Result is not null || Voiding is not null;

    /// <summary>收到之日, derived like that of an information request (art 31, by analogy): article 41 has no rule of its own.</summary>
    public Receipt Receipt => ReceiptRule.Of(Registered.Channel, Registered.Dates);

    /// <summary>The latest legal day of a step, the receipt among them; the next cannot lie before it.</summary>
    public DateOnly LastStepOn
    {
        get
        {
            var arrived = ReceiptRule.FirstStepOn(Registered.Channel, Registered.Dates);
            return arrived > LaterStepOn ? arrived : LaterStepOn;
        }
    }

    /// <summary>收到以来的天数, in calendar days and the day of receipt not counted; up to the end if it has ended. Article 41 sets no term.</summary>
    public int DaysSinceReceipt(DateOnly today) =>
        Math.Max(0, (Result?.On ?? Voiding?.VoidedOn ?? today).DayNumber - Receipt.On.DayNumber);

    private RecordCorrectionReceived Registered =>
        Registration ?? throw new InvalidOperationException("What was never received has no day of receipt.");

    public RecordCorrectionState Evolve(RecordCorrectionEvent happened) => happened switch
    {
        RecordCorrectionReceived e => this with { Registration = e },
        RecordCorrectionConfirmed e => this with { Registration = Registered with { Dates = Registered.Dates with { ConfirmedOn = e.ConfirmedOn } } },
        RecordEvidenceAskedFor e => Step(e.AskedOn) with { AwaitedEvidence = e },
        RecordEvidenceReceived e => Step(e.ReceivedOn) with { AwaitedEvidence = null, LastEvidenceOn = e.ReceivedOn },
        RecordCorrected e => End(new(RecordCorrectionOutcome.Corrected, e.ToldOn, e.DocumentNumber)),
        RecordNotCorrected e => End(new(RecordCorrectionOutcome.NotCorrected, e.ToldOn, e.DocumentNumber)),
        RecordCorrectionTransferred e => End(new(RecordCorrectionOutcome.Transferred, e.ToldOn, e.DocumentNumber, e.Agency)),
        RecordCorrectionReferred e => End(new(RecordCorrectionOutcome.Referred, e.ToldOn, e.DocumentNumber, e.Agency)),
        RecordCorrectionWithdrawn e => End(new(RecordCorrectionOutcome.Withdrawn, e.WithdrawnOn)),
        RecordCorrectionNoted => this with { Notes = Notes + 1 },
        RecordCorrectionVoided e => this with { Voiding = e, AwaitedEvidence = null },
        RecordCorrectionErased e => this with { PersonalDataErasedOn = e.ErasedOn },
        _ => throw new UnreachableException(),
    };

    private RecordCorrectionState Step(DateOnly on) => this with
    {
        FirstStepOn = FirstStepOn ?? on,
        LaterStepOn = on > LaterStepOn ? on : LaterStepOn,
    };

    private RecordCorrectionState End(RecordCorrectionResult result) => Step(result.On) with { Result = result, AwaitedEvidence = null };
}
