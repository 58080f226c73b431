using Tracker.Domain.AnnualReports;

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
    public void Without_a_closing_or_with_the_same_figures_every_row_is_as_it_was_closed()
    {
        Assert.Empty(Report(Table).RowsNotAsClosed);
        Assert.Empty(Report(Table, ClosedAs(Report(Table))).RowsNotAsClosed);
    }

    [Fact]
    public void Rows_that_the_book_does_not_give_as_they_were_closed_are_named_and_the_report_does_not_pass_as_balanced()
    {
        var other = Report(Facts.Table(ReportForm.Of2021, 2022, Facts.Closed(2021, 2022, "petition"), Facts.Closed(2022, 2022)), ClosedAs(Report(Table)));

        Assert.Equal(["unprocessed_petition", "total", "carried_out"], other.RowsNotAsClosed);
        Assert.False(other.Balances);
    }

    [Fact]
    public void A_row_the_closing_does_not_have_is_named()
    {
        var closing = ClosedAs(Report(Table));

        Assert.Equal(
            ["new"],
            Report(Table, closing with { Rows = [.. closing.Rows.Where(row => row.Key != "new")] }).RowsNotAsClosed);
    }

    [Fact]
    public void A_closing_on_another_form_is_not_compared() =>
        Assert.Empty(Report(Table, ClosedAs(Report(Table)) with { Form = "2019", Rows = [] }).RowsNotAsClosed);

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
