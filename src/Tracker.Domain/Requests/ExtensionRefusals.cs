namespace Tracker.Domain.Requests;

/// <summary>One proposal waits for its decision.</summary>
public sealed record ExtensionAlreadyProposed(DateOnly On) : CaseRefusal;

/// <summary>Nothing was proposed that could be approved or returned.</summary>
public sealed record NoExtensionProposed : CaseRefusal;

/// <summary>The current term was not extended, so there is nothing to tell.</summary>
public sealed record NoExtensionToTell : CaseRefusal;

/// <summary>The applicant has been told.</summary>
public sealed record ApplicantAlreadyToldOfExtension(DateOnly On) : CaseRefusal;
