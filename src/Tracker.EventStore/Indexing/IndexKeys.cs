using System.Collections.Concurrent;
using System.Security.Cryptography;
using Npgsql;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore.Indexing;

/// <summary>The index keys of the offices. An office without one gets one when it is first needed; it is then kept in memory.</summary>
internal sealed class IndexKeys(Book book)
{
    private const string Find = "select id, wrapped, master_key_id from index_keys where tenant_id = $1";

    // Two who need it at the same time: the key of whoever is first is everybody's.
    private const string Add =
        """
        insert into index_keys (tenant_id, id, wrapped, master_key_id, created_at)
        select $1, $2, $3, m.id, now() from master_keys m where m.id = $4
        on conflict (tenant_id) do nothing
        """;

    private const int Attempts = 10;

    private readonly ConcurrentDictionary<string, IndexKey> known = new(StringComparer.Ordinal);

    /// <summary>The key of an office that was asked for before.</summary>
    public IndexKey Known(string office) => known[office];

    public async ValueTask<IndexKey> OfAsync(string office, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(office, out var key))
        {
            return key;
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await FindAsync(office, cancellationToken) is { } found)
            {
                return known.GetOrAdd(office, found);
            }

            if (!await TryAddAsync(office, cancellationToken))
            {
                await book.FollowMasterKeyAsync(cancellationToken); // it was replaced meanwhile, or another was first
            }
        }

        throw Spoilt(office);
    }

    /// <summary>Names those that do not open, or are not under the present master key.</summary>
    public static async Task CheckAsync(NpgsqlConnection connection, MasterKey master, BookFindings findings, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select tenant_id, id, wrapped from index_keys order by tenant_id", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (TryUnwrap(master, reader.GetString(0), reader.GetGuid(1), reader.GetFieldValue<byte[]>(2)) is null)
            {
                findings.Add(BookFault.DataKey, new InTable("index_keys", reader.GetString(0)));
            }
        }
    }

    /// <summary>Wraps an office's key anew, inside the rotation's transaction, which sees that office.</summary>
    public static async Task RewrapAsync(
        NpgsqlConnection connection, string office, MasterKey old, MasterKey replacing, CancellationToken cancellationToken)
    {
        (Guid Id, byte[] Wrapped) found;
        await using (var command = new NpgsqlCommand(Find, connection) { Parameters = { new() { Value = office } } })
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            if (!await reader.ReadAsync(cancellationToken))
            {
                return;
            }

            found = (reader.GetGuid(0), reader.GetFieldValue<byte[]>(1));
        }

        var key = TryUnwrap(old, office, found.Id, found.Wrapped) ?? throw Spoilt(office);
        await using var update = new NpgsqlCommand("update index_keys set wrapped = $2, master_key_id = $3 where tenant_id = $1", connection)
        {
            Parameters = { new() { Value = office }, new() { Value = key.Wrap(replacing, office) }, new() { Value = replacing.Id } },
        };
        await update.ExecuteNonQueryAsync(cancellationToken);
    }

    private static BookException Spoilt(string office) =>
        new($"{office} 的索引密钥无法用主密钥解开；请从备份恢复表 index_keys 中的这一行。");

    private static IndexKey? TryUnwrap(MasterKey master, string office, Guid id, byte[] wrapped)
    {
        try
        {
            return IndexKey.Unwrap(master, office, id, wrapped);
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    private async Task<IndexKey?> FindAsync(string office, CancellationToken cancellationToken)
    {
        (Guid Id, byte[] Wrapped, Guid Master) found;
        await using (var connection = await book.Database.OpenConnectionAsync(cancellationToken))
        await using (var batch = new NpgsqlBatch(connection))
        {
            batch.BatchCommands.Add(Book.ForOffice(office));
            batch.BatchCommands.Add(new(Find) { Parameters = { new NpgsqlParameter<string> { TypedValue = office } } });
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            if (!await reader.ReadAsync(cancellationToken))
            {
                return null;
            }

            found = (reader.GetGuid(0), reader.GetFieldValue<byte[]>(1), reader.GetGuid(2));
        }

        var master = found.Master == book.MasterKey.Id ? book.MasterKey : await book.FollowMasterKeyAsync(cancellationToken);
        return master.Id == found.Master
            ? TryUnwrap(master, office, found.Id, found.Wrapped) ?? throw Spoilt(office)
            : null; // it was wrapped anew just now
    }

    private async Task<bool> TryAddAsync(string office, CancellationToken cancellationToken)
    {
        var (made, master) = (IndexKey.New(), book.MasterKey);
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForAppend(office)); // waits for a rotation that is under way
        batch.BatchCommands.Add(new(Add)
        {
            Parameters =
            {
                new() { Value = office },
                new() { Value = made.Id },
                new() { Value = made.Wrap(master, office) },
                new() { Value = master.Id },
            },
        });
        return await batch.ExecuteNonQueryAsync(cancellationToken) == 1;
    }
}
