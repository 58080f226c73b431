namespace Tracker.Domain;

/// <summary>
/// A value that decisions carry and cannot read: a name, an address, a telephone number, a text somebody wrote. It is
/// encrypted when it enters the book and opened only by the book's own unsealing, so folding, rules and logs never see it.
/// </summary>
public sealed class Sealed<T>
    where T : notnull
{
    private Sealed(T? clear, SealedValue? stored)
    {
        Clear = clear;
        Stored = stored;
    }

    /// <summary>Present until the value is written.</summary>
    internal T? Clear { get; }

    /// <summary>Present once the value was read from the book.</summary>
    internal SealedValue? Stored { get; }

    internal static Sealed<T> FromClear(T value) => new(value, stored: null);

    internal static Sealed<T> FromBook(SealedValue stored) => new(default, stored);

    /// <summary>Never the value, so that a careless line in a log shows nothing.</summary>
    public override string ToString() => "***";
}

/// <summary>How sealed values are made.</summary>
public static class Sealed
{
    /// <summary>Seals a text; an empty or blank one is no value at all.</summary>
    public static Sealed<string>? Text(string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : Sealed<string>.FromClear(value.Trim());
}

/// <summary>The ciphertext as it stands in the book, and what it is bound to.</summary>
/// <param name="Office">The office whose book it is.</param>
/// <param name="Stream">The stream of the event.</param>
/// <param name="Event">The event that carries the value.</param>
/// <param name="Field">The member's stored name.</param>
/// <param name="KeyId">The data key it was sealed under.</param>
/// <param name="Cipher">Nonce (12 bytes), ciphertext, tag (16 bytes).</param>
internal sealed record SealedValue(string Office, Guid Stream, Guid Event, string Field, Guid KeyId, byte[] Cipher);
