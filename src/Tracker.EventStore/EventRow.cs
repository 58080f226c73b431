using Npgsql;
using NpgsqlTypes;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore;

/// <summary>An event ready to be written: its columns, sealed and hashed.</summary>
internal sealed record EventRow(ChainLink Link, string DotNetType, byte[] Data, byte[] Headers, string Hash)
{
    public const string Insert =
        """
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
                               correlation_id, causation_id, headers, user_name)
        values (nextval('mt_events_sequence'), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;

    public const string Copy =
        """
        copy mt_events (id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
                        correlation_id, causation_id, headers, user_name, seq_id) from stdin (format binary)
        """;

    public const short CopyColumns = 13;

    /// <summary>Prepares facts that follow <paramref name="version"/> and <paramref name="previousHash"/> in a stream.</summary>
    public static List<EventRow> Prepare(
        StreamKey stream, long version, string previousHash, IEnumerable<object> facts, Act act, StreamKeys keys)
    {
        var rows = new List<EventRow>();
        var command = act.CommandId.ToString();
        foreach (var fact in facts)
        {
            var id = Guid.CreateVersion7(act.RecordedAt);
            var link = new ChainLink(
                stream, ++version, id, StoredNames.Of(fact.GetType()), act.RecordedAtMicroseconds, command, command, act.UserName);
            var data = EventCodec.Write(fact, new SealingScope(stream, id, keys));
            var hash = HashChain.Hash(link, HashChain.Headers(act.Source, previousHash, hash: null), data);
            rows.Add(new(link, StoredNames.DotNetType(fact.GetType()), data, HashChain.Headers(act.Source, previousHash, hash), hash));
            previousHash = hash;
        }

        return rows;
    }

    public NpgsqlBatchCommand ToInsert()
    {
        var command = new NpgsqlBatchCommand(Insert);
        foreach (var (value, type) in Columns())
        {
            command.Parameters.Add(new() { Value = value, NpgsqlDbType = type });
        }

        return command;
    }

    /// <summary>The columns of <see cref="Copy"/>.</summary>
    public void Write(BinaryCopy copy, long position)
    {
        copy.Uuid(Link.Id);
        copy.Uuid(Link.Stream.Id);
        copy.Bigint(Link.Version);
        copy.Json(Data);
        copy.Text(Link.Type);
        copy.Instant(Link.RecordedAt);
        copy.Text(Link.Stream.Office);
        copy.Text(DotNetType);
        copy.Text(Link.CorrelationId);
        copy.Text(Link.CausationId);
        copy.Json(Headers);
        copy.Text(Link.UserName);
        copy.Bigint(position);
    }

    private (object Value, NpgsqlDbType Type)[] Columns() =>
    [
        (Link.Id, NpgsqlDbType.Uuid),
        (Link.Stream.Id, NpgsqlDbType.Uuid),
        (Link.Version, NpgsqlDbType.Bigint),
        (Data, NpgsqlDbType.Jsonb),
        (Link.Type, NpgsqlDbType.Varchar),
        (Link.RecordedAt.UtcDateTime, NpgsqlDbType.TimestampTz),
        (Link.Stream.Office, NpgsqlDbType.Varchar),
        (DotNetType, NpgsqlDbType.Varchar),
        (Link.CorrelationId, NpgsqlDbType.Varchar),
        (Link.CausationId, NpgsqlDbType.Varchar),
        (Headers, NpgsqlDbType.Jsonb),
        (Link.UserName, NpgsqlDbType.Varchar),
    ];
}
