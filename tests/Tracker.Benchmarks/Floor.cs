using Npgsql;
using NpgsqlTypes;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;
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

/// <summary>The floor of a rebuild: the same columns in the same order, read and thrown away.</summary>
internal static class BulkFloor
{
    public static async Task<long> ReadEventsAsync(NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("select tenant_id, stream_id, version, id, type, data from mt_events order by seq_id", connection)
        {
            CommandTimeout = 0,
        };
        await using var reader = await command.ExecuteReaderAsync();
        var events = 0L;
        while (await reader.ReadAsync())
        {
            _ = (reader.GetString(0), reader.GetGuid(1), reader.GetInt64(2), reader.GetGuid(3), reader.GetString(4), reader.GetFieldValue<byte[]>(5));
            events++;
        }

        return events;
    }
}

/// <summary>The floor of an import: binary COPY of the events an import wrote, into an empty table of the same shape.</summary>
internal sealed class CopyFloor : IAsyncDisposable
{
    private const string Columns =
        "seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name";

    private readonly NpgsqlConnection connection;
    private readonly List<object[]> events = [];

    private CopyFloor(NpgsqlConnection connection) => this.connection = connection;

    /// <param name="database">As its owner, who may make a table beside the book's.</param>
    public static async Task<CopyFloor> TakeAsync(NpgsqlDataSource database)
    {
        var floor = new CopyFloor(await database.OpenConnectionAsync());
        await using var command = new NpgsqlCommand($"select {Columns} from mt_events order by seq_id", floor.connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            floor.events.Add([.. Enumerable.Range(0, reader.FieldCount).Select(place =>
                reader.GetDataTypeName(place) == "jsonb" ? reader.GetFieldValue<byte[]>(place) : reader.GetValue(place))]);
        }

        return floor;
    }

    public async Task CopyAsync()
    {
        await using (var table = new NpgsqlBatch(connection)
        {
            BatchCommands = { new("drop table if exists plain"), new("create table plain (like mt_events including all)") },
        })
        {
            await table.ExecuteNonQueryAsync();
        }

        await using var importer = await connection.BeginBinaryImportAsync($"copy plain ({Columns}) from stdin (format binary)");
        foreach (var row in events)
        {
            await importer.StartRowAsync();
            await importer.WriteAsync((long)row[0], NpgsqlDbType.Bigint);
            await importer.WriteAsync((Guid)row[1], NpgsqlDbType.Uuid);
            await importer.WriteAsync((Guid)row[2], NpgsqlDbType.Uuid);
            await importer.WriteAsync((long)row[3], NpgsqlDbType.Bigint);
            await importer.WriteAsync((byte[])row[4], NpgsqlDbType.Jsonb);
            await importer.WriteAsync((string)row[5], NpgsqlDbType.Varchar);
            await importer.WriteAsync((DateTime)row[6], NpgsqlDbType.TimestampTz);
            await importer.WriteAsync((string)row[7], NpgsqlDbType.Varchar);
            await importer.WriteAsync((string)row[8], NpgsqlDbType.Varchar);
            await importer.WriteAsync((string)row[9], NpgsqlDbType.Varchar);
            await importer.WriteAsync((string)row[10], NpgsqlDbType.Varchar);
            await importer.WriteAsync((byte[])row[11], NpgsqlDbType.Jsonb);
            await importer.WriteAsync((string)row[12], NpgsqlDbType.Varchar);
        }

        await importer.CompleteAsync();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}

/// <summary>The floor of section three: one statement that counts each row for each kind of applicant.</summary>
internal static class TableFloor
{
    public static Task<Dictionary<string, long[]>> OfOfficeAsync(NpgsqlDataSource database, string office, ReportForm form, int year) =>
        ReadAsync(database, "tenant_id = $2 and received_year <= $1", form, [(short)year, office]);

    public static Task<Dictionary<string, long[]>> OfAllAsync(NpgsqlDataSource database, ReportForm form, int year) =>
        ReadAsync(database, "received_year <= $1", form, [(short)year]);

    private static async Task<Dictionary<string, long[]>> ReadAsync(NpgsqlDataSource database, string where, ReportForm form, object[] parameters)
    {
        var cells = string.Join(", ", form.Rows.Select(row => $"count(*) filter (where {Condition(row, form)})"));
        await using var command = database.CreateCommand($"select applicant_kind, {cells} from case_rows where {where} group by applicant_kind");
        command.Parameters.AddRange(parameters.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        await using var reader = await command.ExecuteReaderAsync();
        var table = form.Rows.ToDictionary(row => row.Key, _ => new long[SectionThree.Columns]);
        while (await reader.ReadAsync())
        {
            var column = SectionThree.ColumnIndex(Enum.Parse<ApplicantKind>(reader.GetString(0)));
            for (var place = 0; place < form.Rows.Length; place++)
            {
                table[form.Rows[place].Key][column] = reader.GetInt64(place + 1);
                table[form.Rows[place].Key][^1] += reader.GetInt64(place + 1);
            }
        }

        return table;
    }

    private static string Condition(ReportRow row, ReportForm form) => row.Kind switch
    {
        RowKind.New => "received_year = $1",
        RowKind.CarriedIn => "received_year < $1 and (result_year is null or result_year >= $1)",
        RowKind.Total => "result_year = $1",
        RowKind.CarriedOut => "result_year is null or result_year > $1",
        RowKind.Result => "result_year = $1 and ground in ("
            + string.Join(", ", Grounds.All.Where(ground => form.RowOf(ground) == row.Key).Select(ground => $"'{ground.Key}'")) + ")",
    };
}
