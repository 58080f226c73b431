using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;

namespace Tracker.Domain.Tests.AnnualReports;

/// <summary>Tables made to break, each in one identity: the check names the place, both sides and the requests.</summary>
public class IdentitiesTests
{
    private static readonly RequestFact Sound = Facts.Closed(2021, 2021, kind: ApplicantKind.CommercialEnterprise);

    [Fact]
    public void A_sound_table_holds_every_identity()
    {
        var checks = Identities.Check(Facts.Table(ReportForm.Of2021, 2021, Sound, Facts.Open(2020)));

        Assert.Equal([Identity.I1, Identity.I2, Identity.I3], checks.Select(check => check.Identity));
        Assert.All(checks, check => Assert.True(check.Holds));
    }

    [Fact]
    public void I1_names_a_request_that_went_out_and_never_came_in()
    {
        var before = Facts.Closed(received: 2022, result: 2021, kind: ApplicantKind.ResearchInstitution);

        AssertBreaks(
            Facts.Table(ReportForm.Of2021, 2021, Sound, before),
            Identity.I1,
            before,
            new(new("total", ApplicantKind.ResearchInstitution), 0, 1),
            new(new("total", Column: null), 1, 2));
    }

    [Fact]
    public void I2_names_a_request_whose_ground_has_no_row()
    {
        var form = ReportForm.Of2021 with { RowOf = ground => ground.Key == "archives" ? "no_such_row" : ground.Row2021 };
        var archives = Facts.Closed(2021, 2021, "archives", ApplicantKind.OtherOrganisation);

        AssertBreaks(
            Facts.Table(form, 2021, Sound, archives),
            Identity.I2,
            archives,
            new(new("total", ApplicantKind.OtherOrganisation), 1, 0),
            new(new("total", Column: null), 2, 1));
    }

    [Fact]
    public void I3_names_a_request_whose_applicant_is_of_no_known_kind()
    {
        var unknown = Facts.Open(2021, (ApplicantKind)6);

        AssertBreaks(
            Facts.Table(ReportForm.Of2021, 2021, Sound, unknown),
            Identity.I3,
            unknown,
            new(new("new", Column: null), 3, 1),
            new(new("carried_out", Column: null), 2, 0));
    }

    [Fact]
    public void I5_holds_against_the_figures_the_last_year_published() =>
        Assert.True(Identities.CheckI5(Facts.Table(ReportForm.Of2021, 2021, Facts.Open(2020), Sound), [1, 0, 0, 0, 0, 0, 1]).Holds);

    [Fact]
    public void I5_names_every_column_that_differs_from_what_was_published()
    {
        var check = Identities.CheckI5(Facts.Table(ReportForm.Of2021, 2021, Facts.Open(2020), Sound), [1, 0, 0, 2, 0, 0, 3]);

        Assert.Equal(Identity.I5, check.Identity);
        Assert.Equal(
            [
                new(new("carried_in", ApplicantKind.PublicWelfareOrganisation), 0, 2),
                new(new("carried_in", Column: null), 1, 3),
            ],
            check.Breaks);
    }

    private static void AssertBreaks(SectionThree table, Identity identity, RequestFact culprit, params IdentityBreak[] breaks)
    {
        var broken = Assert.Single(Identities.Check(table), check => !check.Holds);
        Assert.Equal(identity, broken.Identity);
        Assert.Equal(breaks, broken.Breaks);
        Assert.Equal([culprit], broken.Culprits);
    }
}
