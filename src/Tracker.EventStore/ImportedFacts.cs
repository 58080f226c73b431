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
    private const string KeysOfMany = "select stream_id, id, master_key_id, wrapped from data_keys where tenant_id = $1 and stream_id = any($2)";

    private const string EventsOfMany =
        $"""
        select {StreamReading.EventColumns}, e.stream_id from mt_events e
        where e.tenant_id = $1 and e.stream_id = any($2) order by e.stream_id, e.version
        """;

    /// <summary>Of those of <paramref name="ids"/> that are in the book, the spelled facts.</summary>
    public static async Task<Dictionary<Guid, SpelledFacts>> ReadAsync(
        Book book, NpgsqlConnection connection, string office, Guid[] ids, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new(KeysOfMany) { Parameters = { new() { Value = office }, new() { Value = ids } } });
        batch.BatchCommands.Add(new(EventsOfMany) { Parameters = { new() { Value = office }, new() { Value = ids } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var keys = new Dictionary<Guid, List<WrappedKey>>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var stream = reader.GetGuid(0);
            keys.TryAdd(stream, []);
            keys[stream].Add(new(reader.GetGuid(1), reader.GetGuid(2), reader.GetFieldValue<byte[]>(3)));
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
            stream =>
            {
                var key = new StreamKey(office, stream.Key);
                var erased = stream.Value.Exists(recorded => recorded.Event is PersonalDataErased);
                var imported = stream.Value.Where(recorded => recorded.Source == Act.FromImport).Select(recorded => recorded.Event);
                var unsealer = new Unsealer(new StreamKeys(key, book.MasterKey, keys.GetValueOrDefault(stream.Key) ?? []));
                return new SpelledFacts(Spell(key, imported, erased ? Unsealer.Blind : unsealer), erased);
            });
    }

    /// <summary>Whether these are the facts that were imported. Of an erased request everything is compared that can still be read.</summary>
    public static bool AreThese(this SpelledFacts known, StreamKey key, IEnumerable<RequestEvent> facts) =>
        known.Text.AsSpan().SequenceEqual(Spell(key, facts, known.Erased ? Unsealer.Blind : new Unsealer(new StreamKeys(key))));

    private static byte[] Spell(StreamKey key, IEnumerable<RequestEvent> facts, Unsealer unsealer)
    {
        var scope = new SealingScope(key, Guid.Empty, Opener: unsealer);
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

/// <summary>Imported facts in one spelling.</summary>
/// <param name="Text">The spelling.</param>
/// <param name="Erased">Whether what was sealed in them can no longer be read.</param>
internal sealed record SpelledFacts(byte[] Text, bool Erased);
