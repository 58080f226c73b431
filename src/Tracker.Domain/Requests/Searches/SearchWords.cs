using System.Collections.Immutable;
using Tracker.Domain.Requests.Hints;

namespace Tracker.Domain.Requests.Searches;

/// <summary>搜索: what somebody typed to look for; each of its words must be found in a request.</summary>
public sealed class SearchWords
{
    /// <summary>So many characters may be typed.</summary>
    public const int Longest = 64;

    private SearchWords(string typed, ImmutableArray<SearchWord> words) => (Typed, Words) = (typed, words);

    public string Typed { get; }

    public ImmutableArray<SearchWord> Words { get; }

    /// <summary>A word nothing can be looked through for stands among them.</summary>
    public bool AreTooShort => Words.Any(word => word.IsTooShort);

    /// <summary>None if only white space was typed. A telephone number written in groups is one word.</summary>
    public static SearchWords? Of(string? typed)
    {
        var words = (typed ?? "").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length > 1 && words.All(word => word.All(IsOfPhone)) && ContactPhones.Of(string.Join(' ', words)) is [_])
        {
            words = [string.Concat(words)];
        }

        return words.Length == 0 ? null : new(typed!.Trim(), [.. words.Select(word => new SearchWord(word))]);
    }

    /// <summary>Each word stands in the number or in the texts.</summary>
    public bool AreIn(string number, CaseTexts texts) => Words.All(word => word.IsIn(number) || word.IsIn(texts));

    /// <summary>Each word stands in the number: no text needs to be opened.</summary>
    public bool AreIn(string number) => Words.All(word => word.IsIn(number));

    private static bool IsOfPhone(char sign) => char.IsAsciiDigit(sign) || sign is '-' or '(' or ')' or '+';
}
