using System.Security.Cryptography;
using Npgsql;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore.Verifying;

/// <summary>
/// Walks the book stream after stream: versions without gaps, heads, names, every event's hash and chain, whether it can be read, and
/// whether its stream's keys and its sealed values open.
/// </summary>
internal sealed class StreamCheck(MasterKey masterKey, BookFindings findings)
{
    // The keys of a stream come with its first event.
    private const string Everything =
        $"""
        select s.tenant_id, s.id, s.version, s.type, s.is_archived, e.version, {StoredEventCheck.Columns},
          case when e.version = 1 then array(select k.id from data_keys k where k.tenant_id = s.tenant_id and k.stream_id = s.id order by k.id) end,
          case when e.version = 1 then array(select k.wrapped from data_keys k where k.tenant_id = s.tenant_id and k.stream_id = s.id order by k.id) end
        from mt_streams s left join mt_events e on e.tenant_id = s.tenant_id and e.stream_id = s.id
        order by s.tenant_id, s.id, e.version
        """;

    private const int FirstEventColumn = 6;
    private const int KeyColumn = FirstEventColumn + StoredEventCheck.ColumnCount;

    private StreamKey? stream;
    private long head;
    private long version;
    private string? hash;
    private Dictionary<Guid, DataKey> keys = [];

    /// <summary>Reads the whole book once. Answers the number of events read.</summary>
    public async Task<long> RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Everything, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var events = 0L;
        while (await reader.ReadAsync(cancellationToken))
        {
            var next = new StreamKey(reader.GetString(0), reader.GetGuid(1));
            if (stream != next)
            {
                EndStream();
                BeginStream(next, reader);
            }

            if (!await reader.IsDBNullAsync(FirstEventColumn - 1, cancellationToken))
            {
                events++;
                CheckEvent(reader, next);
            }
        }

        EndStream();
        return events;
    }

    private void BeginStream(StreamKey next, NpgsqlDataReader reader)
    {
        (stream, head, version, hash, keys) = (next, reader.GetInt64(2), 0, HashChain.Beginning, []);
        if (reader.GetBoolean(4))
        {
            findings.Add(BookFault.Column, next, version);
        }

        if (!reader.IsDBNull(KeyColumn))
        {
            Open(next, reader.GetFieldValue<Guid[]>(KeyColumn), reader.GetFieldValue<byte[][]>(KeyColumn + 1));
        }
    }

    private void EndStream()
    {
        if (stream is not null && head != version)
        {
            findings.Add(BookFault.StreamHead, stream, head);
        }
    }

    private void Open(StreamKey next, Guid[] ids, byte[][] wrapped)
    {
        foreach (var (id, key) in ids.Zip(wrapped))
        {
            try
            {
                keys.Add(id, DataKey.Unwrap(masterKey, next, id, key));
            }
            catch (Exception fault) when (fault is CryptographicException or ArgumentException)
            {
                findings.Add(BookFault.DataKey, next, version);
            }
        }
    }

    private void CheckEvent(NpgsqlDataReader reader, StreamKey next)
    {
        var stands = reader.GetInt64(FirstEventColumn - 1);
        if (stands != ++version)
        {
            findings.Add(BookFault.VersionGap, next, version);
            version = stands;
        }

        var kind = reader.IsDBNull(3) ? "" : reader.GetString(3);
        hash = new StoredEventCheck(reader, FirstEventColumn, next, version, findings).Run(kind, hash, keys);
    }
}
