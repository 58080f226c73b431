using System.Runtime.CompilerServices;
using Npgsql;
using Tracker.Domain.Offices;

namespace Tracker.EventStore;

/// <summary>Reads every office's own stream, folded.</summary>
public static class OfficeStreams
{
    private const string Everything =
        $"""
        select {StreamReading.EventColumns}, e.tenant_id, e.stream_id
        from mt_events e join mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
        where s.type = 'office' order by e.tenant_id, e.stream_id, e.version
        """;

    public static async IAsyncEnumerable<(StreamKey Key, OfficeState State)> AllAsync(
        NpgsqlConnection connection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Everything, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        (StreamKey Key, OfficeState State)? current = null;
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = new StreamKey(reader.GetString(9), reader.GetGuid(10));
            if (current is { } finished && finished.Key != key)
            {
                yield return finished;
                current = null;
            }

            var state = current?.State ?? OfficeState.None;
            current = (key, state.Evolve(StreamReading.Event<OfficeEvent>(reader, key).Recorded.Event));
        }

        if (current is { } last)
        {
            yield return last;
        }
    }

    /// <summary>The codes under which cases or years stand although no stream opens such an office.</summary>
    public static async Task<IReadOnlyList<string>> UnopenedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select coalesce(array_agg(distinct tenant_id order by tenant_id), '{}') from mt_streams
            where type in ('request', 'record_correction', 'reporting_year') and tenant_id not in (select tenant_id from mt_streams where type = 'office')
            """,
            connection);
        return (string[])(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
