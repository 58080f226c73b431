using System.Collections.Immutable;

namespace Tracker.Domain.AnnualReports;

/// <summary>Which figures of a closed year moved. It asks the rules that count them.</summary>
public static class FigureMoves
{
    /// <summary>Of section three: the six columns; 总计 follows from them.</summary>
    public static ImmutableArray<FigureMove> Of(YearFacts facts, SectionThree table) => facts.Moved.IsEmpty ? [] :
    [
        .. table.Form.Rows.SelectMany(row => Enumerable.Range(0, SectionThree.Columns - 1).Select(column => Move(
            facts, row.Key, column, table[row.Key][column], fact => CellOf.Counts(new(row.Key, SectionThree.ColumnAt(column)), fact, table.Form, table.Year)))).OfType<FigureMove>(),
    ];

    /// <summary>Of the annex before 2019: the year, and the years up to it.</summary>
    public static ImmutableArray<FigureMove> Of(YearFacts facts, ImmutableArray<AnnexLine> annex) => facts.Moved.IsEmpty ? [] :
    [
        .. annex.Where(line => line.ThisYear is not null).SelectMany(line => new[] { (0, line.ThisYear), (1, line.Cumulative) }.Select(figure => Move(
            facts, line.Key, figure.Item1, figure.Item2!.Value, fact => AnnexBefore2019.Counts(line.Key, fact, facts.Year, cumulative: figure.Item1 == 1)))).OfType<FigureMove>(),
    ];

    private static FigureMove? Move(YearFacts facts, string row, int column, long closed, Func<RequestFact, bool> counts)
    {
        var (entered, left) = (facts.Entered(counts), facts.Left(counts));
        return entered.IsEmpty && left.IsEmpty ? null : new(row, column, closed, entered, left);
    }
}
