namespace Tracker.Domain.Requests;

/// <summary>Why an act on a request is not possible. The family is closed; each has one sentence in Wording.</summary>
public abstract record RequestRefusal : Refusal
{
    private protected RequestRefusal() { }
}

/// <summary>Of an act that is done at the case itself; no row of a register file ever does it.</summary>
public abstract record CaseRefusal : RequestRefusal
{
    private protected CaseRefusal() { }
}

/// <summary>The request is already registered with other facts.</summary>
public sealed record AlreadyRegistered : RequestRefusal;

/// <summary>There is no such request.</summary>
public sealed record NotRegistered : RequestRefusal;

/// <summary>A day that lies ahead cannot have happened.</summary>
public sealed record InTheFuture(FactDate Date, DateOnly On, DateOnly Today) : RequestRefusal;

/// <summary>A day before the working-day calendar begins.</summary>
public sealed record BeforeTheCalendar(FactDate Date, DateOnly On, DateOnly FirstDay) : RequestRefusal;

/// <summary>Nothing arrives, is signed for or is confirmed before it was sent.</summary>
public sealed record ArrivalBeforeFiling(FactDate Date, DateOnly On, DateOnly FiledOn) : RequestRefusal;

/// <summary>A step that lies before the step it follows.</summary>
public sealed record BeforeAnEarlierStep(FactDate Date, DateOnly On, DateOnly EarlierStepOn) : RequestRefusal;

/// <summary>The request has its result; nothing further happens to it.</summary>
public sealed record AlreadyClosed(Ground Ground, DateOnly On) : RequestRefusal;

/// <summary>A notice is open; a second one can only follow its answer.</summary>
public sealed record SupplementNoticeAlreadyOpen(DateOnly IssuedOn) : RequestRefusal;

/// <summary>A period for supplementing that ends before it begins.</summary>
public sealed record SupplementPeriodEndsBeforeNotice(DateOnly IssuedOn, DateOnly PeriodEndsOn) : RequestRefusal;

/// <summary>A supplement nobody asked for.</summary>
public sealed record NoSupplementAsked : RequestRefusal;

/// <summary>No notice waits for a supplement that could be overdue.</summary>
public sealed record NoSupplementAwaited : CaseRefusal;

/// <summary>The supplement may still come up to that day (art 30).</summary>
public sealed record SupplementStillAwaited(DateOnly Until) : CaseRefusal;

/// <summary>Extended twice in one term (art 33).</summary>
public sealed record ExtensionAlreadyUsed(DateOnly ApprovedOn) : RequestRefusal;

/// <summary>Longer than the law allows, or not a number of days (art 33).</summary>
public sealed record ExtensionLengthNotAllowed(int WorkingDays, int AtMost) : RequestRefusal;

/// <summary>The applicant was told of an extension before it was approved.</summary>
public sealed record NotifiedBeforeApproval(DateOnly NotifiedOn, DateOnly ApprovedOn) : RequestRefusal;

/// <summary>The ground was no longer in use on that day.</summary>
public sealed record GroundRetired(Ground Ground) : RequestRefusal;

/// <summary>Withdrawing is the applicant's act and has its own decision.</summary>
public sealed record WithdrawalIsNoAnswer : RequestRefusal;

/// <summary>The request was not open at the end of that year.</summary>
public sealed record NotOpenAtYearEnd(int Year) : RequestRefusal;

/// <summary>The request has no result yet.</summary>
public sealed record StillOpen : RequestRefusal;

/// <summary>Nothing personal is left.</summary>
public sealed record PersonalDataAlreadyErased(DateOnly On) : RequestRefusal;

/// <summary>Which date a refusal is about, so that a page or a file can point at its field.</summary>
public enum FactDate
{
    Filed,
    MailRoom,
    SignedFor,
    Arrived,
    ReachedOffice,
    Confirmed,
    SupplementNotice,
    SupplementPeriod,
    Supplement,
    Extension,
    ExtensionNotice,
    Answer,
    Withdrawal,
    Consultation,
    ConsultationService,
    Opinion,
    ConsultationLapse,
    ConsultationNotice,
    DisclosureDecision,
    DisclosureNotice,
    FeeNotice,
    FeeNoticeService,
    Payment,
    Waiver,
    Closing,
    ReasonsDemand,
    ReasonsJudgement,
    LaterDateNotice,
    LaterDate,
    ExtensionProposal,
    ExtensionReturn,
    Note,
    TakingBack,
    Voiding,
    Correction,
    EvidenceDemand,
    Evidence,
    RecordFinding,
    RecordNotice,
    Transfer,
    Reopening,
    OrderService,
    OrderedTerm,
    Split,
    IdentityProof,
    AgentAppointment,
    AgentEnd,
    WantedForm,
    Joining,
    Assignment,
    AssignmentSignature,
    AssignmentReturn,
    WithheldPart,
    WithheldPartRemoval,
    Draft,
    Submission,
    AnswerReturn,
    AnswerApproval,
    AnswerIssue,
    Search,
    Linking,
    Unlinking,
}
