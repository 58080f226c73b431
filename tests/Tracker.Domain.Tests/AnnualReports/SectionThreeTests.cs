using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;

namespace Tracker.Domain.Tests.AnnualReports;

public class SectionThreeTests
{
    [Fact]
    public void The_columns_are_the_six_kinds_of_applicant_in_print_order_and_the_total() => Assert.Equal(
        [
            ApplicantKind.NaturalPerson,
            ApplicantKind.CommercialEnterprise,
            ApplicantKind.ResearchInstitution,
            ApplicantKind.PublicWelfareOrganisation,
            ApplicantKind.LegalServiceInstitution,
            ApplicantKind.OtherOrganisation,
            null,
        ],
        Enumerable.Range(0, SectionThree.Columns).Select(SectionThree.ColumnAt));

    [Fact]
    public void A_column_stands_where_its_place_says() => Assert.All(
        Enumerable.Range(0, SectionThree.Columns),
        place => Assert.Equal(place, SectionThree.ColumnIndex(SectionThree.ColumnAt(place))));

    [Fact]
    public void A_group_counts_with_its_size_in_its_column_and_in_the_total()
    {
        var table = SectionThree.Count(
            [
                new(Facts.Closed(2020, 2021, "not_existing", ApplicantKind.LegalServiceInstitution), 3),
                new(Facts.Closed(2021, 2021, "not_this_agency"), 2),
                new(Facts.Open(2021), 4),
            ],
            ReportForm.Of2021,
            2021);

        Assert.Equal([6, 0, 0, 0, 0, 0, 6], table["new"]);
        Assert.Equal([0, 0, 0, 0, 3, 0, 3], table["carried_in"]);
        Assert.Equal([2, 0, 0, 0, 3, 0, 5], table["unable_not_held"]);
        Assert.Equal([2, 0, 0, 0, 3, 0, 5], table["total"]);
        Assert.Equal([4, 0, 0, 0, 0, 0, 4], table["carried_out"]);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0], table["disclosed"]);
        Assert.Equal(3, table[new Cell("total", ApplicantKind.LegalServiceInstitution)]);
    }

    [Fact]
    public void An_empty_register_has_a_table_of_zeros_that_balances()
    {
        var table = Facts.Table(ReportForm.Of2019, 2020);

        Assert.All(table.Form.Rows, row => Assert.Equal(new long[7], table[row.Key]));
        Assert.All(Identities.Check(table), check => Assert.True(check.Holds));
    }
}
