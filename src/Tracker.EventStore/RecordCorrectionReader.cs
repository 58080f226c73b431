using System.Runtime.CompilerServices;
using Npgsql;
using Tracker.Domain.RecordCorrections;

namespace Tracker.EventStore;

/// <summary>A 更正申请 as it was folded out of the book.</summary>
public sealed record FoldedRecordCorrection(StreamKey Key, long Version, RecordCorrectionState State);

/// <summary>Reads every 更正申请 of every office, for rebuilding and checking.</summary>
public static class RecordCorrectionReader
{
    private static readonly string Everything =
        $"""
        select {StreamReading.EventColumns}, e.tenant_id, e.stream_id
        from mt_events e join mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
        where s.type = '{RecordCorrectionStore.Kind.Name}' order by e.tenant_id, e.stream_id, e.version
        """;

    /// <summary>Stream after stream, in the caller's transaction, which sees every office.</summary>
    /// <exception cref="BookException">An event cannot be read.</exception>
    public static async IAsyncEnumerable<FoldedRecordCorrection> AllAsync(
        NpgsqlConnection connection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Everything, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        FoldedRecordCorrection? current = null;
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = new StreamKey(reader.GetString(9), reader.GetGuid(10));
            if (current is not null && current.Key != key)
            {
                yield return current;
                current = null;
            }

            var (recorded, _) = StreamReading.Event<RecordCorrectionEvent>(reader, key);
            current = new(key, recorded.Version, (current?.State ?? RecordCorrectionState.None).Evolve(recorded.Event));
        }

        if (current is not null)
        {
            yield return current;
        }
    }
}
