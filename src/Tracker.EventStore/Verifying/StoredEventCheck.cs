using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using Tracker.Domain;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore.Verifying;

/// <summary>One event as it stands in its row, which anybody may have written: whatever it is, it is named and not stumbled over.</summary>
internal sealed class StoredEventCheck(NpgsqlDataReader reader, int first, StreamKey stream, long version, BookFindings findings)
{
    public const string Columns =
        """
        e.id, e.type, e.timestamp, e.correlation_id, e.causation_id, e.user_name, e.headers, e.data,
        e.is_archived or e.bdata is not null, e.mt_dotnet_type
        """;

    public const int ColumnCount = 10;

    /// <summary>Answers the hash the event carries, which its successor must name; none if it cannot be read.</summary>
    /// <param name="kind">The kind of its stream.</param>
    /// <param name="previous">The hash its predecessor carries, if that could be read.</param>
    /// <param name="keys">The data keys of its stream; none if they were destroyed.</param>
    public string? Run(string kind, string? previous, Dictionary<Guid, DataKey> keys)
    {
        var (hash, link) = (Try(() => Text("hash")), Try(Link));
        if (hash is null || link is null || Try(() => Recomputed(link)) is not { } recomputed)
        {
            Add(BookFault.Unreadable);
            return hash;
        }

        if (hash != recomputed)
        {
            Add(BookFault.EventHash);
        }

        if (previous is not null && previous != Try(() => Text("prev")))
        {
            Add(BookFault.Chain);
        }

        if (!StoredNames.Belongs(link.Type, kind))
        {
            Add(BookFault.Unlisted);
            return hash;
        }

        CheckFact(link, keys);
        return hash;
    }

    private void CheckFact(ChainLink link, Dictionary<Guid, DataKey> keys)
    {
        var scope = new SealingScope(stream, link.Id) { Noticed = value => CheckSealed(value, keys) };
        if (Try(() => EventCodec.Read(link.Type, reader.GetFieldValue<byte[]>(first + 7), scope)) is not { } fact)
        {
            Add(BookFault.Unreadable);
        }
        else if (reader.GetBoolean(first + 8) || Try(() => reader.GetString(first + 9)) != StoredNames.DotNetType(fact.GetType()))
        {
            Add(BookFault.Column);
        }
    }

    /// <summary>Where no key is left the person was erased, or should have been: another check knows which.</summary>
    private void CheckSealed(SealedValue value, Dictionary<Guid, DataKey> keys)
    {
        if (keys.Count > 0 && !Opens(value, keys.GetValueOrDefault(value.KeyId)))
        {
            Add(BookFault.SealedValue);
        }
    }

    private static bool Opens(SealedValue value, DataKey? key)
    {
        try
        {
            return key is not null && Aes256.Open(key.Key, value.Cipher, SealedTextConverter.BindingOf(value)) is not null;
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    private ChainLink Link() => new(
        stream,
        version,
        reader.GetGuid(first),
        reader.GetString(first + 1),
        reader.GetFieldValue<DateTimeOffset>(first + 2),
        reader.GetString(first + 3),
        reader.GetString(first + 4),
        reader.GetString(first + 5));

    private string Recomputed(ChainLink link)
    {
        using var headers = Headers();
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var member in headers.RootElement.EnumerateObject().Where(member => member.Name != "hash"))
            {
                member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return HashChain.Hash(link, CanonicalForm.Of(buffer.WrittenMemory), CanonicalForm.Of(reader.GetFieldValue<byte[]>(first + 7)));
    }

    private string Text(string member)
    {
        using var headers = Headers();
        return headers.RootElement.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new JsonException($"The headers have no text {member}.");
    }

    private JsonDocument Headers()
    {
        var headers = JsonDocument.Parse(reader.GetFieldValue<byte[]>(first + 6));
        return headers.RootElement.ValueKind == JsonValueKind.Object ? headers : throw new JsonException("Headers are an object.");
    }

    /// <summary>What reading answers; nothing if there is nothing that could be read.</summary>
    private static T? Try<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is JsonException or BookException or InvalidCastException or FormatException or OverflowException or ArgumentException)
        {
            return null;
        }
    }

    private void Add(BookFault fault) => findings.Add(fault, stream, version);
}
