using System.Text;

namespace Tracker.EventStore.Sealing;

/// <summary>
/// The keys of the web pages' own tokens and cookies, each sealed under the master key as a whole. The web framework asks for them
/// without awaiting, so these do not either.
/// </summary>
public sealed class ProtectionKeys(Book book)
{
    /// <summary>The documents the web framework stored.</summary>
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
            documents.Add(Encoding.UTF8.GetString(master.Open(reader.GetFieldValue<byte[]>(1), Binding(reader.GetString(0)))));
        }

        return documents;
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
