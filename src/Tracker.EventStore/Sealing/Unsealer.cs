using System.Text;
using Tracker.Domain;

namespace Tracker.EventStore.Sealing;

/// <summary>Opens the sealed values of one stream. Handed out together with the stream's events, never without them.</summary>
public sealed class Unsealer
{
    private readonly StreamKeys keys;

    internal Unsealer(StreamKeys keys) => this.keys = keys;

    /// <summary>Shows that there is a text and never which: what an erased request can still be compared by.</summary>
    internal static Unsealer Blind { get; } = new(new StreamKeys(new("", Guid.Empty)));

    /// <summary>The clear text, or none if its data key has been destroyed.</summary>
    public string? Open(Sealed<string>? value)
    {
        if (this == Blind)
        {
            return value is null ? null : "";
        }

        if (value?.Stored is not { } stored)
        {
            return value?.Clear;
        }

        return keys.Find(stored.KeyId) is { } key
            ? Encoding.UTF8.GetString(Aes256.Open(key.Key, stored.Cipher, SealedTextConverter.BindingOf(stored)))
            : null;
    }
}
