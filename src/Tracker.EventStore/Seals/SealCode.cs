using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tracker.EventStore.Seals;

/// <summary>
/// 封存码: the head of the book in a form that can stand on paper and be typed in again, such as <c>1207-7K2QX-9FM4T-0ZB8R-H6WNC</c>:
/// the place, 90 bits of the digest up to there, and 10 bits by which a slip of the pen is told from a changed book.
/// </summary>
public sealed record SealCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32: no I, L, O, U
    private const int BitsPerLetter = 5;
    private const int DigestLetters = 18;
    private const int CheckLetters = 2;
    private const int GroupLetters = 5;

    private SealCode(long position, string letters)
    {
        Position = position;
        Letters = letters;
    }

    /// <summary>The place in the global order up to which it covers the book.</summary>
    public long Position { get; }

    private string Letters { get; }

    internal static SealCode Of(long position, ReadOnlySpan<byte> digest)
    {
        var letters = Encode(digest, DigestLetters);
        return new(position, letters + Check(position, letters));
    }

    /// <summary>What somebody typed, or none if it cannot be a head code. Small letters, full-width ones, O for 0, I and L for 1 are understood.</summary>
    public static SealCode? TryParse(string? typed)
    {
        var parts = string.Concat((typed ?? "").Trim().Select(Narrow)).Split('-', 2);
        if (parts is not [var place, var rest]
            || !long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
        {
            return null;
        }

        var letters = string.Concat(rest.ToUpperInvariant().Where(letter => letter is not ('-' or ' ')).Select(letter => letter switch
        {
            'O' => '0',
            'I' or 'L' => '1',
            _ => letter,
        }));
        return letters.Length == DigestLetters + CheckLetters && letters[DigestLetters..] == Check(position, letters[..DigestLetters])
            ? new(position, letters)
            : null;
    }

    /// <summary>What a Chinese input method makes of a letter, a digit or a hyphen is the same letter, digit or hyphen.</summary>
    private static char Narrow(char typed) => typed switch
    {
        >= '！' and <= '～' => (char)(typed - '！' + '!'),
        '　' => ' ',
        '‐' or '‑' or '–' or '—' or '−' => '-',
        _ => typed,
    };

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Position}-{string.Join('-', Letters.Chunk(GroupLetters).Select(group => new string(group)))}");

    private static string Check(long position, string letters) =>
        Encode(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{position}-{letters}"))), CheckLetters);

    /// <summary>The first bits, five to a letter.</summary>
    private static string Encode(ReadOnlySpan<byte> bytes, int letters)
    {
        var encoded = new StringBuilder(letters);
        for (var letter = 0; letter < letters; letter++)
        {
            var value = 0;
            for (var bit = letter * BitsPerLetter; bit < (letter + 1) * BitsPerLetter; bit++)
            {
                value = (value << 1) | ((bytes[bit / 8] >> (7 - (bit % 8))) & 1);
            }

            encoded.Append(Alphabet[value]);
        }

        return encoded.ToString();
    }
}
