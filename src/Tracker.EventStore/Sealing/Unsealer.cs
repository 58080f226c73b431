using System.Text;
using Tracker.Domain;

namespace Tracker.EventStore.Sealing;

/// <summary>Opens the sealed values of one stream. Handed out together with the stream's events, never without them.</summary>
public sealed class Unsealer
{
    private readonly IReadOnlyDictionary<Guid, DataKey> keys;

    internal Unsealer(IReadOnlyDictionary<Guid, DataKey> keys) => this.keys = keys;

    /// <summary>The clear text, or none if its data key has been destroyed.</summary>
    public string? Open(Sealed<string>? value)
    {
        if (value?.Stored is not { } stored)
        {
            return value?.Clear;
        }

        return keys.TryGetValue(stored.KeyId, out var key)
            ? Encoding.UTF8.GetString(Aes256.Open(key.Key, stored.Cipher, SealedTextConverter.BindingOf(stored)))
            : null;
    }
}
