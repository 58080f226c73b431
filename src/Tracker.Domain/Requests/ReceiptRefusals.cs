using Tracker.Domain.LegalTime;

namespace Tracker.Domain.Requests;

/// <summary>By this channel the day of receipt does not rest on a confirmation (art 31).</summary>
public sealed record NothingToConfirm : CaseRefusal;

/// <summary>It has been confirmed; another day would be a correction.</summary>
public sealed record ReceiptAlreadyConfirmed(DateOnly On) : CaseRefusal;

/// <summary>The correction says what is recorded already.</summary>
public sealed record NothingCorrected : CaseRefusal;

/// <summary>With these dates of arrival a later fact could not have happened.</summary>
/// <param name="Why">Why not.</param>
/// <param name="On">The day of that fact.</param>
public sealed record ReceiptContradictsFact(Impossibility Why, DateOnly On) : CaseRefusal;
