using System.Collections.Immutable;
using System.Text.Json;
using Npgsql;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore;

/// <summary>From rows of the book to keys and recorded facts.</summary>
internal static class StreamReading
{
    public const string Keys = "select id, wrapped from data_keys where tenant_id = $1 and stream_id = $2 order by id";

    public const string EventColumns = "seq_id, id, version, data, type, timestamp, correlation_id, user_name, headers";

    public const string Events =
        $"select {EventColumns} from mt_events where tenant_id = $1 and stream_id = $2 order by version";

    public static async Task<Dictionary<Guid, DataKey>> KeysAsync(
        NpgsqlDataReader reader, MasterKey master, StreamKey stream, CancellationToken cancellationToken)
    {
        var keys = new Dictionary<Guid, DataKey>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var id = reader.GetGuid(0);
            keys.Add(id, DataKey.Unwrap(master, stream, id, reader.GetFieldValue<byte[]>(1)));
        }

        return keys;
    }

    public static async Task<(ImmutableArray<Recorded<TEvent>> Events, string LastHash)> EventsAsync<TEvent>(
        NpgsqlDataReader reader, StreamKey stream, CancellationToken cancellationToken)
    {
        var events = ImmutableArray.CreateBuilder<Recorded<TEvent>>();
        var lastHash = HashChain.Beginning;
        while (await reader.ReadAsync(cancellationToken))
        {
            if (!typeof(TEvent).IsAssignableFrom(StoredNames.TypeOf(reader.GetString(4))))
            {
                return ([], HashChain.Beginning); // a stream of another kind is no stream of this kind
            }

            (var recorded, lastHash) = Event<TEvent>(reader, stream);
            events.Add(recorded);
        }

        return (events.ToImmutable(), lastHash);
    }

    /// <summary>The row under the reader, whose columns are <see cref="EventColumns"/>.</summary>
    public static (Recorded<TEvent> Recorded, string Hash) Event<TEvent>(NpgsqlDataReader reader, StreamKey stream)
    {
        var id = reader.GetGuid(1);
        var fact = (TEvent)EventCodec.Read(reader.GetString(4), reader.GetFieldValue<byte[]>(3), new SealingScope(stream, id, DataKey: null));
        using var headers = JsonDocument.Parse(reader.GetFieldValue<byte[]>(8));
        var recorded = new Recorded<TEvent>(
            reader.GetInt64(0),
            id,
            reader.GetInt64(2),
            reader.GetFieldValue<DateTimeOffset>(5),
            reader.GetString(7),
            Guid.Parse(reader.GetString(6)),
            headers.RootElement.GetProperty("source").GetString()!,
            fact);
        return (recorded, headers.RootElement.GetProperty("hash").GetString()!);
    }
}
