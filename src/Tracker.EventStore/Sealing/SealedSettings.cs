using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Tracker.EventStore.Sealing;

/// <summary>Settings that hold addresses, passwords and secrets: each is a document, sealed as a whole under the master key.</summary>
public sealed class SealedSettings(Book book)
{
    private const string Find = "select name, sealed, master_key_id from sealed_settings where tenant_id = $1 and name like $2 order by name";

    private const string Put =
        """
        insert into sealed_settings (tenant_id, name, sealed, master_key_id, set_at) select $1, $2, $3, m.id, $5 from master_keys m where m.id = $4
        on conflict (tenant_id, name) do update set sealed = excluded.sealed, master_key_id = excluded.master_key_id, set_at = excluded.set_at
        """;

    private const int Attempts = 10;

    /// <summary>The document of this name, or none.</summary>
    /// <exception cref="BookException">It is spoilt.</exception>
    public async Task<string?> FindAsync(string office, string name, CancellationToken cancellationToken) =>
        (await ReadAsync(office, Literal(name), cancellationToken)).GetValueOrDefault(name);

    /// <summary>The documents whose names begin so, by name.</summary>
    /// <exception cref="BookException">One is spoilt.</exception>
    public Task<ImmutableSortedDictionary<string, string>> AllAsync(string office, string beginning, CancellationToken cancellationToken) =>
        ReadAsync(office, Literal(beginning) + "%", cancellationToken);

    /// <summary>Keeps a document in place of the one of its name.</summary>
    public async Task SetAsync(string office, string name, string document, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++, await book.FollowMasterKeyAsync(cancellationToken))
        {
            var master = book.MasterKey;
            var put = new NpgsqlBatchCommand(Put)
            {
                Parameters =
                {
                    new() { Value = office },
                    new() { Value = name },
                    new() { Value = master.Seal(Encoding.UTF8.GetBytes(document), Binding(office, name)) },
                    new() { Value = master.Id },
                    new() { Value = now.ToUniversalTime() },
                },
            };
            await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Book.ForAppend(office), put } }; // waits for a rotation that is under way
            if (await batch.ExecuteNonQueryAsync(cancellationToken) == 1)
            {
                return;
            }
        }

        throw new BookException("主密钥正在更换，请再试一次。");
    }

    /// <summary>One that is not there is removed already.</summary>
    public async Task RemoveAsync(string office, string name, CancellationToken cancellationToken)
    {
        var delete = new NpgsqlBatchCommand("delete from sealed_settings where tenant_id = $1 and name = $2")
        {
            Parameters = { new() { Value = office }, new() { Value = name } },
        };
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Book.ForOffice(office), delete } };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Names those that do not open under the present master key.</summary>
    internal static async Task CheckAsync(NpgsqlConnection connection, MasterKey master, BookFindings findings, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select tenant_id, name, sealed from sealed_settings order by tenant_id, name", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (office, name) = (reader.GetString(0), reader.GetString(1));
            if (TryOpen(master, office, name, reader.GetFieldValue<byte[]>(2)) is null)
            {
                findings.Add(BookFault.DataKey, new InTable("sealed_settings", $"{office} {name}"));
            }
        }
    }

    /// <summary>Seals an office's settings anew, inside the rotation's transaction, which sees that office.</summary>
    internal static async Task RewrapAsync(
        NpgsqlConnection connection, string office, MasterKey old, MasterKey replacing, CancellationToken cancellationToken)
    {
        var found = new List<(string Name, byte[] Sealed)>();
        await using (var command = new NpgsqlCommand(Find, connection) { Parameters = { new() { Value = office }, new() { Value = "%" } } })
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                found.Add((reader.GetString(0), reader.GetFieldValue<byte[]>(1)));
            }
        }

        foreach (var (name, piece) in found)
        {
            var document = TryOpen(old, office, name, piece) ?? throw Spoilt(office, name);
            await using var update = new NpgsqlCommand("update sealed_settings set sealed = $3, master_key_id = $4 where tenant_id = $1 and name = $2", connection)
            {
                Parameters =
                {
                    new() { Value = office }, new() { Value = name }, new() { Value = replacing.Seal(document, Binding(office, name)) }, new() { Value = replacing.Id },
                },
            };
            await update.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task<ImmutableSortedDictionary<string, string>> ReadAsync(string office, string pattern, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++, await book.FollowMasterKeyAsync(cancellationToken))
        {
            var master = book.MasterKey;
            if (await TryReadAsync(master, office, pattern, cancellationToken) is { } documents)
            {
                return documents;
            }
        }

        throw new BookException("主密钥正在更换，请再试一次。");
    }

    /// <summary>None if one of them is under another master key.</summary>
    private async Task<ImmutableSortedDictionary<string, string>?> TryReadAsync(
        MasterKey master, string office, string pattern, CancellationToken cancellationToken)
    {
        var find = new NpgsqlBatchCommand(Find) { Parameters = { new() { Value = office }, new() { Value = pattern } } };
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Book.ForOffice(office), find } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var documents = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            var name = reader.GetString(0);
            if (reader.GetGuid(2) != master.Id)
            {
                return null;
            }

            documents[name] = Encoding.UTF8.GetString(
                TryOpen(master, office, name, reader.GetFieldValue<byte[]>(1)) ?? throw Spoilt(office, name));
        }

        return documents.ToImmutable();
    }

    private static string Literal(string name) => name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal);

    private static BookException Spoilt(string office, string name) =>
        new($"{office} 的设置“{name}”无法用主密钥解开；请从备份恢复表 sealed_settings 中的这一行，或者删除后重新设置。");

    private static byte[]? TryOpen(MasterKey master, string office, string name, byte[] piece)
    {
        try
        {
            return master.Open(piece, Binding(office, name));
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[] Binding(string office, string name) => Encoding.UTF8.GetBytes($"setting\n{office}\n{name}");
}
