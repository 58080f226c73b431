using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Tracker.EventStore.Sealing;

/// <summary>
/// 主密钥: wraps every data key. It stands in a file or a variable, never in the database; the database only holds a value by which
/// a wrong key is recognised.
/// </summary>
public sealed class MasterKey
{
    private static readonly byte[] CheckText = Encoding.UTF8.GetBytes("tracker master key check");
    private readonly byte[] key;

    private MasterKey(Guid id, byte[] key)
    {
        Id = id;
        this.key = key;
    }

    /// <summary>Its name, as the database knows it.</summary>
    public Guid Id { get; }

    /// <summary>
    /// The key this database belongs to. A database without one gets <paramref name="source"/>'s, which may make a new one; a
    /// database that has one never does.
    /// </summary>
    /// <exception cref="BookException">The key is missing or is another database's.</exception>
    public static async Task<MasterKey> SettleAsync(NpgsqlDataSource database, MasterKeySource source, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var locking = new NpgsqlCommand(
            $"select pg_advisory_xact_lock({AdvisoryLocks.Family}, {AdvisoryLocks.Migration})", connection, transaction);
        await locking.ExecuteNonQueryAsync(cancellationToken);
        if (await OfAsync(connection, source, cancellationToken) is { } known)
        {
            return known;
        }

        await RefuseOrphansAsync(connection, cancellationToken);
        var settled = New(source.Read() ?? source.Make());
        await settled.RecordAsync(connection, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return settled;
    }

    /// <summary>The key the database belongs to, or none if it belongs to none yet.</summary>
    /// <exception cref="BookException">The key is missing or is another database's.</exception>
    internal static async Task<MasterKey?> OfAsync(NpgsqlConnection connection, MasterKeySource source, CancellationToken cancellationToken)
    {
        while (await KnownAsync(connection, cancellationToken) is var (id, check))
        {
            if (source.ReadNext(id) is { } next && new MasterKey(id, next) is var replacing && replacing.Matches(check))
            {
                source.Replace(id); // cut off after the database had been told and before the file was put in place
                return replacing;
            }

            var found = source.Read();
            if (found is not null && new MasterKey(id, found) is var known && known.Matches(check))
            {
                return known;
            }

            if ((await KnownAsync(connection, cancellationToken))?.Id == id) // else it was replaced between the two looks
            {
                throw new BookException(found is null
                    ? $"缺少主密钥：{source.Where}。数据库中的姓名、联系方式等只有用原来的主密钥才能读出；请恢复该密钥后再启动。"
                    : $"主密钥不匹配：{source.Where} 不是这个数据库的主密钥，拒绝启动。");
            }
        }

        return null;
    }

    /// <summary>A database that lost the record of its master key is not given a new one: its sealed values would be lost with it.</summary>
    private static async Task RefuseOrphansAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Book.SeeingEverything(),
                new("select exists (select from data_keys)"),
                new("select set_config('role', 'none', true)"),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        if (reader.GetBoolean(0))
        {
            throw new BookException("数据库中有数据密钥，却没有主密钥的记录（表 master_keys 是空的）：请从备份恢复该表，拒绝启动。");
        }
    }

    /// <summary>A key under a name of its own.</summary>
    internal static MasterKey New(byte[] key) => Named(Guid.CreateVersion7(), key);

    /// <summary>A key whose name was chosen before it was made.</summary>
    internal static MasterKey Named(Guid id, byte[] key) => new(id, key);

    /// <summary>Tells the database that it belongs to this key.</summary>
    internal async Task RecordAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var insert = new NpgsqlCommand("insert into master_keys (id, check_value, created_at) values ($1, $2, now())", connection)
        {
            Parameters = { new() { Value = Id }, new() { Value = Seal(CheckText, Id.ToByteArray()) } },
        };
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    public byte[] Seal(ReadOnlySpan<byte> clear, ReadOnlySpan<byte> bound) => Aes256.Seal(key, clear, bound);

    public byte[] Open(ReadOnlySpan<byte> piece, ReadOnlySpan<byte> bound) => Aes256.Open(key, piece, bound);

    internal bool IsSameAs(MasterKey other) => CryptographicOperations.FixedTimeEquals(key, other.key);

    private bool Matches(byte[] check)
    {
        try
        {
            return Open(check, Id.ToByteArray()).AsSpan().SequenceEqual(CheckText);
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    private static async Task<(Guid Id, byte[] Check)?> KnownAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select id, check_value from master_keys", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var known = (reader.GetGuid(0), reader.GetFieldValue<byte[]>(1));
        return await reader.ReadAsync(cancellationToken)
            ? throw new BookException("数据库中记有几个主密钥（表 master_keys 应当只有一行）：请从备份恢复该表，拒绝启动。")
            : known;
    }
}
