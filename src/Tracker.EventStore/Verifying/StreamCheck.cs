using System.Buffers;
using System.Text.Json;
using Npgsql;

namespace Tracker.EventStore.Verifying;

/// <summary>Walks the book stream after stream: versions without gaps, heads, names, every event's hash and chain.</summary>
internal static class StreamCheck
{
    private const string Everything =
        """
        select s.tenant_id, s.id, s.version, e.version, e.id, e.type, e.timestamp, e.correlation_id, e.causation_id, e.user_name,
               e.headers, e.data, s.type
        from mt_streams s left join mt_events e on e.tenant_id = s.tenant_id and e.stream_id = s.id
        order by s.tenant_id, s.id, e.version
        """;

    /// <summary>Reads the whole book once. Answers the number of events read.</summary>
    public static async Task<long> RunAsync(NpgsqlConnection connection, BookFindings findings, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Everything, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (stream, head, version, hash, events) = ((StreamKey?)null, 0L, 0L, HashChain.Beginning, 0L);
        while (await reader.ReadAsync(cancellationToken))
        {
            var next = new StreamKey(reader.GetString(0), reader.GetGuid(1));
            if (stream != next)
            {
                CheckHead();
                (stream, head, version, hash) = (next, reader.GetInt64(2), 0L, HashChain.Beginning);
            }

            if (await reader.IsDBNullAsync(3, cancellationToken))
            {
                continue;
            }

            events++;
            var link = Link(reader, next);
            if (link.Version != ++version)
            {
                findings.Add(BookFault.VersionGap, next, version);
                version = link.Version;
            }

            if (!StoredNames.Belongs(link.Type, reader.GetString(12)))
            {
                findings.Add(BookFault.Unlisted, next, version);
            }

            var (stored, recomputed, previous) = Hashes(reader, link);
            if (stored != recomputed)
            {
                findings.Add(BookFault.EventHash, next, version);
            }

            if (previous != hash)
            {
                findings.Add(BookFault.Chain, next, version);
            }

            hash = stored;
        }

        CheckHead();
        return events;

        void CheckHead()
        {
            if (stream is not null && head != version)
            {
                findings.Add(BookFault.StreamHead, stream, head);
            }
        }
    }

    private static ChainLink Link(NpgsqlDataReader reader, StreamKey stream) => new(
        stream,
        reader.GetInt64(3),
        reader.GetGuid(4),
        reader.GetString(5),
        reader.GetFieldValue<DateTimeOffset>(6),
        reader.GetString(7),
        reader.GetString(8),
        reader.GetString(9));

    private static (string Stored, string Recomputed, string Previous) Hashes(NpgsqlDataReader reader, ChainLink link)
    {
        using var headers = JsonDocument.Parse(reader.GetFieldValue<byte[]>(10));
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

        return (
            Text(headers, "hash"),
            HashChain.Hash(link, CanonicalForm.Of(buffer.WrittenMemory), CanonicalForm.Of(reader.GetFieldValue<byte[]>(11))),
            Text(headers, "prev"));
    }

    private static string Text(JsonDocument headers, string member) =>
        headers.RootElement.TryGetProperty(member, out var value) ? value.GetString() ?? "" : "";
}
