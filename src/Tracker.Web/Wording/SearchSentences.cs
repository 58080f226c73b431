using Tracker.Domain.Requests.Searches;

namespace Tracker.Web.Wording;

/// <summary>What is said about a search.</summary>
public static class SearchSentences
{
    /// <summary>What the search box finds.</summary>
    public const string Finds = "可以查登记编号（或者其中的数字）、申请内容中的词语、申请人的姓名或者名称、完整的电话号码；几个词用空格隔开，要求同时符合。";

    public const string Over = "搜索已过期，请重新输入。";

    public static string Chip(SearchWords words) => $"搜索：“{words.Typed}”";

    /// <summary>Why nothing is looked for; none if it is.</summary>
    public static string? WhyNot(string? typed, SearchWords? words) => typed switch
    {
        { Length: > SearchWords.Longest } => $"搜索词不能超过 {SearchWords.Longest} 个字。",
        not null when typed.Any(sign => char.IsControl(sign) && !char.IsWhiteSpace(sign)) => "搜索词中有不能识别的字符。",
        _ when words?.AreTooShort == true => $"每个词至少要有 {SearchWord.Shortest} 个字（数字除外），标点不计。",
        _ => null,
    };
}
