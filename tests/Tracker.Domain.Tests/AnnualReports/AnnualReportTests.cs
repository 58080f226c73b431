using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;

namespace Tracker.Domain.Tests.AnnualReports;

public class AnnualReportTests
{
    private static readonly SectionThree Table = Facts.Table(ReportForm.Of2021, 2022, Facts.Open(2021), Facts.Closed(2022, 2022));

    [Fact]
    public void A_report_balances_when_every_check_holds()
    {
        Assert.True(Report(Table).Balances);
        Assert.False((Report(Table) with { Checks = [new(new(Identity.I1, [new(new("total", Column: null), 2, 1)], []), [])] }).Balances);
    }

    [Fact]
    public void Its_rows_are_those_of_the_table_in_print_order()
    {
        var rows = Report(Table).Rows;

        Assert.Equal(ReportForm.Of2021.Rows.Select(row => row.Key), rows.Select(row => row.Key));
        Assert.Equal([1, 0, 0, 0, 0, 0, 1], rows.Single(row => row.Key == "carried_in").Figures);
    }

    [Fact]
    public void On_the_old_annex_its_rows_are_the_lines_with_this_year_and_the_years_before()
    {
        var lines = AnnexBefore2019.Count([new(Facts.Open(2011), 2), new(Facts.Open(2012), 1)], 2012);
        var rows = new AnnualReport("甲局", 2012, AnnexBefore2019.Key, Table: null, lines, [], Closing: null, PreviousClosed: false).Rows;

        Assert.Equal([1, 3], rows.Single(row => row.Key == "received").Figures);
        Assert.Equal([null, null], rows.Single(row => row.Key == "suits").Figures);
    }

    [Fact]
    public void Without_a_closing_or_with_the_same_figures_no_row_has_moved()
    {
        Assert.Empty(Report(Table).RowsMovedSinceClosing);
        Assert.Empty(Report(Table, ClosedAs(Report(Table))).RowsMovedSinceClosing);
    }

    [Fact]
    public void After_a_late_answer_exactly_the_rows_it_touched_have_moved()
    {
        var later = Facts.Table(ReportForm.Of2021, 2022, Facts.Closed(2021, 2022, "petition"), Facts.Closed(2022, 2022));

        var report = Report(later, ClosedAs(Report(Table)));

        Assert.Equal(["unprocessed_petition", "total", "carried_out"], report.RowsMovedSinceClosing);
        Assert.Equal(
            [((int)ApplicantKind.NaturalPerson, 0L, 1L), (SectionThree.Columns - 1, 0L, 1L)],
            report.FiguresMovedSinceClosing("unprocessed_petition").Select(figure => (figure.Column, figure.Closed!.Value, figure.Now!.Value)));
    }

    [Fact]
    public void A_row_the_closing_does_not_have_has_moved()
    {
        var closing = ClosedAs(Report(Table));

        Assert.Equal(
            ["new"],
            Report(Table, closing with { Rows = [.. closing.Rows.Where(row => row.Key != "new")] }).RowsMovedSinceClosing);
    }

    [Fact]
    public void A_closing_on_another_form_is_not_compared() =>
        Assert.Empty(Report(Table, ClosedAs(Report(Table)) with { Form = "2019", Rows = [] }).RowsMovedSinceClosing);

    private static AnnualReport Report(SectionThree table, ReportingYearClosed? closing = null) => new(
        "甲局",
        table.Year,
        table.Form.Key,
        table,
        Annex: [],
        [.. Identities.Check(table).Select(check => new NamedCheck(check, []))],
        closing,
        PreviousClosed: false);

    private static ReportingYearClosed ClosedAs(AnnualReport report) => new(report.Year, report.Form, report.Rows, Position: 17);
}
