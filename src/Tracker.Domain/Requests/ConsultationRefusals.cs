using Tracker.Domain.LegalTime;

namespace Tracker.Domain.Requests;

/// <summary>There is no consultation of that number.</summary>
public sealed record NoSuchConsultation(int Number) : CaseRefusal;

/// <summary>One of that kind was sent on that day; a second party of one day is named as such.</summary>
public sealed record ConsultationAlreadyOpened(ConsultationKind Kind, DateOnly SentOn) : CaseRefusal;

/// <summary>Received, answered or told of before it was sent.</summary>
public sealed record BeforeTheConsultation(FactDate Date, DateOnly On, DateOnly SentOn) : CaseRefusal;

/// <summary>The day the party had it is known already.</summary>
public sealed record ConsultationAlreadyServed(DateOnly On) : CaseRefusal;

/// <summary>Its opinion has arrived, or its time is over.</summary>
public sealed record ConsultationAlreadyClosed(DateOnly On) : CaseRefusal;

/// <summary>The party may still answer up to that day (arts 32, 34).</summary>
public sealed record OpinionStillAwaited(DateOnly Until) : CaseRefusal;

/// <summary>Another agency has no term that could lapse (art 34).</summary>
public sealed record NoTermToLapse : CaseRefusal;

/// <summary>The applicant has been told.</summary>
public sealed record ApplicantAlreadyToldOfConsultation(DateOnly On) : CaseRefusal;

/// <summary>Only a third party's objection is decided over (art 32).</summary>
public sealed record NoObjection : CaseRefusal;

/// <summary>It has been decided.</summary>
public sealed record DisclosureAlreadyDecided(DateOnly On) : CaseRefusal;

/// <summary>Nothing was decided that the third party could be told.</summary>
public sealed record DisclosureNotDecided : CaseRefusal;

/// <summary>The third party has been told.</summary>
public sealed record ThirdPartyAlreadyTold(DateOnly On) : CaseRefusal;
