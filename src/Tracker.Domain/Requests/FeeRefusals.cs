using Tracker.Domain.LegalTime;

namespace Tracker.Domain.Requests;

/// <summary>A notice is open; a second one can only follow its payment or waiver.</summary>
public sealed record FeeNoticeAlreadyOpen(DateOnly IssuedOn) : CaseRefusal;

/// <summary>One of two scales for a request, never both (国办函〔2020〕109号).</summary>
public sealed record FeeScaleAlreadyChosen(FeeScale Scale) : CaseRefusal;

/// <summary>Not a number of items or pages.</summary>
public sealed record FeeCountNotAllowed(int Count, int AtMost) : CaseRefusal;

/// <summary>So many are free of charge (国办函〔2020〕109号).</summary>
public sealed record NothingToCharge(FeeScale Scale, int Count) : CaseRefusal;

/// <summary>By item, the requests of the month must be known.</summary>
public sealed record RequestsInMonthMissing : CaseRefusal;

/// <summary>The count charged for departs from the requests of the month, and nobody says why.</summary>
public sealed record FeeCountNeedsReason(int Count, int RequestsInMonth) : CaseRefusal;

/// <summary>The applicant had the notice, or paid, before it was sent.</summary>
public sealed record BeforeTheFeeNotice(FactDate Date, DateOnly On, DateOnly IssuedOn) : CaseRefusal;

/// <summary>The day the applicant had the notice is known already.</summary>
public sealed record FeeNoticeAlreadyServed(DateOnly On) : CaseRefusal;

/// <summary>A payment, a waiver or an overdue fee nobody asked for.</summary>
public sealed record NoFeeAsked : CaseRefusal;

/// <summary>Whether the time to pay is over cannot be said while nobody knows when the applicant had the notice.</summary>
public sealed record FeeNoticeNotServed : CaseRefusal;

/// <summary>The fee may still be paid up to that day.</summary>
public sealed record PaymentStillAwaited(DateOnly Until) : CaseRefusal;
