using Npgsql;
using NpgsqlTypes;
using Tracker.EventStore;

namespace Tracker.Benchmarks;

/// <summary>The floors: plain Npgsql doing the least that could be called the same, with payloads taken from the book itself.</summary>
internal sealed class Floor(NpgsqlDataSource database, string office)
{
    private byte[] data = [];
    private byte[] headers = [];
    private string type = "";

    /// <summary>Takes the payload of one event of the book, so that both sides write the same bytes.</summary>
    public async Task TakePayloadAsync(string storedName)
    {
        await using var command = database.CreateCommand($"select data, headers, type from mt_events where type = '{storedName}' limit 1");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        (data, headers, type) = (reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1), reader.GetString(2));
    }

    /// <summary>A stream of the floor's own, to insert under.</summary>
    public async Task<Guid> StreamAsync()
    {
        var id = Guid.CreateVersion7();
        await using var command = database.CreateCommand($"insert into mt_streams (tenant_id, id, type, version) values ('{office}', '{id}', 'floor', 0)");
        await command.ExecuteNonQueryAsync();
        return id;
    }

    /// <summary>One prepared insert per transaction, on the writer's own connection.</summary>
    public async Task InsertAsync(Guid stream, int count)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            """
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
                                   correlation_id, causation_id, headers, user_name)
            values (nextval('mt_events_sequence'), $1, $2, $3, $4, $5, now(), $6, 'x', 'x', 'x', $7, 'x')
            """,
            connection);
        var id = command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = stream });
        var version = command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = data, NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new() { Value = type });
        command.Parameters.Add(new() { Value = office });
        command.Parameters.Add(new() { Value = headers, NpgsqlDbType = NpgsqlDbType.Jsonb });
        id.Value = Guid.CreateVersion7();
        version.Value = 0L;
        await command.PrepareAsync();
        for (var place = 1L; place <= count; place++)
        {
            (id.Value, version.Value) = (Guid.CreateVersion7(), place);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>The rows of one stream, read and thrown away, under the same office setting.</summary>
    public async Task ReadAsync(Guid stream, int count)
    {
        for (var place = 0; place < count; place++)
        {
            await using var connection = await database.OpenConnectionAsync();
            await using var batch = new NpgsqlBatch(connection);
            batch.BatchCommands.Add(Book.ForOffice(office));
            batch.BatchCommands.Add(new(
                "select seq_id, id, version, data, type, timestamp, correlation_id, user_name, headers from mt_events where tenant_id = $1 and stream_id = $2 order by version")
            {
                Parameters = { new() { Value = office }, new() { Value = stream } },
            });
            await using var reader = await batch.ExecuteReaderAsync();
            await reader.NextResultAsync();
            while (await reader.ReadAsync())
            {
                _ = (reader.GetInt64(0), reader.GetGuid(1), reader.GetInt64(2), reader.GetFieldValue<byte[]>(3), reader.GetString(4), reader.GetDateTime(5), reader.GetString(6), reader.GetString(7), reader.GetFieldValue<byte[]>(8));
            }
        }
    }
}
