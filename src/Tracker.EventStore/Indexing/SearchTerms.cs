using System.Collections.Immutable;
using Tracker.Domain.Requests.Hints;
using Tracker.Domain.Requests.Searches;

namespace Tracker.EventStore.Indexing;

/// <summary>What one search condition is found by. Two texts may share a hash: what is found is opened and looked at.</summary>
/// <param name="Pairs">Hashes of character pairs that must all be there; none if texts are not looked through.</param>
/// <param name="Phones">Hashes of telephone numbers, of which one must be there.</param>
/// <param name="Pattern">What the 登记编号 is like, in SQL's LIKE; none if it is not looked at.</param>
/// <param name="Parts">What such a number holds.</param>
public sealed record SearchTerms(ImmutableArray<long> Pairs, ImmutableArray<long> Phones, string? Pattern, ImmutableArray<string> Parts)
{
    /// <summary>What is found by a part of the 登记编号 alone.</summary>
    public static SearchTerms OfNumber(string part) => new([], [], NumberParts.Pattern(part), NumberParts.Of(part));

    /// <summary>The conditions that must all hold. Words that stand only in texts are one together.</summary>
    public static async Task<ImmutableArray<SearchTerms>> OfAsync(Book book, string office, SearchWords words, CancellationToken cancellationToken)
    {
        var key = await book.IndexKeys.OfAsync(office, cancellationToken);
        var inTexts = words.Words.Where(word => word.Fragment.Length == 0).SelectMany(word => PairsOf(word, key)).Distinct().ToImmutableArray();
        return
        [
            .. inTexts.IsEmpty ? [] : new[] { new SearchTerms(inTexts, [], Pattern: null, Parts: []) },
            .. words.Words.Where(word => word.Fragment.Length > 0).Select(word => new SearchTerms(
                [.. PairsOf(word, key)], [.. word.Phones.Select(phone => key.Hash(CaseTerms.Phone, phone))], word.Pattern, word.Parts)),
        ];
    }

    private static IEnumerable<long> PairsOf(SearchWord word, IndexKey key) => word.IsForTexts ? NormalText.Pairs(word.Normal).Select(key.Hash) : [];
}
