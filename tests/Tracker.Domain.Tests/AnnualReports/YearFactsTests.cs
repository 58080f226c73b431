using FsCheck;
using FsCheck.Fluent;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;

namespace Tracker.Domain.Tests.AnnualReports;

/// <summary>封账后的变动, as a statistician would check them with a pencil.</summary>
public sealed class YearFactsTests
{
    private static readonly ReportingYearClosed Closing = new(2022, "2021", [], Position: 17);

    /// <summary>Closed with two requests of natural persons; afterwards one is void, one is a company's, and one turns up late.</summary>
    private static readonly YearFacts Corrected = new(
        2022,
        Now: [new(Facts.Closed(2022, 2022, kind: ApplicantKind.CommercialEnterprise), 1), new(Facts.Open(2022), 1)],
        Closing,
        Moved:
        [
            Moved("2022-0001", Facts.Closed(2022, 2022), now: null),
            Moved("2022-0002", Facts.Closed(2022, 2022), Facts.Closed(2022, 2022, kind: ApplicantKind.CommercialEnterprise)),
            Moved("补录1", before: null, Facts.Open(2022)),
        ]);

    [Fact]
    public void The_closed_table_counts_what_was_counted_then()
    {
        var table = SectionThree.Count(Corrected.Counted, ReportForm.Of2021, 2022);

        Assert.Equal([2, 0, 0, 0, 0, 0, 2], table["new"]);
        Assert.Equal([2, 0, 0, 0, 0, 0, 2], table["disclosed"]);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0], table["carried_out"]);
    }

    [Fact]
    public void Every_figure_that_moved_says_from_what_to_what_and_through_which_requests()
    {
        var moves = FigureMoves.Of(Corrected, SectionThree.Count(Corrected.Counted, ReportForm.Of2021, 2022));

        Assert.Equal(
            [
                "new 自然人 2→1 增 补录1 减 2022-0001、2022-0002",
                "new 商业企业 0→1 增 2022-0002 减 ",
                "disclosed 自然人 2→0 增  减 2022-0001、2022-0002",
                "disclosed 商业企业 0→1 增 2022-0002 减 ",
                "total 自然人 2→0 增  减 2022-0001、2022-0002",
                "total 商业企业 0→1 增 2022-0002 减 ",
                "carried_out 自然人 0→1 增 补录1 减 ",
            ],
            moves.Select(Written));
    }

    [Fact]
    public void What_left_for_a_later_year_is_counted_as_it_was_and_what_is_received_later_never()
    {
        var facts = new YearFacts(
            2022,
            Now: [],
            Closing,
            [Moved("2022-0001", Facts.Open(2022), Facts.Open(2023)), Moved("2023-0001", before: null, Facts.Open(2023))]);

        Assert.Equal([1, 0, 0, 0, 0, 0, 1], SectionThree.Count(facts.Counted, ReportForm.Of2021, 2022)["new"]);
        Assert.Equal(["2022-0001"], facts.Left(fact => CountingRules.IsNew(fact, 2022)).Select(moved => moved.Number));
        Assert.Empty(facts.Entered(fact => CountingRules.IsNew(fact, 2022)));
    }

    [Fact]
    public void An_answer_after_the_year_moves_none_of_its_figures()
    {
        var facts = new YearFacts(2022, [new(Facts.Closed(2022, 2023), 1)], Closing, [Moved("2022-0001", Facts.Open(2022), Facts.Closed(2022, 2023))]);

        Assert.Empty(FigureMoves.Of(facts, SectionThree.Count(facts.Counted, ReportForm.Of2021, 2022)));
    }

    [Fact]
    public void Whatever_changes_the_counted_facts_are_those_before() => Prop.ForAll(Facts.Any, Facts.Any, (before, after) =>
    {
        var cases = Enumerable.Range(0, Math.Max(before.Groups.Length, after.Groups.Length)).Select(place => Moved(
            $"{place}", before.Groups.ElementAtOrDefault(place)?.Fact, after.Groups.ElementAtOrDefault(place)?.Fact)).ToList();
        var facts = new YearFacts(
            before.Year,
            [.. cases.Select(moved => moved.Now).OfType<RequestFact>().Where(fact => fact.ReceivedYear <= before.Year).Select(fact => new FactGroup(fact, 1))],
            Closing with { Year = before.Year },
            [.. cases.Where(moved => moved.Before != moved.Now)]);
        var then = SectionThree.Count(before.Groups.Select(group => group with { Requests = 1 }), before.Form, before.Year);
        var counted = SectionThree.Count(facts.Counted, before.Form, before.Year);
        return before.Form.Rows.All(row => then[row.Key].SequenceEqual(counted[row.Key]));
    }).QuickCheckThrowOnFailure();

    private static MovedCase Moved(string number, RequestFact? before, RequestFact? now) => new(Guid.Empty, number, before, now);

    private static string Written(FigureMove move) =>
        $"{move.Row} {(move.Column == 0 ? "自然人" : "商业企业")} {move.Closed}→{move.Now} 增 {Numbers(move.Entered)} 减 {Numbers(move.Left)}";

    private static string Numbers(IEnumerable<MovedCase> cases) => string.Join('、', cases.Select(moved => moved.Number));
}
