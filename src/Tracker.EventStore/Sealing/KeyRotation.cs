using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Npgsql;
using Tracker.EventStore.Indexing;

namespace Tracker.EventStore.Sealing;

/// <summary>What a rotation came to.</summary>
/// <param name="Rewrapped">How many data keys were wrapped anew.</param>
/// <param name="Beside">Where the new key stands, if the file could not be replaced.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RotatedKeys(long Rewrapped, string? Beside);

/// <summary>
/// 更换主密钥: wraps every data key anew. The values themselves stay as they are, and so do their hashes. Programs that run
/// meanwhile wait, and then take the new key from the file; where it comes from a variable they must be started with it.
/// </summary>
public static class KeyRotation
{
    private const int KeysPerStatement = 5000;

    private const string NextKeys =
        """
        select stream_id, id, wrapped from data_keys
        where tenant_id = $1 and (stream_id, id) > ($2, $3) order by stream_id, id limit $4
        """;

    private const string Rewrap =
        """
        update data_keys k set wrapped = n.wrapped, master_key_id = $5
        from unnest($2::uuid[], $3::uuid[], $4::bytea[]) as n (stream_id, id, wrapped)
        where k.tenant_id = $1 and k.stream_id = n.stream_id and k.id = n.id
        """;

    /// <summary>How long acts may have to wait behind a rotation that does not get its turn; how long it asks for it.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>All in one transaction, as the owner of the tables.</summary>
    /// <param name="book">The book, opened as its owner.</param>
    /// <param name="next">The new key, when it comes from a variable; else one is made in the file.</param>
    /// <param name="cancellationToken">Ends the wait for a turn, and the work.</param>
    /// <exception cref="BookException">There is no new key, it is the old one, or a data key is spoilt; nothing was changed.</exception>
    public static async Task<RotatedKeys> RunAsync(Book book, MasterKeySource? next, CancellationToken cancellationToken)
    {
        if (next is not null && book.KeySource.Variable is null)
        {
            throw new BookException($"主密钥来自文件 {book.KeySource.File}，新密钥由程序生成；请去掉环境变量 {MasterKeySource.NextVariableName} 再试。");
        }

        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await BeginAsync(connection, cancellationToken);
        var old = await book.FollowMasterKeyAsync(cancellationToken);
        var replacing = Next(book.KeySource, next, old.Id);
        if (old.IsSameAs(replacing))
        {
            throw new BookException("新密钥与原来的主密钥相同。");
        }

        await ExecuteAsync(connection, "delete from master_keys", cancellationToken);
        await replacing.RecordAsync(connection, cancellationToken);
        var rewrapped = 0L;
        foreach (var office in await OfficesAsync(connection, cancellationToken))
        {
            rewrapped += await RewrapDataKeysAsync(connection, office, old, replacing, cancellationToken);
            await IndexKeys.RewrapAsync(connection, office, old, replacing, cancellationToken);
            await SealedSettings.RewrapAsync(connection, office, old, replacing, cancellationToken);
        }

        await RewrapProtectionKeysAsync(connection, old, replacing, cancellationToken);
        await Committing.RunAsync(() => transaction.CommitAsync(cancellationToken));
        var replaced = book.KeySource.Variable is not null || book.KeySource.Replace(replacing.Id);
        if (book.KeySource.Variable is null)
        {
            await book.FollowMasterKeyAsync(cancellationToken);
        }

        return new(rewrapped, replaced ? null : book.KeySource.NextFile(replacing.Id));
    }

    private static MasterKey Next(MasterKeySource source, MasterKeySource? next, Guid inUse)
    {
        if (source.Variable is not null)
        {
            return MasterKey.New(
                next?.Read() ?? throw new BookException($"主密钥来自环境变量，请把新密钥放在环境变量 {MasterKeySource.NextVariableName} 中。"));
        }

        source.RemoveUnusedNext(inUse);
        var id = Guid.CreateVersion7();
        return MasterKey.Named(id, source.MakeNext(id));
    }

