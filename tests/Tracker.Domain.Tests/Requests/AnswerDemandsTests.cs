using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests;

public class AnswerDemandsTests
{
    public static TheoryData<string> EveryGround => [.. Grounds.All.Select(ground => ground.Key)];

    [Theory]
    [MemberData(nameof(EveryGround))]
    public void Every_ground_has_its_row_which_demands_something_and_nothing_twice(string key)
    {
        var demands = AnswerDemands.Of(Grounds.Find(key)!);

        Assert.Contains(demands, demand => demand.Need != Need.Optional);
        Assert.Distinct(demands.Select(demand => demand.Field));
        Assert.NotEqual(1, demands.Count(demand => demand.Need == Need.OneOf));
    }

    [Fact]
    public void Every_field_is_demanded_by_some_ground() => Assert.Equal(
        Enum.GetValues<AnswerField>(),
        Grounds.All.SelectMany(ground => AnswerDemands.Of(ground)).Select(demand => demand.Field).Distinct().Order());

    [Fact]
    public void The_fields_are_the_members_of_the_statement_and_no_member_of_the_answer() =>
        Assert.All(Enum.GetValues<AnswerField>().Zip(typeof(AnswerStatement).GetConstructors().MaxBy(made => made.GetParameters().Length)!.GetParameters()), pair =>
        {
            Assert.Equal(pair.First.ToString(), pair.Second.Name);
            Assert.Null(typeof(RequestAnswered).GetProperty(pair.Second.Name!));
        });

    [Theory]
    [MemberData(nameof(EveryGround))]
    public void A_ground_is_met_by_its_required_fields_and_by_none_fewer(string key)
    {
        var ground = Grounds.Find(key)!;
        var demanded = AnswerDemands.Of(ground).Where(demand => demand.Need == Need.Required).Select(demand => demand.Field).ToArray();
        var either = AnswerDemands.Of(ground).Where(demand => demand.Need == Need.OneOf).Select(demand => demand.Field).ToArray();

        Assert.False(AnswerDemands.AreMet(ground, AnswerStatement.Empty));
        Assert.All(either.DefaultIfEmpty(), one => Assert.True(AnswerDemands.AreMet(ground, StatementOf.Fields([.. demanded, one]))));
        Assert.All(demanded, lacking => Assert.False(AnswerDemands.AreMet(ground, StatementOf.Fields([.. demanded.Where(field => field != lacking), .. either]))));
    }

    [Fact]
    public void What_a_ground_demands_and_the_answer_does_not_state_is_missing_and_free_words_serve_only_where_no_field_is_filled()
    {
        var answer = Answer("2023-03-20", "law_forbids");

        Assert.True(Lacks(answer));
        Assert.False(Lacks(answer with { Statement = Sealed.Text("依据") }));
        Assert.True(Lacks(answer with { Statement = Sealed.Text("依据"), Stated = StatementOf.Fields(AnswerField.Law) }));
        Assert.False(Lacks(answer with { Stated = StatementOf.Fields(AnswerField.Law, AnswerField.LawArticle) }));
    }

    [Fact]
    public void An_answer_in_part_without_a_withheld_part_lacks_it()
    {
        PartWithheld part = new(1, Grounds.Find("state_secret")!, Day.On("2023-03-08"));

        Assert.Contains(MissingFact.WithheldParts, MissingFacts.Of(Events(HandedIn("2023-03-06"), Answer("2023-03-20", "partial"))));
        Assert.DoesNotContain(MissingFact.WithheldParts, MissingFacts.Of(Events(HandedIn("2023-03-06"), part, Answer("2023-03-20", "partial"))));
        Assert.DoesNotContain(MissingFact.WithheldParts, MissingFacts.Of(Events(HandedIn("2023-03-06"), Answer("2023-03-20"))));
        Assert.Contains(
            MissingFact.WithheldParts,
            MissingFacts.Of(Events(HandedIn("2023-03-06"), part, new WithheldPartRemoved(1, Day.On("2023-03-09")), Answer("2023-03-20", "partial"))));
    }

    private static bool Lacks(RequestAnswered answer) =>
        MissingFacts.Of(Events(HandedIn("2023-03-06"), answer)).Contains(MissingFact.AnswerStatement);
}
