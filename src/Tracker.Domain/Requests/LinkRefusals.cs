namespace Tracker.Domain.Requests;

/// <summary>A request cannot belong together with itself.</summary>
public sealed record LinkedToItself : CaseRefusal;

/// <summary>The two are linked already.</summary>
public sealed record AlreadyLinked(string Number, DateOnly On) : CaseRefusal;

/// <summary>The two are not linked, or no longer.</summary>
public sealed record NotLinked : CaseRefusal;
