using Tracker.Domain.AnnualReports;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.AnnualReports;

public class ReportingYearTests
{
    private static readonly ReportingYearClosed Closing = new(2022, "2021", [new("carried_out", [1, 0, 0, 0, 0, 2, 3])], Position: 17);
    private static readonly IdentityCheck Holding = new(Identity.I1, [], []);
    private static readonly IdentityCheck Broken = new(Identity.I2, [new(new("total", Column: null), 2, 1)], [Facts.Open(2022)]);

    [Fact]
    public void A_year_is_closed_from_1_January_of_the_next() =>
        When(ReportingYearState.None, "2023-01-01", Holding).Then(Closing);

    [Fact]
    public void A_year_is_not_closed_on_its_31_December() =>
        When(ReportingYearState.None, "2022-12-31", Holding).ThenRefused(new YearNotOver(2022, On("2022-12-31")));

    [Fact]
    public void A_year_is_not_closed_before_it_began() =>
        When(ReportingYearState.None, "2021-06-01", Holding).ThenRefused(new YearNotOver(2022, On("2021-06-01")));

    [Fact]
    public void A_year_is_closed_once() =>
        When(ReportingYearState.None.Evolve(Closing), "2023-01-02", Holding).ThenRefused(new YearAlreadyClosed(2022));

    [Fact]
    public void A_year_whose_table_does_not_balance_stays_open_and_the_broken_checks_are_named()
    {
        var decision = CloseReportingYear.Decide(ReportingYearState.None, new(Closing, [Holding, Broken]), On("2023-01-01"));

        var reason = Assert.IsType<TableDoesNotBalance>(Assert.IsType<Refused<ReportingYearEvent>>(decision).Reason);
        Assert.Equal([Broken], reason.Broken);
    }

    [Fact]
    public void The_closing_keeps_what_was_carried_out_for_the_next_year()
    {
        Assert.Null(ReportingYearState.None.PublishedCarriedOut);
        Assert.Equal([1, 0, 0, 0, 0, 2, 3], ReportingYearState.None.Evolve(Closing).PublishedCarriedOut!.Value);
    }

    [Fact]
    public void A_year_on_the_old_annex_has_published_nothing_carried_out()
    {
        var annex = new ReportingYearClosed(2018, AnnexBefore2019.Key, [new("received", [3, 7]), new("suits", [null, null])], Position: 17);

        Assert.Null(ReportingYearState.None.Evolve(annex).PublishedCarriedOut);
    }

    private static When<ReportingYearEvent> When(ReportingYearState state, string today, params IdentityCheck[] checks) =>
        new(CloseReportingYear.Decide(state, new(Closing, [.. checks]), On(today)));
}
