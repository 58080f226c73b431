using Npgsql;

namespace Tracker.EventStore.Sealing;

/// <summary>
/// 更换主密钥: wraps every data key anew. The values themselves stay as they are, and so do their hashes. Programs that run
/// meanwhile wait, and then take the new key from the file; where it comes from a variable they must be started with it.
/// </summary>
public static class KeyRotation
{
    private const int KeysPerStatement = 5000;

    private const string NextKeys =
        """
        select tenant_id, stream_id, id, wrapped from data_keys
        where (tenant_id, stream_id, id) > ($1, $2, $3) order by tenant_id, stream_id, id limit $4
        """;

    private const string Rewrap =
        """
        update data_keys k set wrapped = n.wrapped, master_key_id = $5
        from unnest($1::varchar[], $2::uuid[], $3::uuid[], $4::bytea[]) as n (tenant_id, stream_id, id, wrapped)
        where k.tenant_id = n.tenant_id and k.stream_id = n.stream_id and k.id = n.id
        """;

    /// <summary>All in one transaction, as the owner of the tables. Answers how many data keys were wrapped anew.</summary>
    /// <param name="book">The book, opened as its owner.</param>
    /// <param name="next">The new key, when it comes from a variable; else one is made in the file.</param>
    /// <exception cref="BookException">There is no new key, or it is the old one.</exception>
    public static async Task<long> RunAsync(Book book, MasterKeySource? next, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await BeginAsync(connection, cancellationToken);
        var old = await book.FollowMasterKeyAsync(cancellationToken);
        var replacing = MasterKey.New(book.KeySource.Variable is null
            ? book.KeySource.MakeNext()
            : next?.Read() ?? throw new BookException($"主密钥来自环境变量，请把新密钥放在环境变量 {MasterKeySource.NextVariableName} 中。"));
        if (old.IsSameAs(replacing))
        {
            throw new BookException("新密钥与原来的主密钥相同。");
        }

        await ExecuteAsync(connection, "delete from master_keys", cancellationToken);
        await replacing.RecordAsync(connection, cancellationToken);
        var rewrapped = await RewrapDataKeysAsync(connection, old, replacing, cancellationToken);
        await RewrapProtectionKeysAsync(connection, old, replacing, cancellationToken);
        await ExecuteAsync(connection, "alter table data_keys force row level security", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (book.KeySource.Variable is null)
        {
            book.KeySource.Replace();
            await book.FollowMasterKeyAsync(cancellationToken);
        }

        return rewrapped;
    }

    /// <summary>Nobody appends, starts or rotates meanwhile, and the owner sees every office until the transaction ends.</summary>
    private static async Task BeginAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, $"select pg_advisory_xact_lock({AdvisoryLocks.Family}, {AdvisoryLocks.Migration})", cancellationToken);
        await using (var alone = new NpgsqlBatch(connection) { BatchCommands = { Book.AloneWithAppends() } })
        {
            await alone.ExecuteNonQueryAsync(cancellationToken);
        }

        await ExecuteAsync(connection, "select from master_keys for update", cancellationToken);
        await ExecuteAsync(connection, "alter table data_keys no force row level security", cancellationToken);
    }

    private static async Task<long> RewrapDataKeysAsync(
        NpgsqlConnection connection, MasterKey old, MasterKey replacing, CancellationToken cancellationToken)
    {
        var (rewrapped, last) = (0L, (Stream: new StreamKey("", Guid.Empty), Id: Guid.Empty));
        while (true)
        {
            var keys = new List<(StreamKey Stream, Guid Id, byte[] Wrapped)>();
            await using (var command = Command(connection, NextKeys, last.Stream.Office, last.Stream.Id, last.Id, KeysPerStatement))
            await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            {
                while (await reader.ReadAsync(cancellationToken))
                {
                    var (stream, id) = (new StreamKey(reader.GetString(0), reader.GetGuid(1)), reader.GetGuid(2));
                    keys.Add((stream, id, DataKey.Unwrap(old, stream, id, reader.GetFieldValue<byte[]>(3)).Wrap(replacing, stream)));
                }
            }

            if (keys.Count == 0)
            {
                return rewrapped;
            }

            await using var update = Command(
                connection,
                Rewrap,
                keys.Select(key => key.Stream.Office).ToArray(),
                keys.Select(key => key.Stream.Id).ToArray(),
                keys.Select(key => key.Id).ToArray(),
                keys.Select(key => key.Wrapped).ToArray(),
                replacing.Id);
            rewrapped += await update.ExecuteNonQueryAsync(cancellationToken);
            last = (keys[^1].Stream, keys[^1].Id);
        }
    }

    private static async Task RewrapProtectionKeysAsync(
        NpgsqlConnection connection, MasterKey old, MasterKey replacing, CancellationToken cancellationToken)
    {
        var keys = new List<(string Name, byte[] Sealed)>();
        await using (var command = Command(connection, "select friendly_name, sealed_xml from data_protection_keys"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                var binding = ProtectionKeys.Binding(reader.GetString(0));
                keys.Add((reader.GetString(0), replacing.Seal(old.Open(reader.GetFieldValue<byte[]>(1), binding), binding)));
            }
        }

        foreach (var (name, resealed) in keys)
        {
            await using var update = Command(
                connection, "update data_protection_keys set sealed_xml = $2 where friendly_name = $1", name, resealed);
            await update.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
