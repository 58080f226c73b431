namespace Tracker.EventStore.Sealing;

/// <summary>A data key as it stands in the book.</summary>
/// <param name="Id">Its name.</param>
/// <param name="MasterKeyId">The master key that wraps it.</param>
/// <param name="Wrapped">The key, wrapped.</param>
internal sealed record WrappedKey(Guid Id, Guid MasterKeyId, byte[] Wrapped);

/// <summary>The data keys of one stream; each is unwrapped when it is first needed, which folding never does.</summary>
internal sealed class StreamKeys
{
    private readonly StreamKey stream;
    private readonly MasterKey? master;
    private readonly Dictionary<Guid, WrappedKey> wrapped = [];
    private readonly Dictionary<Guid, DataKey> open = [];

    public StreamKeys(StreamKey stream, MasterKey master, IEnumerable<WrappedKey> wrapped)
    {
        (this.stream, this.master) = (stream, master);
        this.wrapped = wrapped.ToDictionary(key => key.Id);
    }

    /// <summary>Keys that need no unwrapping: of a stream that begins, or of none.</summary>
    public StreamKeys(StreamKey stream, params ReadOnlySpan<DataKey> open)
    {
        this.stream = stream;
        foreach (var key in open)
        {
            this.open.Add(key.Id, key);
        }
    }

    /// <summary>The key new values are sealed under: the youngest; none once they were destroyed.</summary>
    public DataKey? Current => wrapped.Count > 0 ? Find(wrapped.Keys.Max()) : open.Values.MaxBy(key => key.Id);

    public DataKey? Find(Guid id)
    {
        if (!open.TryGetValue(id, out var key) && wrapped.TryGetValue(id, out var closed))
        {
            open.Add(id, key = DataKey.Unwrap(master!, stream, id, closed.Wrapped));
        }

        return key;
    }
}
