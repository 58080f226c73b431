using Npgsql;
using Tracker.Domain.Requests;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore;

/// <summary>
/// The facts an import once brought, spelled with their sealed values opened, so that a second import can be compared with the
/// first. The spelling lives in memory only.
/// </summary>
internal static class ImportedFacts
{
    private const string KeysOfMany = "select stream_id, id, wrapped from data_keys where tenant_id = $1 and stream_id = any($2)";

    private const string EventsOfMany =
        $"""
        select {StreamReading.EventColumns}, stream_id from mt_events
        where tenant_id = $1 and stream_id = any($2) order by stream_id, version
        """;

    /// <summary>Of those of <paramref name="ids"/> that are in the book, the spelled facts.</summary>
    public static async Task<Dictionary<Guid, byte[]>> ReadAsync(
        Book book, NpgsqlConnection connection, string office, Guid[] ids, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new(KeysOfMany) { Parameters = { new() { Value = office }, new() { Value = ids } } });
        batch.BatchCommands.Add(new(EventsOfMany) { Parameters = { new() { Value = office }, new() { Value = ids } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var keys = new Dictionary<Guid, Dictionary<Guid, DataKey>>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var (stream, id) = (reader.GetGuid(0), reader.GetGuid(1));
            keys.TryAdd(stream, []);
            keys[stream].Add(id, DataKey.Unwrap(book.MasterKey, new(office, stream), id, reader.GetFieldValue<byte[]>(2)));
        }

        await reader.NextResultAsync(cancellationToken);
        var events = new Dictionary<Guid, List<Recorded<RequestEvent>>>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var stream = reader.GetGuid(9);
            events.TryAdd(stream, []);
            events[stream].Add(StreamReading.Event<RequestEvent>(reader, new(office, stream)).Recorded);
        }

        return events.ToDictionary(
            stream => stream.Key,
            stream => Spell(
                new(office, stream.Key),
                stream.Value.Where(recorded => recorded.Source == Act.FromImport).Select(recorded => recorded.Event),
                new Unsealer(keys.GetValueOrDefault(stream.Key) ?? [])));
    }

    public static byte[] Spell(StreamKey key, IEnumerable<RequestEvent> facts, Unsealer? unsealer = null)
    {
        var scope = new SealingScope(key, Guid.Empty, DataKey: null, unsealer ?? new Unsealer(new Dictionary<Guid, DataKey>()));
        using var spelled = new MemoryStream();
        foreach (var fact in facts)
        {
            spelled.Write(System.Text.Encoding.UTF8.GetBytes(StoredNames.Of(fact.GetType())));
            spelled.Write(EventCodec.Write(fact, scope));
            spelled.WriteByte((byte)'\n');
        }

        return spelled.ToArray();
    }
}
