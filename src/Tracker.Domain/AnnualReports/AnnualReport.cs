using System.Collections.Immutable;

namespace Tracker.Domain.AnnualReports;

/// <summary>
/// What the register can say of one office's year: section three, or the annex's request lines for a year before 2019; of a closed year
/// what it said then. Sections two and four are reported from other records and stay open (待填报).
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
    public bool Balances => Checks.All(check => check.Check.Holds) && RowsNotAsClosed.IsEmpty;

    /// <summary>Every row as a closing keeps it.</summary>
    public ImmutableArray<PublishedRow> Rows => Table is { } table
        ? [.. table.Form.Rows.Select(row => new PublishedRow(row.Key, [.. table[row.Key].Select(figure => (long?)figure)]))]
        : [.. Annex.Select(line => new PublishedRow(line.Key, [line.ThisYear, line.Cumulative]))];

    /// <summary>封账后的变动: the figures of this closed year that the register would give otherwise now, 总计 aside; they stay as they were.</summary>
    public ImmutableArray<FigureMove> Moves { get; init; } = [];

    /// <summary>
    /// Rows that the book as it stood at the closing does not give as the closing kept them. There is none unless the book, or a rule of
    /// counting, was altered.
    /// </summary>
    public ImmutableArray<string> RowsNotAsClosed => Closing is { } closing && closing.Form == Form
        ? [.. Rows.Where(row => closing.Rows.FirstOrDefault(closed => closed.Key == row.Key) is not { } closed
            || !closed.Figures.SequenceEqual(row.Figures)).Select(row => row.Key)]
        : [];
}

/// <summary>A check and the numbers of the cases that break it; empty when it holds.</summary>
public sealed record NamedCheck(IdentityCheck Check, ImmutableArray<string> CaseNumbers);
