namespace Tracker.Domain.Requests;

/// <summary>Reasons have been demanded.</summary>
public sealed record ReasonsAlreadyDemanded(DateOnly On) : CaseRefusal;

/// <summary>Nobody demanded reasons that could be judged.</summary>
public sealed record ReasonsNotDemanded : CaseRefusal;

/// <summary>They have been judged.</summary>
public sealed record ReasonsAlreadyJudged(DateOnly On) : CaseRefusal;

/// <summary>Only for reasons found reasonable may a later date be set (art 35).</summary>
public sealed record ReasonsNotFoundReasonable : CaseRefusal;

/// <summary>A later date that is not later than the due date, or has passed when it is told (art 35).</summary>
public sealed record LaterDateNotLater(DateOnly DueOn, DateOnly After) : CaseRefusal;

/// <summary>On the day on which a later date was told nothing is extended: which of them came first could not be said.</summary>
public sealed record ExtensionOnDayOfLaterDate(DateOnly On) : RequestRefusal;
