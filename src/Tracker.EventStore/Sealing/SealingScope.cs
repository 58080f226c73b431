using Tracker.Domain;

namespace Tracker.EventStore.Sealing;

/// <summary>
/// The event whose members are being written or read on this thread. JSON converters see only their value; this tells them where
/// it stands. Serialising is synchronous, so a thread's own variable is enough.
/// </summary>
internal sealed record SealingScope(StreamKey Stream, Guid Event, StreamKeys? Keys = null, Unsealer? Opener = null)
{
    [ThreadStatic]
    private static SealingScope? current;

    /// <summary>Is told of every sealed value that is read.</summary>
    public Action<SealedValue>? Noticed { get; init; }

    public static SealingScope Current => current ?? throw new InvalidOperationException("Sealed values stand only inside events.");

    public SealedValue Place(string field, Guid keyId, byte[] cipher) => new(Stream.Office, Stream.Id, Event, field, keyId, cipher);

    public T Run<T>(Func<T> work)
    {
        var outer = current;
        current = this;
        try
        {
            return work();
        }
        finally
        {
            current = outer;
        }
    }
}
