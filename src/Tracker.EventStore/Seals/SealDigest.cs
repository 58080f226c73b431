using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Tracker.EventStore.Seals;

/// <summary>An event as the digest sees it: where it stands, which it is, and its hash, which covers what it says.</summary>
internal sealed record SealedPlace(long Position, StreamKey Stream, long Version, Guid Id, string Hash)
{
    /// <summary>In the global order, after <c>$1</c> and up to <c>$2</c>.</summary>
    public const string InOrder =
        """
        select seq_id, tenant_id, stream_id, version, id, coalesce(headers->>'hash', '') from mt_events
        where seq_id > $1 and seq_id <= $2 order by seq_id
        """;

    public static SealedPlace Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), new(reader.GetString(1), reader.GetGuid(2)), reader.GetInt64(3), reader.GetGuid(4), reader.GetString(5));
}

/// <summary>
/// The running digest of the whole book in its global order. It depends on the events alone and not on where they were sealed, so a
/// head code can be checked without trusting the table of seals.
/// </summary>
internal sealed class SealDigest(byte[] digest, long events)
{
    /// <summary>Of the empty book.</summary>
    public static SealDigest Beginning => new(new byte[SHA256.HashSizeInBytes], events: 0);

    public byte[] Value { get; private set; } = digest;

    public long Events { get; private set; } = events;

    /// <summary>The place of the last event that was added here.</summary>
    public long Position { get; private set; }

    /// <summary>SHA-256 of the digest before and the event's line.</summary>
    public void Add(SealedPlace place)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture, $"{place.Position}\n{place.Stream.Office}\n{place.Stream.Id}\n{place.Version}\n{place.Id}\n{place.Hash}\n");
        Value = SHA256.HashData([.. Value, .. Encoding.UTF8.GetBytes(line)]);
        Events++;
        Position = place.Position;
    }
}
