using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.AnnualReports;

/// <summary>
/// What corrections and reopenings do to the table, for a statistician: one request, its rows in each year before, and its rows after.
/// Received 2021-12-20 and answered 2022-01-04 (予以公开) where nothing else is said.
/// </summary>
public sealed class CorrectionTableTests
{
    private static readonly RequestState Disclosed = Events(HandedIn("2021-12-20"), Answer("2022-01-04"));

    [Fact]
    public void Before_any_of_it() => AssertTable(
        Disclosed,
        (2021, "new carried_out"),
        (2022, "carried_in disclosed total"),
        (2023, ""));

    [Fact]
    public void A_result_taken_back_to_correct_the_data_never_was_and_the_right_one_is_counted_in_its_place()
    {
        var open = Disclosed.Evolve(new EntryTakenBack(2, On("2022-03-01")));

        AssertTable(open, (2021, "new carried_out"), (2022, "carried_in carried_out"), (2023, "carried_in carried_out"));
        AssertTable(
            open.Evolve(Answer("2022-01-04", "partial")),
            (2021, "new carried_out"),
            (2022, "carried_in partial total"),
            (2023, ""));
    }

    [Fact]
    public void Handling_resumed_neither_undoes_nor_repeats_the_counted_result()
    {
        var resumed = Disclosed.Evolve(new HandlingResumed(On("2022-03-01")));

        AssertSame(Disclosed, resumed);
        AssertSame(Disclosed, resumed.Evolve(new RequestReAnswered(Grounds.Find("partial")!, On("2023-03-01"))));
    }

    [Theory]
    [InlineData("2022-11-01")] // in the year of the first result
    [InlineData("2023-02-01")] // in the next year
    public void A_re_answer_that_was_ordered_moves_no_result(string answeredOn) => AssertSame(
        Disclosed,
        Disclosed
            .Evolve(new ReAnswerOrdered(ReAnswerAuthority.Court, On("2022-10-10"), On("2023-03-01")))
            .Evolve(new RequestReAnswered(Grounds.Find("not_existing")!, On(answeredOn))));

    [Fact]
    public void A_void_entry_leaves_every_row_of_every_year_also_of_those_that_are_closed()
    {
        var closed = Events(HandedIn("2021-12-20"), new RequestCarriedForward(2021), Answer("2022-01-04"));

        Assert.Null(RequestFact.Of(closed.Evolve(new RequestVoided(On("2022-02-01")))));
        Assert.Equal(
            ["2021 new -1", "2021 carried_out -1", "2022 carried_in -1", "2022 disclosed -1", "2022 total -1"],
            TableEffect.Of(RequestFact.Of(closed), after: null, 2022).Select(move => $"{move.Year} {move.Row.Key} {move.Change}"));
    }

    [Fact]
    public void A_void_taken_back_counts_as_before() =>
        AssertSame(Disclosed, Disclosed.Evolve(new RequestVoided(On("2022-02-01"))).Evolve(new EntryTakenBack(3, On("2022-02-02"))));

    [Fact]
    public void Of_a_split_across_New_Year_the_first_part_keeps_its_year_and_the_further_part_is_new_in_the_year_of_the_split()
    {
        var whole = Events(HandedIn("2021-12-20"));
        var accepted = (Accepted<RequestEvent>)SplitRequest.Decide(
            whole, new(Guid.CreateVersion7(), On("2022-01-05"), Reason: null), RequestNumber.FromCounter(2022, 1), On("2022-01-05"));
        var split = (PartSplitOff)accepted.Events.Single();
        var part = Events([.. SplitRequest.PartOf(whole, Guid.CreateVersion7(), split, new(Name: null, Contact: null, Content: null))]);

        AssertTable(whole.Evolve(split).Evolve(Answer("2022-01-10")), (2021, "new carried_out"), (2022, "carried_in disclosed total"));
        AssertTable(part.Evolve(Answer("2022-01-10")), (2021, ""), (2022, "new disclosed total"));
        Assert.Equal(whole.Receipt, part.Receipt); // the clock keeps the day of receipt
    }

    [Fact]
    public void A_corrected_kind_moves_the_request_to_the_other_column() => Assert.Equal(
        ["2022 NaturalPerson new -1", "2022 NaturalPerson carried_out -1", "2022 CommercialEnterprise new 1", "2022 CommercialEnterprise carried_out 1"],
        TableEffect.Of(
                RequestFact.Of(Events(HandedIn("2022-12-20"))),
                RequestFact.Of(Events(HandedIn("2022-12-20"), new ApplicantCorrected(On("2022-12-21"), ApplicantKind.CommercialEnterprise))),
                2022)
            .Select(move => $"{move.Year} {move.Column} {move.Row.Key} {move.Change}"));

    [Fact]
    public void A_day_of_receipt_corrected_across_New_Year_moves_the_request_to_the_other_year() => AssertTable(
        Disclosed.Evolve(new ReceiptFactsCorrected(On("2022-02-01"), Channel.InPerson, new(On("2022-01-03")))),
        (2021, ""),
        (2022, "new disclosed total"));

    private static void AssertTable(RequestState state, params (int Year, string Rows)[] years) =>
        Assert.Equal(years.Select(year => (year.Year, year.Rows)), years.Select(year => (year.Year, Rows(state, year.Year))));

    private static void AssertSame(RequestState one, RequestState other) =>
        Assert.All(Enumerable.Range(2020, 6), year => Assert.Equal(Rows(one, year), Rows(other, year)));

    private static string Rows(RequestState state, int year) =>
        string.Join(' ', CellOf.Rows(RequestFact.Of(state)!, ReportForm.Of2021, year).Select(row => row.Key));
}
