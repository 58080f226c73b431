namespace Tracker.Domain.Requests;

/// <summary>The registration is void; nothing further happens to it.</summary>
public sealed record EntryVoid(DateOnly On) : CaseRefusal;

/// <summary>Only the latest entry can be taken back: what came after it may rest on it.</summary>
public sealed record NotTheLatestEntry : CaseRefusal;

/// <summary>A registration is not taken back but voided, so that its number is shown as used.</summary>
public sealed record RegistrationIsVoidedInstead : CaseRefusal;

/// <summary>The part that was split off lives on by itself; it is voided by itself.</summary>
public sealed record SplitIsNotTakenBack : CaseRefusal;

/// <summary>A supplement, a payment or an opinion is awaited; what arrives would belong to both parts.</summary>
public sealed record SomethingIsAwaited : CaseRefusal;

/// <summary>There is no result that could be gone back to.</summary>
public sealed record NoResultYet : CaseRefusal;

/// <summary>It is being handled again already.</summary>
public sealed record AlreadyReopened(DateOnly On) : CaseRefusal;

/// <summary>It is not being handled again, so there is nothing to answer anew.</summary>
public sealed record NotReopened : CaseRefusal;

/// <summary>A term that ends before it begins.</summary>
public sealed record OrderedTermEndsBeforeService(DateOnly DueOn, DateOnly ServedOn) : CaseRefusal;

/// <summary>It was taken up again: this step belonged to the first answer.</summary>
public sealed record BeingHandledAgain(DateOnly On) : CaseRefusal;

/// <summary>A date so far ahead that it can only be a slip.</summary>
public sealed record TooFarAhead(FactDate Date, DateOnly On, DateOnly Latest) : CaseRefusal;
