using System.Text;
using Npgsql;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore.CaseDocuments;

/// <summary>
/// 附件的内容, piece by piece, so that no document need ever be held as a whole. Each piece is bound to its place and to whether it is the
/// last one: none can be moved, left out or put behind the end.
/// </summary>
internal static class DocumentChunks
{
    /// <summary>Of the clear content; the last piece holds what is left.</summary>
    public const int ClearBytes = 64 * 1024;

    /// <summary>How many go to the database, or come from it, at once.</summary>
    public const int AtOnce = 8;

    private const string Insertion =
        "insert into document_chunks (tenant_id, case_id, document_id, place, key_id, sealed) values ($1, $2, $3, $4, $5, $6)";

    /// <summary>How many pieces a content has.</summary>
    /// <param name="size">Bytes, more than none.</param>
    public static int CountOf(long size) => (int)((size + ClearBytes - 1) / ClearBytes);

    public static byte[] Seal(DataKey key, ChunkPlace place, ReadOnlySpan<byte> clear) => Aes256.Seal(key.Key, clear, Binding(place));

    /// <exception cref="System.Security.Cryptography.AuthenticationTagMismatchException">It is another piece, or was changed.</exception>
    public static byte[] Open(DataKey key, ChunkPlace place, ReadOnlySpan<byte> piece) => Aes256.Open(key.Key, piece, Binding(place));

    public static NpgsqlBatchCommand Insert(ChunkPlace place, Guid key, byte[] piece) => new(Insertion)
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = place.Stream.Office },
            new NpgsqlParameter<Guid> { TypedValue = place.Stream.Id },
            new NpgsqlParameter<Guid> { TypedValue = place.Document },
            new NpgsqlParameter<int> { TypedValue = place.Place },
            new NpgsqlParameter<Guid> { TypedValue = key },
            new NpgsqlParameter<byte[]> { TypedValue = piece },
        },
    };

    /// <summary>Deletes a document's content.</summary>
    public static NpgsqlBatchCommand Delete(StreamKey stream, Guid document) =>
        new("delete from document_chunks where tenant_id = $1 and case_id = $2 and document_id = $3")
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = stream.Office },
                new NpgsqlParameter<Guid> { TypedValue = stream.Id },
                new NpgsqlParameter<Guid> { TypedValue = document },
            },
        };

    /// <summary>Deletes the content of all documents of a request.</summary>
    public static NpgsqlBatchCommand Delete(StreamKey stream) => new("delete from document_chunks where tenant_id = $1 and case_id = $2")
    {
        Parameters = { new NpgsqlParameter<string> { TypedValue = stream.Office }, new NpgsqlParameter<Guid> { TypedValue = stream.Id } },
    };

    private static byte[] Binding(ChunkPlace place) => Encoding.UTF8.GetBytes(
        $"document\n{place.Stream.Office}\n{place.Stream.Id}\n{place.Document}\n{place.Place}\n{(place.IsLast ? "last" : "more")}");
}

/// <summary>Where a piece belongs.</summary>
internal sealed record ChunkPlace(StreamKey Stream, Guid Document, int Place, bool IsLast);
