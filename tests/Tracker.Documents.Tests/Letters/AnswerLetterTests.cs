using System.Collections.Immutable;
using System.Reflection;
using Tracker.Documents.Letters;
using Tracker.Domain;
using Tracker.Domain.Requests;

namespace Tracker.Documents.Tests.Letters;

public class AnswerLetterTests
{
    private static readonly ConstructorInfo Made = typeof(AnswerStatement).GetConstructors().MaxBy(made => made.GetParameters().Length)!;

    /// <summary>What the statement of these tests says, by the sealed text that says it.</summary>
    private static readonly Dictionary<Sealed<string>, string> Texts = [];

    private static readonly AnswerStatement Everything =
        (AnswerStatement)Made.Invoke([.. Made.GetParameters().Select(member => Value(member.ParameterType, member.Name!))]);

    public static TheoryData<string> EveryGround => [.. Grounds.All.Select(ground => ground.Key)];

    [Theory]
    [MemberData(nameof(EveryGround))]
    public void A_paragraph_names_its_ground_its_article_and_every_field_of_the_ground_and_no_other(string key)
    {
        var ground = Grounds.Find(key)!;

        var paragraph = GroundParagraph.Of(ground, Everything, Open);

        Assert.Single(Grounds.All, other => GroundParagraph.Of(other, stated: null, Open) == GroundParagraph.Of(ground, stated: null, Open));
        Assert.Contains(ground.Article, paragraph);
        Assert.Equal(ground.Article.Length > 0, paragraph.Contains("条例", StringComparison.Ordinal));
        var demanded = AnswerDemands.Of(ground).Select(demand => demand.Field).ToList();
        Assert.All(Enum.GetValues<AnswerField>(), field => Assert.Equal(demanded.Contains(field), paragraph.Contains($"。{AnswerWords.Of(field)}：{Said(field)}。", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(EveryGround))]
    public void What_is_not_stated_or_can_no_longer_be_read_is_left_out(string key)
    {
        var ground = Grounds.Find(key)!;

        Assert.Equal(GroundParagraph.Of(ground, AnswerStatement.Empty, Open), GroundParagraph.Of(ground, stated: null, Open));
        Assert.DoesNotContain("样例", GroundParagraph.Of(ground, Everything, _ => null));
    }

    [Theory]
    [MemberData(nameof(EveryGround))]
    public void The_remedy_follows_the_ground_and_where_reconsideration_comes_first_no_court_is_named(string key)
    {
        var ground = Grounds.Find(key)!;

        var remedy = AnswerLetter.Paragraphs(ground, Everything, [], Open, "样例市人民政府", "样例市人民法院")[^1];

        Assert.Contains("60日内向样例市人民政府", remedy);
        Assert.Equal(ground.Remedy == Remedy.ReconsiderationFirst, remedy.Contains("应当先申请行政复议", StringComparison.Ordinal));
        Assert.Equal(ground.Remedy == Remedy.Choice, remedy.Contains("6个月内向样例市人民法院提起行政诉讼", StringComparison.Ordinal));
        Assert.Equal(ground.Remedy == Remedy.Choice, remedy.Contains("法院", StringComparison.Ordinal));
        Assert.Equal(ground.Remedy == Remedy.ReconsiderationFirst, remedy.Contains("第二十三条第一款第四项", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_withheld_part_has_its_paragraph_and_parts_that_differ_have_each_their_remedy()
    {
        ImmutableArray<WithheldPart> parts = [Part(1, "not_existing"), Part(2, "state_secret")];

        var letter = AnswerLetter.Paragraphs(Grounds.Partial, Everything, parts, Open);

        Assert.Equal(5, letter.Length);
        Assert.Contains("第 1 部分（样例内容）经检索没有，根据《中华人民共和国政府信息公开条例》第三十六条第四项的规定，本机关无法提供。理由：样例理由。", letter[1]);
        Assert.Contains("第十四条的规定，不予公开。", letter[2]);
        Assert.Equal("如对本答复第 2 部分的决定不服，根据《中华人民共和国行政复议法》第二十三条第一款第四项的规定，应当先申请行政复议，可以自收到本答复之日起60日内向〔复议机关〕提出。", letter[3]);
        Assert.Equal("如对本答复第 1 部分的决定不服，可以自收到本答复之日起60日内向〔复议机关〕申请行政复议，也可以自收到本答复之日起6个月内向〔人民法院〕提起行政诉讼。", letter[4]);
    }

    [Fact]
    public void Every_field_and_every_choice_of_an_answer_has_one_word_of_its_own()
    {
        Distinct(Enum.GetValues<AnswerField>(), AnswerWords.Of);
        Distinct(Enum.GetValues<ProtectedRight>(), AnswerWords.Of);
        Distinct(Enum.GetValues<InternalAffair>(), AnswerWords.Of);
        Distinct(Enum.GetValues<ProcessInformation>(), AnswerWords.Of);
        Distinct(Enum.GetValues<Delivery>(), AnswerWords.Of);
        Distinct(Enum.GetValues<InformationForm>(), AnswerWords.Of);
        Distinct(Enum.GetValues<AnswerFlag>(), AnswerWords.Of);
        Distinct(Enum.GetValues<DraftStage>(), AnswerWords.Of);
    }

    private static void Distinct<T>(T[] values, Func<T, string> word) => Assert.Equal(values.Length, values.Select(word).Distinct().Count());

    private static WithheldPart Part(int number, string ground) =>
        new(number, Grounds.Find(ground)!, new(2026, 3, 9), Text("样例内容"), Text("样例理由"));

    private static string Said(AnswerField field) => Everything.Value(field) switch
    {
        Sealed<string> text => Texts[text],
        DateOnly => "2026年3月5日",
        ProtectedRight => "个人隐私",
        InternalAffair => "后勤管理",
        ProcessInformation => "过程稿",
        var other => throw new NotSupportedException($"{other}"),
    };

    private static string? Open(Sealed<string>? text) => text is null ? null : Texts[text];

    private static object? Value(Type type, string name) =>
        type == typeof(Sealed<string>) ? Text($"样例{name}")
        : type == typeof(DateOnly?) ? new DateOnly(2026, 3, 5)
        : Enum.GetValues(Nullable.GetUnderlyingType(type)!).GetValue(1);

    private static Sealed<string> Text(string clear)
    {
        var text = Sealed.Text(clear)!;
        Texts.Add(text, clear);
        return text;
    }
}
