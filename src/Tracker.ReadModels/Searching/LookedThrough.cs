using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Tracker.ReadModels.Searching;

/// <summary>What a search found, in its order.</summary>
/// <param name="Ids">Up to one more than are listed.</param>
/// <param name="IsAll">Whether none was left out.</param>
internal sealed record Found(ImmutableArray<Guid> Ids, bool IsAll);

/// <summary>
/// What the last few searches found in the requests they opened, so that the next page of one opens none of them again. A request is
/// remembered as it was in a version; what changed since, or was erased, is not what is remembered. Neither words nor texts are kept.
/// </summary>
internal sealed class LookedThrough
{
    private const int Most = 32;

    private readonly byte[] key = RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes);
    private readonly Lock turn = new();
    private readonly Queue<string> names = [];
    private readonly Dictionary<string, Search> searches = new(StringComparer.Ordinal);

    public Search For(string office, string typed)
    {
        var name = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{office}\n{typed}")));
        lock (turn)
        {
            if (!searches.TryGetValue(name, out var search))
            {
                searches.Add(name, search = new());
                names.Enqueue(name);
                if (names.Count > Most)
                {
                    searches.Remove(names.Dequeue());
                }
            }

            return search;
        }
    }

    /// <summary>One search.</summary>
    internal sealed class Search
    {
        /// <summary>A search with other filters may look at others; not without end.</summary>
        private const int Most = 10_000;

        /// <summary>As many lists of it are remembered, one for each filter and order.</summary>
        private const int MostLists = 8;

        private readonly ConcurrentDictionary<Guid, (long Version, bool Holds)> looked = [];

        /// <summary>What was found, by how the selection is spelled.</summary>
        public UntilWritten<Found> Lists { get; } = new(MostLists);

        /// <summary>What was shown of it, by the page and how the selection is spelled.</summary>
        public UntilWritten<CasePage> Pages { get; } = new(MostLists);

        public bool Knows(Guid id, long version) => looked.TryGetValue(id, out var known) && known.Version == version;

        public bool Holds(Guid id, long version) => looked.TryGetValue(id, out var known) && known == (version, true);

        public void Keep(Guid id, long version, bool holds)
        {
            if (looked.Count >= Most)
            {
                looked.Clear();
            }

            looked[id] = (version, holds);
        }
    }
}
