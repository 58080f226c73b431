using System.Collections.Immutable;

namespace Tracker.Domain.AnnualReports;

/// <summary>
/// What the register can say of one office's year: section three, or the annex's request lines for a year before 2019. Sections two
/// and four are reported from other records and stay open (待填报).
/// </summary>
/// <param name="Agency">The office's name.</param>
/// <param name="Year">The year.</param>
/// <param name="Form">2021, 2019 or pre-2019.</param>
/// <param name="Table">Section three; none on the old annex.</param>
/// <param name="Annex">The annex's lines; empty on the newer forms.</param>
/// <param name="Checks">The identities that could be asked, with the numbers of the cases that break them.</param>
/// <param name="Closing">The year's closing, if it is closed.</param>
/// <param name="PreviousClosed">Whether the year before was closed here, so that I5 could be asked.</param>
public sealed record AnnualReport(
    string Agency,
    int Year,
    string Form,
    SectionThree? Table,
    ImmutableArray<AnnexLine> Annex,
    ImmutableArray<NamedCheck> Checks,
    ReportingYearClosed? Closing,
    bool PreviousClosed)
{
    public bool Balances => Checks.All(check => check.Check.Holds);

    /// <summary>Every row as a closing keeps it.</summary>
    public ImmutableArray<PublishedRow> Rows => Table is { } table
        ? [.. table.Form.Rows.Select(row => new PublishedRow(row.Key, [.. table[row.Key].Select(figure => (long?)figure)]))]
        : [.. Annex.Select(line => new PublishedRow(line.Key, [line.ThisYear, line.Cumulative]))];

    /// <summary>Rows whose figures are no longer those of the closing.</summary>
    public ImmutableArray<string> RowsMovedSinceClosing => Closing is { } closing && closing.Form == Form
        ? [.. Rows.Where(row => closing.Rows.FirstOrDefault(closed => closed.Key == row.Key) is not { } closed
            || !closed.Figures.SequenceEqual(row.Figures)).Select(row => row.Key)]
        : [];

    /// <summary>The figures of a moved row: at the closing, and as the register says now; in the order of the columns.</summary>
    public IEnumerable<(int Column, long? Closed, long? Now)> FiguresMovedSinceClosing(string row)
    {
        var now = Rows.Single(known => known.Key == row).Figures;
        var closed = Closing?.Rows.FirstOrDefault(known => known.Key == row)?.Figures ?? [.. now.Select(_ => (long?)null)];
        return now.Zip(closed).Index().Where(figure => figure.Item.First != figure.Item.Second)
            .Select(figure => (figure.Index, figure.Item.Second, figure.Item.First));
    }
}

/// <summary>A check and the numbers of the cases that break it; empty when it holds.</summary>
public sealed record NamedCheck(IdentityCheck Check, ImmutableArray<string> CaseNumbers);
