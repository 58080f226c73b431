using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Npgsql;
using Tracker.Domain.Requests;

namespace Tracker.EventStore;

/// <summary>Reads whole kinds of streams out of the book, for rebuilding and checking.</summary>
public static class BookReader
{
    private const string RequestEvents =
        """
        select seq_id, e.id, e.version, data, e.type, e.timestamp, correlation_id, user_name, headers, e.tenant_id, e.stream_id
        from mt_events e join mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id

        """;

    private static readonly string StreamAfterStream = $"where s.type = '{RequestStore.Kind.Name}' order by e.tenant_id, e.stream_id, e.version";

    /// <summary>Every request of every office, folded, stream after stream.</summary>
    public static async IAsyncEnumerable<FoldedRequest> RequestsAsync(
        NpgsqlConnection connection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(RequestEvents + StreamAfterStream, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await foreach (var request in FoldAsync(reader, cancellationToken))
        {
            yield return request;
        }
    }

    /// <summary>These requests, folded, stream after stream, inside the caller's transaction, which sees every office.</summary>
    public static async IAsyncEnumerable<FoldedRequest> RequestsAsync(
        NpgsqlConnection connection, IReadOnlyCollection<StreamKey> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            {RequestEvents}
              join unnest($1::varchar[], $2::uuid[]) as wanted (tenant_id, id) on wanted.tenant_id = e.tenant_id and wanted.id = e.stream_id
            {StreamAfterStream}
            """,
            connection)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = keys.Select(key => key.Office).ToArray() }, new() { Value = keys.Select(key => key.Id).ToArray() } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await foreach (var request in FoldAsync(reader, cancellationToken))
        {
            yield return request;
        }
    }

    /// <summary>Every request of an office with its whole history, stream after stream.</summary>
    public static async IAsyncEnumerable<(StreamKey Key, ImmutableArray<Recorded<RequestEvent>> Events)> HistoriesAsync(
        NpgsqlConnection connection, string office, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"{RequestEvents} where s.type = '{RequestStore.Kind.Name}' and e.tenant_id = $1 order by e.stream_id, e.version", connection)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = office } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        StreamKey? current = null;
        var events = ImmutableArray.CreateBuilder<Recorded<RequestEvent>>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = new StreamKey(reader.GetString(9), reader.GetGuid(10));
            if (current is { } finished && finished != key)
            {
                yield return (finished, events.DrainToImmutable());
            }

            current = key;
            events.Add(StreamReading.Event<RequestEvent>(reader, key).Recorded);
        }

        if (current is { } last)
        {
            yield return (last, events.DrainToImmutable());
        }
    }

    /// <summary>The requests with an event in (<paramref name="after"/>, <paramref name="upTo"/>], folded as they stand now.</summary>
    public static async IAsyncEnumerable<FoldedRequest> RequestsTouchedAsync(
        Book book, long after, long upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        batch.BatchCommands.Add(Book.SeeingEverything());
        batch.BatchCommands.Add(new(
            $"""
            {RequestEvents}
              join (select distinct tenant_id, stream_id from mt_events where seq_id > $1 and seq_id <= $2) as touched
                on touched.tenant_id = e.tenant_id and touched.stream_id = e.stream_id
            {StreamAfterStream}
            """)
        {
            Parameters = { new() { Value = after }, new() { Value = upTo } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await foreach (var request in FoldAsync(reader, cancellationToken))
        {
            yield return request;
        }
    }

    /// <summary>The last place in the global order. Under <see cref="Book.AloneWithAppends"/> nothing can still come before it.</summary>
    public static async Task<long> LastPositionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select coalesce(max(seq_id), 0) from mt_events", connection);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Requests out of rows that come stream after stream.</summary>
    private static async IAsyncEnumerable<FoldedRequest> FoldAsync(
        NpgsqlDataReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FoldedRequest? current = null;
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = new StreamKey(reader.GetString(9), reader.GetGuid(10));
            if (current is not null && current.Key != key)
            {
                yield return current;
                current = null;
            }

            var (recorded, _) = StreamReading.Event<RequestEvent>(reader, key);
            var state = (current?.State ?? RequestState.None).Evolve(recorded.Event);
            current = new(key, recorded.Version, state, state.HasEnded ? current?.EndedAt ?? recorded.Position : null);
        }

        if (current is not null)
        {
            yield return current;
        }
    }
}
