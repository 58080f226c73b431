using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Tracker.EventStore;

/// <summary>
/// Brings a database to this program's version: numbered files, each once and in a transaction of its own, under a lock so that
/// two nodes may start at the same time. A database newer than the program, or one whose history differs, is refused.
/// </summary>
public static class Migrations
{
    private static readonly string[] AlreadyThere =
    [
        PostgresErrorCodes.DuplicateTable,
        PostgresErrorCodes.DuplicateColumn,
        PostgresErrorCodes.DuplicateObject,
        PostgresErrorCodes.DuplicateFunction,
        PostgresErrorCodes.UndefinedObject,
    ];

    /// <summary>The files that came with this program, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } = Read();

    public static async Task ApplyAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, $"select pg_advisory_lock({AdvisoryLocks.Family}, {AdvisoryLocks.Migration})", cancellationToken);
        try
        {
            await ExecuteAsync(
                connection,
                """
                create table if not exists tracker_migrations (
                  number integer not null primary key, name varchar not null, checksum varchar not null, applied_at timestamptz not null default now());
                comment on table  tracker_migrations            is 'Which migrations this database has seen.';
                comment on column tracker_migrations.number     is 'Number of the file.';
                comment on column tracker_migrations.name       is 'Name of the file.';
                comment on column tracker_migrations.checksum   is 'SHA-256 of the file, hexadecimal.';
                comment on column tracker_migrations.applied_at is 'When it was applied.';
                """,
                cancellationToken);
            var applied = await AppliedAsync(connection, cancellationToken);
            Compare(applied);
            foreach (var migration in All.Where(migration => !applied.ContainsKey(migration.Number)))
            {
                await ApplyAsync(connection, migration, cancellationToken);
            }
        }
        finally
        {
            await ExecuteAsync(connection, $"select pg_advisory_unlock({AdvisoryLocks.Family}, {AdvisoryLocks.Migration})", CancellationToken.None);
        }
    }

    private static void Compare(Dictionary<int, string> applied)
    {
        foreach (var (number, checksum) in applied)
        {
            var known = All.FirstOrDefault(migration => migration.Number == number)
                ?? throw new BookException($"数据库已升级到第 {number} 号迁移，比本程序新；请使用新版程序。");
            if (known.Checksum != checksum)
            {
                throw new BookException($"第 {number} 号迁移与数据库中记录的不一致，拒绝启动。");
            }
        }
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await ExecuteAsync(connection, migration.Sql, cancellationToken);
        }
        catch (PostgresException fault) when (AlreadyThere.Contains(fault.SqlState))
        {
            throw new BookException(
                $"第 {migration.Number} 号迁移要建立的内容数据库中已有，而迁移记录（表 tracker_migrations）中没有这一号；请从备份恢复该表，拒绝启动。", fault);
        }

        await using var record = new NpgsqlCommand(
            "insert into tracker_migrations (number, name, checksum) values ($1, $2, $3)", connection, transaction)
        {
            Parameters =
            {
                new() { Value = migration.Number },
                new() { Value = migration.Name },
                new() { Value = migration.Checksum },
            },
        };
        await record.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<Dictionary<int, string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select number, checksum from tracker_migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new Dictionary<int, string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(reader.GetInt32(0), reader.GetString(1));
        }

        return applied;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static List<Migration> Read()
    {
        var assembly = typeof(Migrations).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith("migrations/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(resource =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
                    var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
                    var name = resource["migrations/".Length..];
                    return new Migration(
                        int.Parse(name[..4], CultureInfo.InvariantCulture),
                        name,
                        sql,
                        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
                }),
        ];
    }
}

/// <summary>One migration file.</summary>
public sealed record Migration(int Number, string Name, string Sql, string Checksum);
