using System.Security.Cryptography;

namespace Tracker.EventStore.Sealing;

/// <summary>AES-256-GCM as one piece: nonce (12 bytes), ciphertext, tag (16 bytes).</summary>
internal static class Aes256
{
    public const int KeyBytes = 32;

    /// <summary>By how much a piece is longer than what it holds.</summary>
    public const int ExtraBytes = NonceBytes + TagBytes;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> clear, ReadOnlySpan<byte> bound)
    {
        var piece = new byte[NonceBytes + clear.Length + TagBytes];
        var nonce = piece.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, clear, piece.AsSpan(NonceBytes, clear.Length), piece.AsSpan(NonceBytes + clear.Length), bound);
        return piece;
    }

    /// <exception cref="AuthenticationTagMismatchException">Another key, another binding, or the piece was changed.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> piece, ReadOnlySpan<byte> bound)
    {
        if (piece.Length < NonceBytes + TagBytes)
        {
            throw new AuthenticationTagMismatchException();
        }

        var clear = new byte[piece.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(piece[..NonceBytes], piece.Slice(NonceBytes, clear.Length), piece[^TagBytes..], clear, bound);
        return clear;
    }
}