    /// <summary>Nobody appends, starts or rotates until the transaction ends. Behind an import acts would wait as well, so it asks anew.</summary>
    private static async Task<NpgsqlTransaction> BeginAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        for (var asked = Stopwatch.StartNew(); ; await Task.Delay(Turn, cancellationToken))
        {
            var transaction = await connection.BeginTransactionAsync(cancellationToken);
            try
            {
                await using var alone = new NpgsqlBatch(connection, transaction)
                {
                    BatchCommands =
                    {
                        new($"set local lock_timeout = {(int)Turn.TotalMilliseconds}"),
                        new($"select pg_advisory_xact_lock({AdvisoryLocks.Family}, {AdvisoryLocks.Migration})"),
                        Book.AloneWithAppends(),
                        new("select from master_keys for update"),
                    },
                };
                await alone.ExecuteNonQueryAsync(cancellationToken);
                return transaction;
            }
            catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                await transaction.DisposeAsync();
                if (asked.Elapsed > Patience)
                {
                    throw new BookException("一直有导入或者其他更换在进行，主密钥没有更换；请稍后再试。");
                }
            }
        }
    }

    private static async Task<string[]> OfficesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using (var seeing = new NpgsqlBatch(connection) { BatchCommands = { Book.SeeingEverything() } })
        {
            await seeing.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var command = Command(connection, "select coalesce(array_agg(tenant_id), '{}') from (select tenant_id from data_keys union select tenant_id from index_keys union select tenant_id from sealed_settings) as offices");
        var offices = (string[])(await command.ExecuteScalarAsync(cancellationToken))!;
        await ExecuteAsync(connection, "select set_config('role', 'none', true), set_config('row_security', 'on', true)", cancellationToken);
        return offices;
    }

    /// <summary>The owner too sees one office at a time.</summary>
    private static async Task<long> RewrapDataKeysAsync(
        NpgsqlConnection connection, string office, MasterKey old, MasterKey replacing, CancellationToken cancellationToken)
    {
        await using (var own = new NpgsqlBatch(connection) { BatchCommands = { Book.ForOffice(office) } })
        {
            await own.ExecuteNonQueryAsync(cancellationToken);
        }

        var (rewrapped, last) = (0L, (Stream: Guid.Empty, Id: Guid.Empty));
        while (true)
        {
            var keys = new List<(Guid Stream, Guid Id, byte[] Wrapped)>();
            await using (var command = Command(connection, NextKeys, office, last.Stream, last.Id, KeysPerStatement))
            await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            {
                while (await reader.ReadAsync(cancellationToken))
                {
                    var (stream, id) = (new StreamKey(office, reader.GetGuid(0)), reader.GetGuid(1));
                    keys.Add((stream.Id, id, Unwrap(old, stream, id, reader.GetFieldValue<byte[]>(2)).Wrap(replacing, stream)));
                }
            }

            if (keys.Count == 0)
            {
                return rewrapped;
            }

            await using var update = Command(
                connection,
                Rewrap,
                office,
                keys.Select(key => key.Stream).ToArray(),
                keys.Select(key => key.Id).ToArray(),
                keys.Select(key => key.Wrapped).ToArray(),
                replacing.Id);
            rewrapped += await update.ExecuteNonQueryAsync(cancellationToken);
            last = (keys[^1].Stream, keys[^1].Id);
        }
    }

    private static DataKey Unwrap(MasterKey old, StreamKey stream, Guid id, byte[] wrapped)
    {
        try
        {
            return DataKey.Unwrap(old, stream, id, wrapped);
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            throw new BookException(
                $"{stream.Office} {stream.Id} 的数据密钥无法用主密钥解开，没有更换；请从备份恢复表 data_keys 中的这一行。", fault);
        }
    }

    /// <summary>What does not open under the old key is left as it is: nobody could read it any more, under whichever key.</summary>
    private static async Task RewrapProtectionKeysAsync(
        NpgsqlConnection connection, MasterKey old, MasterKey replacing, CancellationToken cancellationToken)
    {
        var keys = new List<(string Name, byte[] Sealed)>();
        await using (var command = Command(connection, "select friendly_name, sealed_xml from data_protection_keys"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                var name = reader.GetString(0);
                if (ProtectionKeys.TryOpen(old, name, reader.GetFieldValue<byte[]>(1)) is { } document)
                {
                    keys.Add((name, replacing.Seal(document, ProtectionKeys.Binding(name))));
                }
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
