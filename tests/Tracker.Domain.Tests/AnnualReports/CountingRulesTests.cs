using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.AnnualReports;

/// <summary>Which rows a request counts in, year by year: a clerk's history, and the row keys of three or more years.</summary>
public class CountingRulesTests
{
    [Fact]
    public void Filed_on_31_December_and_confirmed_on_2_January_it_is_the_next_years()
    {
        var state = Events(Received(Channel.Online, new(On("2021-12-31"), ConfirmedOn: On("2022-01-02"))), Answer("2022-01-20"));

        AssertRows(state, 2021);
        AssertRows(state, 2022, "new", "disclosed", "total");
        AssertRows(state, 2023);
    }

    [Fact]
    public void Received_and_answered_on_31_December_it_is_the_years_own()
    {
        var state = Events(HandedIn("2021-12-31"), Answer("2021-12-31", "petition"));

        AssertRows(state, 2021, "new", "unprocessed_petition", "total");
        AssertRows(state, 2022);
    }

    [Fact]
    public void Answered_on_1_January_it_was_carried_forward()
    {
        var state = Events(HandedIn("2021-12-31"), Answer("2022-01-01"));

        AssertRows(state, 2021, "new", "carried_out");
        AssertRows(state, 2022, "carried_in", "disclosed", "total");
        AssertRows(state, 2023);
    }

    [Fact]
    public void Waiting_for_a_supplement_on_31_December_it_is_carried_forward_and_keeps_its_year()
    {
        var state = Events(HandedIn("2021-12-20"), Notice("2021-12-22"), Supplement("2022-01-10"), Answer("2022-02-07", "partial"));

        AssertRows(state, 2021, "new", "carried_out");
        AssertRows(state, 2022, "carried_in", "partial", "total");
    }

    [Fact]
    public void Answered_years_later_it_is_carried_through_every_year_between()
    {
        var state = Events(HandedIn("2021-06-01"), Answer("2024-03-01", "not_existing"));

        AssertRows(state, 2020);
        AssertRows(state, 2021, "new", "carried_out");
        AssertRows(state, 2022, "carried_in", "carried_out");
        AssertRows(state, 2023, "carried_in", "carried_out");
        AssertRows(state, 2024, "carried_in", "unable_not_held", "total");
        AssertRows(state, 2025);
    }

    [Fact]
    public void Never_answered_it_is_carried_for_ever()
    {
        var state = Events(HandedIn("2021-06-01"));

        AssertRows(state, 2021, "new", "carried_out");
        AssertRows(state, 2022, "carried_in", "carried_out");
        AssertRows(state, 2030, "carried_in", "carried_out");
    }

    [Fact]
    public void Withdrawn_it_counts_under_other_processing()
    {
        var state = Events(HandedIn("2021-12-20"), Withdrawal("2022-01-04"));

        AssertRows(state, 2021, "new", "carried_out");
        AssertRows(state, 2022, "carried_in", "other_other", "total");
        Assert.Equal(["carried_in", "other", "total"], Rows(state, ReportForm.Of2019, 2022));
    }

    [Fact]
    public void The_marker_of_a_closing_counts_nowhere()
    {
        var state = Events(HandedIn("2021-12-20"), new RequestCarriedForward(2021), Answer("2022-01-04"));

        AssertRows(state, 2021, "new", "carried_out");
        AssertRows(state, 2022, "carried_in", "disclosed", "total");
    }

    [Fact]
    public void An_extension_moves_no_figure() => Assert.Equal(
        RequestFact.Of(Events(HandedIn("2021-12-20"), Answer("2022-01-04"))),
        RequestFact.Of(Events(HandedIn("2021-12-20"), Extension("2021-12-21", 20), Answer("2022-01-04"))));

    [Fact]
    public void The_facts_of_a_request_are_its_kind_channel_years_and_ground()
    {
        var received = Received(Channel.Fax, new(On("2021-12-31"), ConfirmedOn: On("2022-01-02")), ApplicantKind.ResearchInstitution);

        Assert.Equal(new(ApplicantKind.ResearchInstitution, Channel.Fax, 2022, Ground: null, ResultYear: null), RequestFact.Of(Events(received)));
        Assert.Equal(
            new(ApplicantKind.ResearchInstitution, Channel.Fax, 2022, Grounds.Find("archives"), 2023),
            RequestFact.Of(Events(received, Answer("2023-01-03", "archives"))));
    }

    [Fact]
    public void A_result_without_its_ground_is_a_broken_machine() => Assert.ThrowsAny<Exception>(() =>
        CellOf.Rows(Facts.Open(2021) with { ResultYear = 2021 }, ReportForm.Of2021, 2021).ToList());

    [Fact]
    public void A_cell_counts_its_own_column_and_the_last_column_counts_all()
    {
        var fact = Facts.Open(2021, ApplicantKind.CommercialEnterprise);

        Assert.True(CellOf.Counts(new("new", ApplicantKind.CommercialEnterprise), fact, ReportForm.Of2021, 2021));
        Assert.True(CellOf.Counts(new("new", Column: null), fact, ReportForm.Of2021, 2021));
        Assert.False(CellOf.Counts(new("new", ApplicantKind.NaturalPerson), fact, ReportForm.Of2021, 2021));
        Assert.False(CellOf.Counts(new("carried_in", Column: null), fact, ReportForm.Of2021, 2021));
    }

    private static void AssertRows(RequestState state, int year, params string[] rows) =>
        Assert.Equal(rows, Rows(state, ReportForm.Of2021, year));

    private static IEnumerable<string> Rows(RequestState state, ReportForm form, int year) =>
        CellOf.Rows(RequestFact.Of(state)!, form, year).Select(row => row.Key);
}
