using System.Collections.Immutable;
using Tracker.Domain.AnnualReports;

namespace Tracker.Documents.AnnualReports;

/// <summary>A heading cell of a row: its text and how many rows and columns it covers.</summary>
public sealed record HeadingCell(string Text, int RowSpan, int ColumnSpan);

/// <summary>One printed row: the heading cells that begin in it, and the row whose figures follow.</summary>
public sealed record LayoutRow(ImmutableArray<HeadingCell> Headings, ReportRow Row);

/// <summary>
/// The merged cells of the official table. Three heading columns: a section, a heading, an item. Neighbouring rows that share a
/// section or a heading share its cell; what has nothing below it reaches across.
/// </summary>
public static class SectionThreeLayout
{
    public const int HeadingColumns = 3;

    public static ImmutableArray<LayoutRow> Of(ReportForm form) =>
    [
        .. form.Rows.Select((row, place) => new LayoutRow([.. Headings(form.Rows, place)], row)),
    ];

    private static IEnumerable<HeadingCell> Headings(ImmutableArray<ReportRow> rows, int place)
    {
        var row = rows[place];
        if (row.Heading.Length == 0)
        {
            yield return new(row.Section, RowSpan: 1, HeadingColumns);
            yield break;
        }

        if (Begins(rows, place, row => row.Section))
        {
            yield return new(row.Section, Run(rows, place, row => row.Section), ColumnSpan: 1);
        }

        if (row.Item.Length == 0)
        {
            yield return new(row.Heading, RowSpan: 1, ColumnSpan: 2);
            yield break;
        }

        if (Begins(rows, place, row => row.Heading))
        {
            yield return new(row.Heading, Run(rows, place, row => row.Heading), ColumnSpan: 1);
        }

        yield return new(row.Item, RowSpan: 1, ColumnSpan: 1);
    }

    private static bool Begins(ImmutableArray<ReportRow> rows, int place, Func<ReportRow, string> shared) =>
        place == 0 || shared(rows[place - 1]) != shared(rows[place]);

    private static int Run(ImmutableArray<ReportRow> rows, int place, Func<ReportRow, string> shared) =>
        rows.Skip(place).TakeWhile(row => shared(row) == shared(rows[place])).Count();
}
