using System.Collections.Immutable;
using Tracker.Domain.Requests;

namespace Tracker.Domain.AnnualReports;

/// <summary>One request more or less in a cell.</summary>
/// <param name="Year">Of which year's table.</param>
/// <param name="Row">The row, in the form prescribed for that year.</param>
/// <param name="Column">申请人类别</param>
/// <param name="Change">1 or -1, in requests.</param>
public sealed record TableMove(int Year, ReportRow Row, ApplicantKind Column, int Change);

/// <summary>更正的影响: what a correction does to the tables, year by year. It asks the one counting rule (<see cref="CellOf"/>).</summary>
public static class TableEffect
{
    /// <summary>Every cell of every year up to <paramref name="lastYear"/> in which the two do not count alike.</summary>
    /// <param name="before">What was counted; none for a request that was not.</param>
    /// <param name="after">What is counted; none for a void one.</param>
    /// <param name="lastYear">The last year that is looked at, itself included.</param>
    public static ImmutableArray<TableMove> Of(RequestFact? before, RequestFact? after, int lastYear)
    {
        if (before == after)
        {
            return [];
        }

        var first = Math.Min(before?.ReceivedYear ?? lastYear, after?.ReceivedYear ?? lastYear);
        return [.. Enumerable.Range(first, Math.Max(0, lastYear - first + 1)).SelectMany(year => In(before, after, ReportForm.For(year), year))];
    }

    /// <summary>The same for one year and form.</summary>
    public static IEnumerable<TableMove> In(RequestFact? before, RequestFact? after, ReportForm form, int year)
    {
        var (left, entered) = (Cells(before, form, year), Cells(after, form, year));
        return left.Except(entered).Select(cell => new TableMove(year, cell.Row, cell.Column, -1))
            .Concat(entered.Except(left).Select(cell => new TableMove(year, cell.Row, cell.Column, 1)));
    }

    private static List<(ReportRow Row, ApplicantKind Column)> Cells(RequestFact? fact, ReportForm form, int year) =>
        fact is null ? [] : [.. CellOf.Rows(fact, form, year).Select(row => (row, fact.ApplicantKind))];
}
