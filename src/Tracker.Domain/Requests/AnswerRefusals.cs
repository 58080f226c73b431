namespace Tracker.Domain.Requests;

/// <summary>A ground that says nothing about a part: 部分公开 itself, or one that is no answer.</summary>
public sealed record GroundNotForPart(Ground Ground) : CaseRefusal;

/// <summary>No part of this number is withheld.</summary>
public sealed record NoSuchPart(int Number) : CaseRefusal;

/// <summary>A draft waits for approval or has it; another can only follow its return.</summary>
public sealed record AnswerAlreadySubmitted(DateOnly On) : CaseRefusal;

/// <summary>There is no draft that could be submitted.</summary>
public sealed record NoAnswerDrafted : CaseRefusal;

/// <summary>No draft waits for approval.</summary>
public sealed record NoAnswerSubmitted : CaseRefusal;

/// <summary>The draft is approved already.</summary>
public sealed record AnswerAlreadyApproved(DateOnly On) : CaseRefusal;

/// <summary>Only an approved draft is issued.</summary>
public sealed record AnswerNotApproved : CaseRefusal;

/// <summary>The letter is made out already.</summary>
public sealed record AnswerAlreadyIssued(DateOnly On) : CaseRefusal;

/// <summary>当场 is the day of receipt, and this one is another (art 33).</summary>
public sealed record NotTheDayOfReceipt(DateOnly ReceivedOn) : CaseRefusal;

/// <summary>Something has been done about the request already: it is no answer on the spot any more (art 33).</summary>
public sealed record StepsAlreadyTaken : CaseRefusal;

/// <summary>A search for the information after the answer that says it was searched for.</summary>
public sealed record SearchedAfterTheAnswer(DateOnly LeftOn) : CaseRefusal;

/// <summary>The typed 答复文号 is one that only the office's counter gives.</summary>
/// <param name="Number">As it was typed.</param>
public sealed record LetterNumberOfCounter(string Number) : CaseRefusal;
