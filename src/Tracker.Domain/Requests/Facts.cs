using Tracker.Domain.LegalTime;

namespace Tracker.Domain.Requests;

/// <summary>The checks every act shares. Each answers the refusal, or null when all is well.</summary>
internal static class Facts
{
    /// <summary>The request exists and has no result yet.</summary>
    public static RequestRefusal? Open(RequestState state) => state switch
    {
        { IsRegistered: false } => new NotRegistered(),
        { Voiding: { } voiding } => new EntryVoid(voiding.VoidedOn),
        { IsReopened: true, Reopening: { } reopening } => new BeingHandledAgain(reopening.On),
        { Result: { } result } => new AlreadyClosed(result.Ground, result.On),
        _ => null,
    };

    /// <summary>An answer to it is awaited: the first, or a new one after it was taken up again.</summary>
    public static RequestRefusal? AwaitsAnswer(RequestState state) => state.IsReopened ? null : Open(state);

    /// <summary>The request exists, was no mistake, and has a key under which a reason can be sealed; it may have ended.</summary>
    public static RequestRefusal? Valid(RequestState state) => state switch
    {
        { IsRegistered: false } => new NotRegistered(),
        { Voiding: { } voiding } => new EntryVoid(voiding.VoidedOn),
        { PersonalDataErasedOn: { } erased } => new PersonalDataAlreadyErased(erased),
        _ => null,
    };

    /// <summary>The request exists and has a key under which something can be sealed; it may have ended, or be void.</summary>
    public static RequestRefusal? Readable(RequestState state) => state switch
    {
        { IsRegistered: false } => new NotRegistered(),
        { PersonalDataErasedOn: { } erased } => new PersonalDataAlreadyErased(erased),
        _ => null,
    };

    /// <summary>The step happened no later than today and no earlier than the steps before it.</summary>
    public static RequestRefusal? Follows(RequestState state, FactDate date, DateOnly on, DateOnly today) =>
        Since(state.LastStepOn, date, on, today);

    /// <summary>What ends the request also comes after whatever ran beside its steps.</summary>
    public static RequestRefusal? Ends(RequestState state, FactDate date, DateOnly on, DateOnly today) =>
        Since(state.LastFactOn, date, on, today);

    /// <summary>It happened no later than today and no earlier than what it follows.</summary>
    public static RequestRefusal? Since(DateOnly earliest, FactDate date, DateOnly on, DateOnly today) =>
        NotAhead(date, on, today) ?? (on < earliest ? new BeforeAnEarlierStep(date, on, earliest) : null);

    public static RequestRefusal? NotAhead(FactDate date, DateOnly on, DateOnly today) =>
        on > today ? new InTheFuture(date, on, today) : null;

    /// <summary>The dates of an arrival can all have been: known to the calendar, past, after the filing, and in their order (art 31).</summary>
    public static RequestRefusal? Arrival(Channel channel, ReceiptDates dates, WorkingCalendar calendar, DateOnly today)
    {
        var filed = dates.FiledOn;
        return filed < calendar.FirstDay
            ? new BeforeTheCalendar(FactDate.Filed, filed, calendar.FirstDay)
            : dates.Known.Select(date => Arrives(date.Date, date.On, filed, today)).FirstOrDefault(wrong => wrong is not null)
                ?? (dates.OutOfOrder(channel) is var (late, on, step) ? new BeforeAnEarlierStep(late, on, step) : null);
    }

    private static RequestRefusal? Arrives(FactDate date, DateOnly on, DateOnly filed, DateOnly today) =>
        NotAhead(date, on, today) ?? (on < filed ? new ArrivalBeforeFiling(date, on, filed) : null);

    /// <summary>A fact that could have happened before this one became known and could not after it.</summary>
    public static RequestRefusal? Contradiction(RequestState state, RequestEvent known, WorkingCalendar calendar, DateOnly today) =>
        ImpossibleFacts.FirstOf(ClockFacts.Of(state), calendar, today) is null
        && ImpossibleFacts.FirstOf(ClockFacts.Of(state.Evolve(known)), calendar, today) is ({ } fact, var why)
            ? new ReceiptContradictsFact(why, fact.On)
            : null;

    /// <summary>No more than five years ahead: a slip of the pen, which no count of days shall follow.</summary>
    public static RequestRefusal? NotTooFar(FactDate date, DateOnly on, DateOnly from)
    {
        const int years = 5;
        return from.AddYears(years) is var latest && on > latest ? new TooFarAhead(date, on, latest) : null;
    }

    /// <summary>The consultation was opened, and this happened to it no earlier; also after the answer, for letters cross.</summary>
    public static RequestRefusal? Asked(RequestState state, int number, FactDate date, DateOnly on, DateOnly today, out Consultation asked)
    {
        asked = state.Consultations.Numbered(number)!; // where there is none, the refusal says so
        return Valid(state)
            ?? (asked is null ? new NoSuchConsultation(number) : null)
            ?? NotAhead(date, on, today)
            ?? (on < asked!.SentOn ? new BeforeTheConsultation(date, on, asked.SentOn) : null);
    }

    /// <summary>The same, and it is still open.</summary>
    public static RequestRefusal? Awaited(RequestState state, int number, FactDate date, DateOnly on, DateOnly today, out Consultation asked) =>
        Asked(state, number, date, on, today, out asked) ?? (asked.ClosedOn is { } closed ? new ConsultationAlreadyClosed(closed) : null);

    /// <summary>A fee was asked for and is neither paid nor waived.</summary>
    public static RequestRefusal? FeeAsked(RequestState state, out FeeNoticeIssued notice)
    {
        notice = state.OpenFeeNotice!; // where there is none, the refusal says so
        return Open(state) ?? (notice is null ? new NoFeeAsked() : null);
    }

    /// <summary>The applicant has the notice no later than today and not before it was sent.</summary>
    public static RequestRefusal? FeeServed(DateOnly issuedOn, DateOnly receivedOn, DateOnly today) =>
        NotAhead(FactDate.FeeNoticeService, receivedOn, today)
        ?? (receivedOn < issuedOn ? new BeforeTheFeeNotice(FactDate.FeeNoticeService, receivedOn, issuedOn) : null);

    /// <summary>The facts, unless there is a reason against them.</summary>
    public static Decision<RequestEvent> Unless(RequestRefusal? reason, params ReadOnlySpan<RequestEvent> events) =>
        reason is not null ? Refuse(reason) : Accept(events);

    public static Decision<RequestEvent> Accept(params ReadOnlySpan<RequestEvent> events) => new Accepted<RequestEvent>([.. events]);

    public static Decision<RequestEvent> Refuse(RequestRefusal reason) => new Refused<RequestEvent>(reason);
}
