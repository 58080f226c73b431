using System.Collections.Concurrent;
using System.Collections.Immutable;
using Tracker.Domain.Requests.Hints;

namespace Tracker.EventStore.Indexing;

/// <summary>By what a request can be found, hashed.</summary>
/// <param name="Terms">What kind of term, and its hash.</param>
/// <param name="Pairs">The character pairs of content and names.</param>
internal sealed record CaseTerms(ImmutableArray<(string Kind, long Hash)> Terms, ImmutableArray<long> Pairs)
{
    public const string Name = "name";
    public const string Phone = "phone";
    public const string Number = "number";
    public const string Content = "content";

    /// <summary>
    /// The smallest hashes of the content's pairs: of two contents that share four fifths of their pairs all but one in several hundred
    /// thousand share one of these.
    /// </summary>
    public const string Likeness = "likeness";

    public const int LikenessTerms = 8;

    /// <summary>So many hashes are kept for texts to come; the same pairs come again and again.</summary>
    private const int Remembered = 100_000;

    public static CaseTerms None { get; } = new([], []);

    public static CaseTerms Of(CaseTexts texts, IndexKey key) => Of(texts, key.Hash, key);

    /// <summary>The same, with the hashes of pairs remembered from one request to the next.</summary>
    public static CaseTerms Of(CaseTexts texts, IndexKey key, ConcurrentDictionary<(int, int), long> known) => Of(
        texts, pair => known.TryGetValue(pair, out var hash) ? hash : known.Count < Remembered ? known.GetOrAdd(pair, key.Hash) : key.Hash(pair), key);

    private static CaseTerms Of(CaseTexts texts, Func<(int, int), long> pairHash, IndexKey key)
    {
        var content = texts.Pairs.Select(pairHash).ToHashSet();
        var names = texts.Applicants.SelectMany(applicant => NormalText.Pairs(applicant.Name)).Select(pairHash);
        IEnumerable<(string Kind, string Term)> terms =
        [
            .. texts.Applicants.Select(applicant => (Name, applicant.Name)),
            .. texts.Applicants.SelectMany(applicant => applicant.Phones).Select(phone => (Phone, phone)),
            .. texts.Applicants.SelectMany(applicant => applicant.Numbers).Select(number => (Number, number)),
            (Content, texts.Content),
        ];
        return new(
            [
                .. terms.Where(term => term.Term.Length > 0).Distinct().Select(term => (term.Kind, key.Hash(term.Kind, term.Term))),
                .. content.Order().Take(LikenessTerms).Select(hash => (Likeness, hash)),
            ],
            [.. content.Union(names)]);
    }

    public IEnumerable<long> HashesOf(string kind) => Terms.Where(term => term.Kind == kind).Select(term => term.Hash);
}
