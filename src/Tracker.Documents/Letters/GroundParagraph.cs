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
        return $"经审查，{Finding(ground)}{Sentence(fields)}";
    }

    /// <summary>The same of one withheld part.</summary>
    public static string Of(WithheldPart part, Func<Sealed<string>?, string?> open) =>
        $"第 {part.Number} 部分{(open(part.Part) is { } what ? $"（{what}）" : "")}{Predicate(part.Ground)}{Basis(part.Ground)}{Conclusion(part.Ground)}。{Sentence(open(part.Reasons) is { } reasons ? [$"理由：{reasons}"] : [])}";

    private static string Basis(Ground ground) => ground.Article.Length > 0 ? $"根据《中华人民共和国政府信息公开条例》{ground.Article}的规定，" : "";

    /// <summary>What was found and what follows, each ground in its own words.</summary>
    private static string Finding(Ground ground) => ground.Key switch
    {
        "petition" => $"您提交的申请属于信访、举报、投诉类事项，{Basis(ground)}不作为政府信息公开申请处理。",
        "consultation" => $"您提交的申请属于咨询，不属于政府信息公开申请，{Basis(ground)}不作为政府信息公开申请处理。",
        "duplicate" => $"您的申请与此前已答复的申请重复，{Basis(ground)}本机关不予重复处理。",
        "excessive" => $"您申请公开政府信息的数量、频次明显超过合理范围且没有正当理由，{Basis(ground)}本机关不予处理。",
        "unclear_after_supplement" => $"您的申请经补正后内容仍不明确，{Basis(ground)}本机关无法提供。",
        "not_existing" => $"经检索，没有您申请公开的信息，{Basis(ground)}本机关无法提供。",
        "supplement_overdue" or "fee_overdue" or "withdrawn" or "applicant_ceased" => $"{ground.Label}，{Basis(ground)}本机关不再处理。",
        "other" => "您的申请按下列情形办理。",
        _ => $"您申请公开的信息{Predicate(ground)}{Basis(ground)}{Conclusion(ground)}。",
    };

    /// <summary>The ground as it is said of the information, with the comma behind it.</summary>
    private static string Predicate(Ground ground) => ground.Key switch
    {
        "disclosed" or "partial" => "，",
        "already_public" or "state_secret" => $"{ground.Label}，",
        "law_forbids" => "属于法律、行政法规禁止公开的信息，",
        "security_stability" => "公开后可能危及国家安全、公共安全、经济安全、社会稳定，",
        "third_party_rights" => "涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害，",
        "not_this_agency" => "不属于本行政机关负责公开，",
        "publication" => "是公开出版物，",
        "archives" => "已移交国家档案馆，",
        "needs_creation" => "没有现成信息，需要加工、分析另行制作，",
        "not_existing" => "经检索没有，",
        "other" => "",
        _ => $"属于“{ground.Label}”的情形，",
    };

    /// <summary>What follows: the heading of the ground's row (国办公开办函〔2021〕30号) as a verb, or what the article says instead.</summary>
    private static string Conclusion(Ground ground) => ground.Key switch
    {
        "already_public" or "publication" => "现告知获取方式、途径",
        "not_this_agency" => "现将有关情况告知如下",
        "administrative_query" => "请依照有关法律、行政法规的规定办理",
        "archives" => "按照档案管理的法律、行政法规办理",
        "case_file_access" => "请按照该程序的规定查阅",
        _ => ground.Row2021.Split('_')[0] switch
        {
            "disclosed" => "予以公开",
            "partial" => "予以部分公开",
            "refused" => "不予公开",
            "unable" => "本机关无法提供",
            "unprocessed" => "本机关不予处理",
            "other" => "不作为政府信息公开申请处理",
            _ => throw new UnreachableException(),
        },
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
