using System.Collections.Immutable;
using System.Text.Json;
using Npgsql;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore;

/// <summary>From rows of the book to keys and recorded facts.</summary>
internal static class StreamReading
{
    public const string EventColumns =
        "e.seq_id, e.id, e.version, e.data, e.type, e.timestamp, e.correlation_id, e.user_name, e.headers";

    /// <summary>A stream's events in order, each beside the stream's data key: one statement is quicker than two.</summary>
    public const string Events =
        $"""
        select {EventColumns}, k.id, k.master_key_id, k.wrapped
        from mt_events e left join data_keys k on k.tenant_id = e.tenant_id and k.stream_id = e.stream_id
        where e.tenant_id = $1 and e.stream_id = $2 order by e.version
        """;

    private const int KeyColumn = 9;

    /// <summary>The rows of <see cref="Events"/>; empty for a stream of another kind, which is no stream of this kind.</summary>
    public static async Task<(ImmutableArray<Recorded<TEvent>> Events, string LastHash, IReadOnlyCollection<WrappedKey> Keys)> StreamAsync<TEvent>(
        NpgsqlDataReader reader, StreamKey stream, CancellationToken cancellationToken)
    {
        var events = ImmutableArray.CreateBuilder<Recorded<TEvent>>();
        var keys = new Dictionary<Guid, WrappedKey>();
        var (lastHash, version) = (HashChain.Beginning, 0L);
        while (await reader.ReadAsync(cancellationToken))
        {
            AddKey(reader, keys);
            if (reader.GetInt64(2) == version)
            {
                continue; // the same event beside another key of its stream
            }

            if (!typeof(TEvent).IsAssignableFrom(StoredNames.TypeOf(reader.GetString(4))))
            {
                return ([], HashChain.Beginning, []);
            }

            (var recorded, lastHash) = Event<TEvent>(reader, stream);
            version = recorded.Version;
            events.Add(recorded);
        }

        return (events.DrainToImmutable(), lastHash, keys.Values);
    }

    /// <summary>The row under the reader, whose columns are <see cref="EventColumns"/>.</summary>
    public static (Recorded<TEvent> Recorded, string Hash) Event<TEvent>(NpgsqlDataReader reader, StreamKey stream)
    {
        var id = reader.GetGuid(1);
        var fact = (TEvent)EventCodec.Read(reader.GetString(4), reader.GetFieldValue<byte[]>(3), new SealingScope(stream, id));
        var (source, hash) = Headers(reader.GetFieldValue<byte[]>(8));
        var recorded = new Recorded<TEvent>(
            reader.GetInt64(0),
            id,
            reader.GetInt64(2),
            reader.GetFieldValue<DateTimeOffset>(5),
            reader.GetString(7),
            reader.IsDBNull(6) || !Guid.TryParse(reader.GetString(6), out var command)
                ? throw new BookException($"账簿中 {stream.Office} {stream.Id} 的第 {reader.GetInt64(2)} 号事件没有可读的命令标识；请运行 tracker verify。")
                : command,
            source,
            fact);
        return (recorded, hash);
    }

    private static void AddKey(NpgsqlDataReader reader, Dictionary<Guid, WrappedKey> keys)
    {
        if (!reader.IsDBNull(KeyColumn) && reader.GetGuid(KeyColumn) is var id && !keys.ContainsKey(id))
        {
            keys.Add(id, new(id, reader.GetGuid(KeyColumn + 1), reader.GetFieldValue<byte[]>(KeyColumn + 2)));
        }
    }

    private static (string Source, string Hash) Headers(ReadOnlySpan<byte> json)
    {
        var (source, hash) = ((string?)null, (string?)null);
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isSource, isHash) = (reader.ValueTextEquals("source"u8), reader.ValueTextEquals("hash"u8));
            reader.Read();
            source = isSource ? reader.GetString() : source;
            hash = isHash ? reader.GetString() : hash;
            reader.Skip();
        }

        return (
            source ?? throw new BookException("账簿中有一个事件没有注明来源。"),
            hash ?? throw new BookException("账簿中有一个事件没有散列。"));
    }
}
