using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;

namespace Tracker.Domain.Tests.Requests;

public class GroundsTests
{
    [Fact]
    public void The_list_is_the_official_one_in_its_order() => Assert.Equal(
        OfficialGrounds.All,
        Grounds.All.Select(ground => (ground.Key, ground.Label, ground.Row2021, ground.Row2019, ground.ClassPre2019, ground.Remedy)));

    [Fact]
    public void No_ground_is_retired_yet() => Assert.All(Grounds.All, ground => Assert.Null(ground.RetiredOn));

    [Fact]
    public void Keys_are_unique() => Assert.Distinct(Grounds.All.Select(ground => ground.Key));

    [Fact]
    public void Labels_are_unique_and_none_is_anothers_key() =>
        Assert.Distinct(Grounds.All.SelectMany(ground => new[] { ground.Key, ground.Label }));

    [Fact]
    public void Every_ground_counts_in_a_result_row_of_both_forms() => Assert.All(Grounds.All, ground => Assert.All(
        ReportForm.All,
        form => Assert.Equal(RowKind.Result, form.Row(form.RowOf(ground)).Kind)));

    [Fact]
    public void Every_result_row_of_both_forms_has_a_ground() => Assert.All(ReportForm.All, form => Assert.Equal(
        form.Rows.Where(row => row.Kind == RowKind.Result).Select(row => row.Key),
        Grounds.All.Select(form.RowOf).Distinct()));

    [Fact]
    public void The_forms_differ_only_below_other_processing() => Assert.All(
        Grounds.All,
        ground => Assert.Equal(ground.Row2019, ground.Row2021.StartsWith("other_", StringComparison.Ordinal) ? "other" : ground.Row2021));

    [Fact]
    public void Reconsideration_comes_first_exactly_for_refusals_under_articles_14_to_16() => Assert.Equal(
        Grounds.All.Where(ground => ground.Article is ['第', '十', '四' or '五' or '六', '条', ..]),
        Grounds.All.Where(ground => ground.Remedy == Remedy.ReconsiderationFirst));

    [Fact]
    public void Every_ground_says_what_its_answer_must_state() =>
        Assert.All(Grounds.All, ground => Assert.False(string.IsNullOrWhiteSpace(ground.MustState)));

    [Fact]
    public void A_ground_is_found_by_its_key_or_its_label() => Assert.All(Grounds.All, ground =>
    {
        Assert.Same(ground, Grounds.Find(ground.Key));
        Assert.Same(ground, Grounds.FindByKeyOrLabel(ground.Key));
        Assert.Same(ground, Grounds.FindByKeyOrLabel(ground.Label));
        Assert.Null(Grounds.Find(ground.Label));
    });

    [Theory]
    [InlineData("")]
    [InlineData("Disclosed")]
    [InlineData("予以公开。")]
    public void Any_other_word_is_no_ground(string text) => Assert.Null(Grounds.FindByKeyOrLabel(text));

    [Fact]
    public void The_two_grounds_with_rules_of_their_own_are_the_ones_their_names_say() =>
        Assert.Equal(("withdrawn", "other"), (Grounds.Withdrawn.Key, Grounds.Other.Key));
}
