using FsCheck;
using FsCheck.Fluent;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;

namespace Tracker.Domain.Tests.AnnualReports;

/// <summary>What holds of every table, whatever it is counted from.</summary>
public class SectionThreePropertyTests
{
    private static readonly int[] SevenColumns = [.. Enumerable.Range(0, SectionThree.Columns)];

    [Fact]
    public void I1_the_requests_that_came_in_are_the_requests_that_went_out() => Always(counted =>
    {
        var (received, carriedIn) = (counted.In(RowKind.New), counted.In(RowKind.CarriedIn));
        var (total, carriedOut) = (counted.In(RowKind.Total), counted.In(RowKind.CarriedOut));
        return !received.Overlaps(carriedIn)
            && !total.Overlaps(carriedOut)
            && received.Union(carriedIn).ToHashSet().SetEquals(total.Union(carriedOut));
    });

    [Fact]
    public void I1_holds_in_every_column() => InEveryColumn((table, column) =>
        table["new"][column] + table["carried_in"][column] == table["total"][column] + table["carried_out"][column]);

    [Fact]
    public void I2_every_request_of_the_total_has_one_result_row() => Always(counted =>
    {
        var rows = counted.Form.Rows.Where(row => row.Kind == RowKind.Result).Select(row => counted.In(other => other.Key == row.Key)).ToList();
        var union = rows.SelectMany(row => row).ToHashSet();
        return rows.Sum(row => row.Count) == union.Count && union.SetEquals(counted.In(RowKind.Total));
    });

    [Fact]
    public void I2_holds_in_every_column() => InEveryColumn((table, column) =>
        table["total"][column] == table.Form.Rows.Where(row => row.Kind == RowKind.Result).Sum(row => table[row.Key][column]));

    [Fact]
    public void I3_the_last_column_is_the_sum_of_the_six() => Always(counted =>
        counted.Form.Rows.All(row => counted.Table[row.Key][6] == counted.Table[row.Key].Take(6).Sum()));

    [Fact]
    public void The_list_behind_every_cell_has_as_many_requests_as_the_cell_says() => Always(counted =>
        counted.Form.Rows.All(row => Array.TrueForAll(SevenColumns, column =>
        {
            var cell = new Cell(row.Key, SectionThree.ColumnAt(column));
            var behind = counted.Groups.Where(group => CellOf.Counts(cell, group.Fact, counted.Form, counted.Year)).Sum(group => group.Requests);
            return behind == counted.Table[cell] && behind == counted.Table[row.Key][column];
        })));

    [Fact]
    public void What_a_year_carries_out_the_next_year_carries_in() => Always(counted =>
    {
        var next = counted with { Year = counted.Year + 1 };
        var nextTable = SectionThree.Count(next.Groups, next.Form, next.Year);
        return counted.In(RowKind.CarriedOut).SetEquals(next.In(RowKind.CarriedIn))
            && counted.Table["carried_out"].SequenceEqual(nextTable["carried_in"]);
    });

    [Fact]
    public void Every_request_is_new_in_one_year_and_has_its_result_in_one_year_at_most() => Prop.ForAll(Facts.Any, counted =>
        counted.Groups.All(group => Enumerable.Range(2015, 12).Count(year => CountingRules.IsNew(group.Fact, year)) == 1
            && Enumerable.Range(2015, 12).Count(year => CountingRules.HasResultIn(group.Fact, year)) == (group.Fact.ResultYear is null ? 0 : 1)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_table_counted_from_facts_that_can_be_passes_its_checks() => Always(counted =>
        Identities.Check(counted.Table).All(check => check.Holds && check.Culprits.IsEmpty));

    [Fact]
    public void Both_forms_agree_on_every_row_they_share() => Always(counted =>
    {
        var of2021 = SectionThree.Count(counted.Groups, ReportForm.Of2021, counted.Year);
        var of2019 = SectionThree.Count(counted.Groups, ReportForm.Of2019, counted.Year);
        return ReportForm.Of2019.Rows.Where(row => row.Key != "other").All(row => Same(of2021, of2019, row.Key));
    });

    [Fact]
    public void Grouping_equal_facts_changes_no_figure() => Always(counted =>
    {
        var single = SectionThree.Count(
            counted.Groups.SelectMany(group => Enumerable.Repeat(group with { Requests = 1 }, (int)group.Requests)), counted.Form, counted.Year);
        return counted.Form.Rows.All(row => Same(counted.Table, single, row.Key));
    });

    [Fact]
    public void The_facts_reach_every_row_of_both_forms_and_every_column()
    {
        var samples = Gen.Sample(Facts.Any.Generator, 1000);

        Assert.All(ReportForm.All, form => Assert.All(form.Rows, row => Assert.Contains(
            samples, counted => counted.Form == form && counted.Table[row.Key][6] > 0)));
        Assert.All(Enum.GetValues<ApplicantKind>(), kind => Assert.Contains(samples, counted => counted.Table[new Cell("new", kind)] > 0));
    }

    private static bool Same(SectionThree one, SectionThree other, string row) => one[row].SequenceEqual(other[row]);

    private static void InEveryColumn(Func<SectionThree, int, bool> holds) =>
        Always(counted => Array.TrueForAll(SevenColumns, column => holds(counted.Table, column)));

    private static void Always(Func<Counted, bool> holds) =>
        Prop.ForAll(Facts.Any, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
