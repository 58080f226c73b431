using System.Diagnostics;
using Tracker.Domain.Requests;

namespace Tracker.Domain.AnnualReports;

/// <summary>A cell of section three: a row, and a column or 总计.</summary>
/// <param name="Row">The row's key.</param>
/// <param name="Column">The kind of applicant, or none for 总计.</param>
public sealed record Cell(string Row, ApplicantKind? Column);

/// <summary>
/// The one counting rule: the rows a request counts in. The figure of a cell and the list behind it both come from here.
/// </summary>
public static class CellOf
{
    /// <summary>The rows of <paramref name="form"/> in which a request with these facts counts in <paramref name="year"/>.</summary>
    public static IEnumerable<ReportRow> Rows(RequestFact fact, ReportForm form, int year) =>
        form.Rows.Where(row => row.Kind switch
        {
            RowKind.New => CountingRules.IsNew(fact, year),
            RowKind.CarriedIn => CountingRules.IsCarriedIn(fact, year),
            RowKind.Result => CountingRules.HasResultIn(fact, year) && form.RowOf(ResultOf(fact)) == row.Key,
            RowKind.Total => CountingRules.HasResultIn(fact, year),
            RowKind.CarriedOut => CountingRules.IsCarriedOut(fact, year),
        });

    /// <summary>Whether a request with these facts is among those a cell counts.</summary>
    public static bool Counts(Cell cell, RequestFact fact, ReportForm form, int year) =>
        (cell.Column is null || cell.Column == fact.ApplicantKind)
        && Rows(fact, form, year).Any(row => row.Key == cell.Row);

    private static Ground ResultOf(RequestFact fact) => fact.Ground ?? throw new UnreachableException("A result without its ground.");
}
