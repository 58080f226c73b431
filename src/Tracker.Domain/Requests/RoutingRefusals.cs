namespace Tracker.Domain.Requests;

/// <summary>The unit holds the case since that day, and no other person is named.</summary>
public sealed record AlreadyAssigned(string Unit, DateOnly On) : CaseRefusal;

/// <summary>No unit holds the case.</summary>
public sealed record NotAssigned : CaseRefusal;

/// <summary>The unit has signed for it.</summary>
public sealed record AlreadySignedFor(DateOnly On) : CaseRefusal;
