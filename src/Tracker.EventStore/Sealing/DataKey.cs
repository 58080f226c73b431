using System.Security.Cryptography;
using System.Text;

namespace Tracker.EventStore.Sealing;

/// <summary>One request's own key. Whoever destroys it makes every sealed value of the request unreadable.</summary>
internal sealed record DataKey(Guid Id, byte[] Key)
{
    public static DataKey New() => new(Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(Aes256.KeyBytes));

    public static DataKey Unwrap(MasterKey master, StreamKey stream, Guid id, byte[] wrapped) =>
        new(id, master.Open(wrapped, Binding(stream, id)));

    public byte[] Wrap(MasterKey master, StreamKey stream) => master.Seal(Key, Binding(stream, Id));

    private static byte[] Binding(StreamKey stream, Guid id) => Encoding.UTF8.GetBytes($"data-key\n{stream.Office}\n{stream.Id}\n{id}");
}
