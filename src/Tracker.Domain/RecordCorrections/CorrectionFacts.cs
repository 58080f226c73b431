using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;

namespace Tracker.Domain.RecordCorrections;

/// <summary>The checks the acts share. Each answers the refusal, or null when all is well.</summary>
internal static class CorrectionFacts
{
    /// <summary>It exists and has not ended.</summary>
    public static Refusal? Open(RecordCorrectionState state) => state switch
    {
        { IsRegistered: false } => new NoSuchRecordCorrection(),
        { Voiding: { } voiding } => new RecordCorrectionVoid(voiding.VoidedOn),
        { Result: { } result } => new RecordCorrectionEnded(result.Outcome, result.On),
        _ => null,
    };

    /// <summary>It exists and has a key under which a text can be sealed; it may have ended.</summary>
    public static Refusal? Writable(RecordCorrectionState state) => state switch
    {
        { IsRegistered: false } => new NoSuchRecordCorrection(),
        { PersonalDataErasedOn: { } erased } => new RecordCorrectionErasedBefore(erased),
        _ => null,
    };

    /// <summary>It happened no later than today and no earlier than the steps before it.</summary>
    public static Refusal? Follows(RecordCorrectionState state, FactDate date, DateOnly on, DateOnly today) =>
        Since(state.LastStepOn, date, on, today);

    /// <inheritdoc cref="Facts.Since"/>
    public static Refusal? Since(DateOnly earliest, FactDate date, DateOnly on, DateOnly today) => Facts.Since(earliest, date, on, today);

    /// <inheritdoc cref="Facts.NotAhead"/>
    public static Refusal? NotAhead(FactDate date, DateOnly on, DateOnly today) => Facts.NotAhead(date, on, today);

    /// <inheritdoc cref="Facts.Arrival"/>
    public static Refusal? Arrival(Channel channel, ReceiptDates dates, WorkingCalendar calendar, DateOnly today) =>
        Facts.Arrival(channel, dates, calendar, today);

    /// <summary>It was done after the steps before it, and the applicant was told of it then or later (art 41).</summary>
    public static Refusal? DoneAndTold(
        RecordCorrectionState state, FactDate done, DateOnly doneOn, DateOnly toldOn, DateOnly today) =>
        Open(state)
        ?? Follows(state, done, doneOn, today)
        ?? NotAhead(FactDate.RecordNotice, toldOn, today)
        ?? (toldOn < doneOn ? new ToldBeforeItWasDone(done, doneOn) : null);

    /// <summary>The fact, unless there is a reason against it.</summary>
    public static Decision<RecordCorrectionEvent> Unless(Refusal? reason, RecordCorrectionEvent happened) =>
        reason is not null ? new Refused<RecordCorrectionEvent>(reason) : new Accepted<RecordCorrectionEvent>([happened]);
}
