using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Tracker.EventStore.Sealing;

/// <summary>
/// The keys of the web pages' own tokens and cookies, each sealed under the master key as a whole. The web framework asks for them
/// without awaiting, so these do not either.
/// </summary>
public sealed class ProtectionKeys(Book book)
{
    /// <summary>The documents the web framework stored, as far as they can be opened.</summary>
    public IReadOnlyList<string> All()
    {
        using var command = book.Database.CreateCommand(
            "select friendly_name, sealed_xml, (select id from master_keys) from data_protection_keys");
        using var reader = command.ExecuteReader();
        var documents = new List<string>();
        while (reader.Read())
        {
            var master = reader.GetGuid(2) == book.MasterKey.Id
                ? book.MasterKey
                : book.FollowMasterKeyAsync(CancellationToken.None).GetAwaiter().GetResult();
            if (TryOpen(master, reader.GetString(0), reader.GetFieldValue<byte[]>(1)) is { } document)
            {
                documents.Add(Encoding.UTF8.GetString(document));
            }
        }

        return documents;
    }

    /// <summary>The document, or none: a spoilt one costs those who hold its tokens a new sign-in, and nobody anything else.</summary>
    internal static byte[]? TryOpen(MasterKey master, string friendlyName, byte[] sealedXml)
    {
        try
        {
            return master.Open(sealedXml, Binding(friendlyName));
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Names those that do not open.</summary>
    internal static async Task CheckAsync(
        NpgsqlConnection connection, MasterKey master, BookFindings findings, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select friendly_name, sealed_xml from data_protection_keys order by friendly_name", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (TryOpen(master, reader.GetString(0), reader.GetFieldValue<byte[]>(1)) is null)
            {
                findings.Add(BookFault.DataKey, new InTable("data_protection_keys", reader.GetString(0)));
            }
        }
    }

    /// <summary>Keeps a document. Under a master key that was replaced meanwhile nothing is written.</summary>
    public void Store(string friendlyName, string document)
    {
        if (!TryStore(friendlyName, document))
        {
            book.FollowMasterKeyAsync(CancellationToken.None).GetAwaiter().GetResult();
            if (!TryStore(friendlyName, document))
            {
                throw new BookException("主密钥正在更换，请再试一次。");
            }
        }
    }

    internal static byte[] Binding(string friendlyName) => Encoding.UTF8.GetBytes($"data-protection\n{friendlyName}");

    private bool TryStore(string friendlyName, string document)
    {
        var master = book.MasterKey;
        using var batch = book.Database.CreateBatch();
        batch.BatchCommands.Add(Book.ForAppend(office: "")); // waits for a rotation that is under way
        batch.BatchCommands.Add(new(
            "insert into data_protection_keys (friendly_name, sealed_xml) select $1, $2 where exists (select from master_keys where id = $3)")
        {
            Parameters =
            {
                new() { Value = friendlyName },
                new() { Value = master.Seal(Encoding.UTF8.GetBytes(document), Binding(friendlyName)) },
                new() { Value = master.Id },
            },
        });
        return batch.ExecuteNonQuery() == 1;
    }
}
