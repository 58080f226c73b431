using System.Collections.Immutable;

namespace Tracker.Domain.AnnualReports;

/// <summary>A request that does not count now as it did when a year was closed.</summary>
/// <param name="Id">Its stream.</param>
/// <param name="Number">登记编号</param>
/// <param name="Before">What was counted; none for one that was not in the book, or void.</param>
/// <param name="Now">What is counted; none for a void one.</param>
public sealed record MovedCase(Guid Id, string Number, RequestFact? Before, RequestFact? Now);

/// <summary>
/// What an office's year is counted from. A closed year (封账) is counted as it stood then, whatever was corrected since; what moved is
/// kept beside it, request by request.
/// </summary>
/// <param name="Year">The year.</param>
/// <param name="Now">The requests received by its end, as the register says now.</param>
/// <param name="Closing">Its closing; none while it is open.</param>
/// <param name="Moved">The requests that changed since the closing.</param>
public sealed record YearFacts(int Year, ImmutableArray<FactGroup> Now, ReportingYearClosed? Closing, ImmutableArray<MovedCase> Moved)
{
    /// <summary>What the year's figures count: of an open year what is registered now, of a closed one what was when it was closed.</summary>
    public ImmutableArray<FactGroup> Counted => Moved.IsEmpty ? Now :
    [
        .. Now.Concat(Groups(moved => moved.Before, 1)).Concat(Groups(moved => moved.Now, -1))
            .GroupBy(group => group.Fact, (fact, groups) => new FactGroup(fact, groups.Sum(group => group.Requests)))
            .Where(group => group.Requests != 0),
    ];

    /// <summary>The requests a figure counts now and did not at the closing.</summary>
    public ImmutableArray<MovedCase> Entered(Func<RequestFact, bool> counts) =>
        Moved.RemoveAll(moved => !IsCounted(moved.Now, counts) || IsCounted(moved.Before, counts));

    /// <summary>The requests a figure counted at the closing and does not now.</summary>
    public ImmutableArray<MovedCase> Left(Func<RequestFact, bool> counts) =>
        Moved.RemoveAll(moved => !IsCounted(moved.Before, counts) || IsCounted(moved.Now, counts));

    private static bool IsCounted(RequestFact? fact, Func<RequestFact, bool> counts) => fact is not null && counts(fact);

    private IEnumerable<FactGroup> Groups(Func<MovedCase, RequestFact?> of, int requests) =>
        Moved.Select(of).OfType<RequestFact>().Where(fact => fact.ReceivedYear <= Year).Select(fact => new FactGroup(fact, requests));
}

/// <summary>封账后的变动: a figure of a closed year that the register would give otherwise now, and why.</summary>
/// <param name="Row">The row's or the line's key.</param>
/// <param name="Column">The place of the column in its row.</param>
/// <param name="Closed">The figure at the closing, in requests.</param>
/// <param name="Entered">The requests it counts now and did not.</param>
/// <param name="Left">The requests it counted and does not now.</param>
public sealed record FigureMove(string Row, int Column, long Closed, ImmutableArray<MovedCase> Entered, ImmutableArray<MovedCase> Left)
{
    /// <summary>What the register says now.</summary>
    public long Now => Closed + Entered.Length - Left.Length;
}
