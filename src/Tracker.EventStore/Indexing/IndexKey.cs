using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore.Indexing;

/// <summary>索引密钥: an office's own, under which the hashes of its terms are made. It never changes; only what wraps it does.</summary>
internal sealed class IndexKey
{
    private readonly byte[] key;

    private IndexKey(Guid id, byte[] key) => (Id, this.key) = (id, key);

    public Guid Id { get; }

    public static IndexKey New() => new(Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(Aes256.KeyBytes));

    public static IndexKey Unwrap(MasterKey master, string office, Guid id, byte[] wrapped) => new(id, master.Open(wrapped, Binding(office, id)));

    public byte[] Wrap(MasterKey master, string office) => master.Seal(key, Binding(office, Id));

    /// <summary>The first 64 bits of HMAC-SHA256 over what kind of term it is and the term.</summary>
    public long Hash(string kind, string term) => Hash(Encoding.UTF8.GetBytes($"{kind}\n{term}"));

    /// <summary>The same of two characters that follow one another.</summary>
    public long Hash((int First, int Second) pair)
    {
        Span<byte> text = stackalloc byte[sizeof(int) * 2];
        BinaryPrimitives.WriteInt32BigEndian(text, pair.First);
        BinaryPrimitives.WriteInt32BigEndian(text[sizeof(int)..], pair.Second);
        return Hash(text); // shorter than any kind with its term
    }

    private long Hash(ReadOnlySpan<byte> text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, text, hash);
        return MemoryMarshal.Read<long>(hash);
    }

    private static byte[] Binding(string office, Guid id) => Encoding.UTF8.GetBytes($"index-key\n{office}\n{id}");
}
