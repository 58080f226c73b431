using System.Diagnostics;
using Tracker.Domain;
using Tracker.Domain.Requests;

namespace Tracker.Documents.Letters;

/// <summary>理由段: which ground, by which article, and what the ground demands to be stated.</summary>
public static class GroundParagraph
{
    /// <param name="ground">办理结果</param>
    /// <param name="stated">What is stated; what is not is left out.</param>
    /// <param name="open">Opens a sealed text; none if its key is destroyed.</param>
    public static string Of(Ground ground, AnswerStatement? stated, Func<Sealed<string>?, string?> open)
    {
        var fields = AnswerDemands.Of(ground)
            .Select(demand => (demand.Field, Text: Words(stated?.Value(demand.Field), open)))
            .Where(field => field.Text is not null)
            .Select(field => $"{AnswerWords.Of(field.Field)}：{field.Text}");
        return $"经审查，您申请公开的信息{Predicate(ground)}，{Basis(ground)}{Conclusion(ground)}。{Sentence(fields)}";
    }

    /// <summary>The same of one withheld part.</summary>
    public static string Of(WithheldPart part, Func<Sealed<string>?, string?> open) =>
        $"第 {part.Number} 部分{(open(part.Part) is { } what ? $"（{what}）" : "")}{Predicate(part.Ground)}，{Basis(part.Ground)}{Conclusion(part.Ground)}。{Sentence(open(part.Reasons) is { } reasons ? [$"理由：{reasons}"] : [])}";

    private static string Basis(Ground ground) => ground.Article.Length > 0 ? $"根据《中华人民共和国政府信息公开条例》{ground.Article}的规定，" : "";

    /// <summary>The ground as it is said of the information.</summary>
    private static string Predicate(Ground ground) => ground.Key switch
    {
        "already_public" or "state_secret" => ground.Label,
        "disclosed" => "可以公开",
        "partial" => "可以部分公开",
        _ => $"属于“{ground.Label}”的情形",
    };

    /// <summary>The heading of the ground's row (国办公开办函〔2021〕30号) as a verb.</summary>
    private static string Conclusion(Ground ground) => ground.Row2021.Split('_')[0] switch
    {
        "disclosed" when ground.Key == "already_public" => "现告知获取的方式、途径和时间",
        "disclosed" => "予以公开",
        "partial" => "予以部分公开",
        "refused" => "不予公开",
        "unable" => "本机关无法提供",
        "unprocessed" => "本机关不予处理",
        "other" => "本机关作其他处理",
        _ => throw new UnreachableException(),
    };

    private static string? Words(object? value, Func<Sealed<string>?, string?> open) => value switch
    {
        null => null,
        Sealed<string> text => open(text),
        DateOnly day => $"{day.Year}年{day.Month}月{day.Day}日",
        ProtectedRight right => AnswerWords.Of(right),
        InternalAffair affair => AnswerWords.Of(affair),
        ProcessInformation information => AnswerWords.Of(information),
        _ => throw new UnreachableException(),
    };

    private static string Sentence(IEnumerable<string> clauses) =>
        string.Concat(clauses.Select(clause => $"{clause.TrimEnd('。', '；', ';')}。"));
}
