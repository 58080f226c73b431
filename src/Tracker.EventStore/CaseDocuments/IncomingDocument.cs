using System.Security.Cryptography;
using Npgsql;
using Tracker.Domain.Requests;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore.CaseDocuments;

/// <summary>
/// A document on its way into the book. It comes as slowly as its sender likes, so no transaction waits for it: each piece is sealed as it
/// arrives and laid into a file of its own, in which nothing can be read and which vanishes with this object.
/// </summary>
public sealed class IncomingDocument : IAsyncDisposable
{
    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly DataKey key;
    private FileStream? spool;
    private int count;

    internal IncomingDocument(StreamKey stream, DataKey key) => (Stream, this.key) = (stream, key);

    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>Bytes of the clear content that have come.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the clear content, hexadecimal, once all of it has come.</summary>
    public string Digest { get; private set; } = "";

    internal StreamKey Stream { get; }

    /// <summary>Takes the content in. Answers why it cannot be taken, having read no further.</summary>
    /// <param name="content">The clear content.</param>
    /// <param name="judge">Is shown the first piece before anything is kept.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DocumentCutShortException">It ended before its end.</exception>
    public async Task<RequestRefusal?> ReceiveAsync(
        Stream content, Func<ReadOnlyMemory<byte>, RequestRefusal?> judge, CancellationToken cancellationToken)
    {
        var (piece, next) = (new byte[DocumentChunks.ClearBytes], new byte[DocumentChunks.ClearBytes]);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = await FillAsync(content, piece, cancellationToken);
        if (judge(piece.AsMemory(0, length)) is { } refusal)
        {
            return refusal;
        }

        spool = NewSpool();
        while (length > 0)
        {
            Size += length;
            if (Size > DocumentLimits.PerDocument)
            {
                return new DocumentTooLarge(DocumentLimits.PerDocument);
            }

            digest.AppendData(piece, 0, length);
            var following = await FillAsync(content, next, cancellationToken);
            await spool.WriteAsync(DocumentChunks.Seal(key, Place(count++, isLast: following == 0), piece.AsSpan(0, length)), cancellationToken);
            (piece, next, length) = (next, piece, following);
        }

        Digest = Convert.ToHexStringLower(digest.GetCurrentHash());
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        if (spool is not null)
        {
            await spool.DisposeAsync();
        }
    }

    /// <summary>Writes the pieces, a few at a time, in the caller's transaction.</summary>
    internal async Task WriteAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var sealedBytes = DocumentChunks.ClearBytes + Aes256.ExtraBytes;
        spool!.Position = 0;
        for (var place = 0; place < count;)
        {
            await using var batch = new NpgsqlBatch(connection);
            for (var end = Math.Min(count, place + DocumentChunks.AtOnce); place < end; place++)
            {
                var piece = new byte[Math.Min(sealedBytes, spool.Length - spool.Position)];
                await spool.ReadExactlyAsync(piece, cancellationToken);
                batch.BatchCommands.Add(DocumentChunks.Insert(Place(place, place == count - 1), key.Id, piece));
            }

            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private ChunkPlace Place(int place, bool isLast) => new(Stream, Id, place, isLast);

    /// <summary>A file without a name: whatever becomes of the program, nothing of it is left.</summary>
    private static FileStream NewSpool()
    {
        var name = Path.Combine(Path.GetTempPath(), $"tracker-{Guid.NewGuid():N}");
        var made = new FileStream(name, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous,
            UnixCreateMode = OwnersOnly,
        });
        File.Delete(name);
        return made;
    }

    private static async Task<int> FillAsync(Stream content, byte[] piece, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellationToken);
        }
        catch (IOException fault)
        {
            throw new DocumentCutShortException(fault);
        }
    }
}

/// <summary>The sender broke off.</summary>
public sealed class DocumentCutShortException(Exception fault) : Exception("The document was cut short.", fault);
