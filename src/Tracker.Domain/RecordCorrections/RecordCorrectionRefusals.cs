using Tracker.Domain.Requests;

namespace Tracker.Domain.RecordCorrections;

/// <summary>
/// Why an act on a 更正申请 is not possible. The family is closed; what is wrong with a date alone is said by the refusals of requests.
/// </summary>
public abstract record RecordCorrectionRefusal : Refusal
{
    private protected RecordCorrectionRefusal() { }
}

/// <summary>It is already registered.</summary>
public sealed record RecordCorrectionAlreadyReceived : RecordCorrectionRefusal;

/// <summary>There is no such case.</summary>
public sealed record NoSuchRecordCorrection : RecordCorrectionRefusal;

/// <summary>It has its result; nothing further happens to it.</summary>
public sealed record RecordCorrectionEnded(RecordCorrectionOutcome Outcome, DateOnly On) : RecordCorrectionRefusal;

/// <summary>The registration is void; nothing further happens to it.</summary>
public sealed record RecordCorrectionVoid(DateOnly On) : RecordCorrectionRefusal;

/// <summary>Nothing personal is left, nor a key to seal anything under.</summary>
public sealed record RecordCorrectionErasedBefore(DateOnly On) : RecordCorrectionRefusal;

/// <summary>It has no result yet, so what is personal is still needed.</summary>
public sealed record RecordCorrectionStillOpen : RecordCorrectionRefusal;

/// <summary>The request it names was never answered, so no answer of it held a record.</summary>
public sealed record AboutUnansweredRequest(string Number) : RecordCorrectionRefusal;

/// <summary>Nobody asks for the correction of a record before he was given it.</summary>
public sealed record FiledBeforeTheAnswer(string Number, DateOnly AnsweredOn) : RecordCorrectionRefusal;

/// <summary>The day of receipt waits for no confirmation: the channel needs none, or it is known.</summary>
public sealed record NoConfirmationAwaited : RecordCorrectionRefusal;

/// <summary>A step was taken before that day, which would then have preceded the receipt.</summary>
public sealed record ConfirmedAfterAStep(DateOnly StepOn) : RecordCorrectionRefusal;

/// <summary>Evidence is awaited already.</summary>
public sealed record EvidenceAlreadyAskedFor(DateOnly AskedOn) : RecordCorrectionRefusal;

/// <summary>Evidence that nobody asked for came on that day already; most likely it is the same.</summary>
public sealed record EvidenceAlreadyReceived(DateOnly ReceivedOn) : RecordCorrectionRefusal;

/// <summary>The applicant was told of it before it was done.</summary>
public sealed record ToldBeforeItWasDone(FactDate Done, DateOnly DoneOn) : RecordCorrectionRefusal;
