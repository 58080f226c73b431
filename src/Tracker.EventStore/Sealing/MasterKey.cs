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

        var settled = New(source.Read() ?? source.Make());
        await settled.RecordAsync(connection, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return settled;
    }

    /// <summary>The key the database belongs to, or none if it belongs to none yet.</summary>
    /// <exception cref="BookException">The key is missing or is another database's.</exception>
    internal static async Task<MasterKey?> OfAsync(NpgsqlConnection connection, MasterKeySource source, CancellationToken cancellationToken)
    {
        if (await KnownAsync(connection, cancellationToken) is not var (id, check))
        {
            return null;
        }

        if (source.ReadNext() is { } next && new MasterKey(id, next) is var replacing && replacing.Matches(check))
        {
            source.Replace(); // the replacement was cut off after the database had been told and before the file was put in place
            return replacing;
        }

        var found = source.Read() ?? throw new BookException(
            $"缺少主密钥：{source.Where}。数据库中的姓名、联系方式等只有用原来的主密钥才能读出；请恢复该密钥后再启动。");
        var known = new MasterKey(id, found);
        return known.Matches(check) ? known : throw new BookException($"主密钥不匹配：{source.Where} 不是这个数据库的主密钥，拒绝启动。");
    }

    /// <summary>A key under a name of its own.</summary>
    internal static MasterKey New(byte[] key) => new(Guid.CreateVersion7(), key);

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
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    private static async Task<(Guid Id, byte[] Check)?> KnownAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select id, check_value from master_keys", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetGuid(0), reader.GetFieldValue<byte[]>(1)) : null;
    }
}
