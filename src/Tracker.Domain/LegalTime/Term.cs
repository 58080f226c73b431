namespace Tracker.Domain.LegalTime;

/// <summary>Why a term begins.</summary>
internal enum TermStart
{
    Receipt,
    Supplement,
    Payment,
    Waiver,
    Reopening,
}

/// <summary>A term: from the day that starts it to the day that stops it, or to its due date.</summary>
internal sealed class Term(TermStart start, DateOnly startsOn, int workingDays)
{
    public TermStart Start => start;

    /// <summary>Day 0: the day after it is the first that may be counted.</summary>
    public DateOnly StartsOn => startsOn;

    public int BaseDays => workingDays;

    public int ExtensionDays { get; set; }

    public int WorkingDays => workingDays + ExtensionDays;

    /// <summary>The notice that stopped it: the last day that may be counted, and what is awaited.</summary>
    public (DateOnly On, ClockState Awaits)? Stop { get; set; }

    /// <summary>The day the request ended in it.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>The date set under art 35, and by how many working days it was extended afterwards.</summary>
    public (DateOnly On, int ExtendedBy)? Delay { get; set; }
}
