namespace Tracker.Domain.Requests;

/// <summary>Only a request made in person can be oral, and so be written down for the applicant (art 29).</summary>
public sealed record WrittenDownOnlyInPerson : CaseRefusal;

/// <summary>That kind of document was received on that day.</summary>
public sealed record IdentityProofAlreadyReceived(IdentityDocument Document, DateOnly On) : CaseRefusal;

/// <summary>One agent at a time.</summary>
public sealed record AgentStillActing(DateOnly Since) : CaseRefusal;

/// <summary>Nobody acts for the applicant.</summary>
public sealed record NoAgent : CaseRefusal;

/// <summary>It is the form that is wanted already, and nothing is said of the way.</summary>
public sealed record FormAlreadyWanted(InformationForm Form) : CaseRefusal;

/// <summary>One of that kind joined on that day; a second of one day is named as such.</summary>
public sealed record ApplicantAlreadyJoined(ApplicantKind Kind, DateOnly On) : CaseRefusal;
