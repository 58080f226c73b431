using System.Collections.Immutable;
using System.Security.Cryptography;
using Npgsql;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Hints;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore.Indexing;

/// <summary>Reads several requests of an office with their texts opened.</summary>
public static class KnownCases
{
    private const string Keys = "select stream_id, id, master_key_id, wrapped from data_keys where tenant_id = $1 and stream_id = any($2)";

    private const string Events =
        $"""
        select {StreamReading.EventColumns}, e.stream_id
        from mt_events e join mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
        where e.tenant_id = $1 and e.stream_id = any($2) and s.type = 'request' order by e.stream_id, e.version
        """;

    /// <summary>Those that are there. A text that cannot be opened is as one that was not recorded; <c>verify</c> names it.</summary>
    public static Task<ImmutableArray<KnownCase>> ReadAsync(
        Book book, NpgsqlConnection connection, string office, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        ReadAsync(book, connection, office, ids, (id, state, open) => new KnownCase(id, state, CaseTexts.Of(state, open)), cancellationToken);

    /// <summary>The same, of each what <paramref name="make"/> makes of it and of what it can open.</summary>
    public static async Task<ImmutableArray<T>> ReadAsync<T>(
        Book book,
        NpgsqlConnection connection,
        string office,
        IReadOnlyCollection<Guid> ids,
        Func<Guid, RequestState, Func<Sealed<string>?, string?>, T> make,
        CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var keys = new List<(Guid Stream, WrappedKey Key)>();
        var states = new Dictionary<Guid, RequestState>();
        await using (var batch = new NpgsqlBatch(connection))
        {
            batch.BatchCommands.Add(Book.ForOffice(office));
            batch.BatchCommands.Add(new(Keys) { Parameters = { new() { Value = office }, new() { Value = ids.ToArray() } } });
            batch.BatchCommands.Add(new(Events) { Parameters = { new() { Value = office }, new() { Value = ids.ToArray() } } });
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                keys.Add((reader.GetGuid(0), new(reader.GetGuid(1), reader.GetGuid(2), reader.GetFieldValue<byte[]>(3))));
            }

            await reader.NextResultAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                var key = new StreamKey(office, reader.GetGuid(9));
                var state = states.GetValueOrDefault(key.Id) ?? RequestState.None;
                states[key.Id] = state.Evolve(StreamReading.Event<RequestEvent>(reader, key).Recorded.Event);
            }
        }

        var master = await book.MasterKeyOfAsync([.. keys.Select(key => key.Key)], cancellationToken);
        var keysOf = keys.ToLookup(key => key.Stream, key => key.Key);
        return
        [
            .. states.Select(found => make(
                found.Key, found.Value, Opening(new Unsealer(new StreamKeys(new(office, found.Key), master, keysOf[found.Key]))))),
        ];
    }

    private static Func<Sealed<string>?, string?> Opening(Unsealer unsealer) => value =>
    {
        try
        {
            return unsealer.Open(value);
        }
        catch (CryptographicException)
        {
            return null;
        }
    };
}
