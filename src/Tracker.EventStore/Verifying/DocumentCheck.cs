using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using Tracker.Domain.Requests;
using Tracker.EventStore.CaseDocuments;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore.Verifying;

/// <summary>
/// Whether the content of every 附件 the book speaks of is there, and no other: by number and length of its pieces, which costs little; and
/// if it is asked for, by opening each piece and comparing the whole with the digest that was sealed into the book.
/// </summary>
internal sealed class DocumentCheck(NpgsqlConnection connection, MasterKey masterKey, BookFindings findings)
{
    // What was added, and neither removed nor erased with its person.
    private const string Standing =
        """
        select a.* from mt_events a
        where a.type = 'document_added' and not exists (
          select from mt_events r
          where r.tenant_id = a.tenant_id and r.stream_id = a.stream_id
            and (r.type = 'personal_data_erased' or (r.type = 'document_removed' and r.data->>'document' = a.data->>'document')))
        """;

    private static readonly string Presence =
        $$"""
        with standing as ({{Standing}}),
        added as (
          select tenant_id, stream_id, version, data->>'document' as document, substring(data->>'size' from '^[0-9]{1,15}$')::bigint as size
          from standing),
        expected as (select *, (size + {{DocumentChunks.ClearBytes - 1}}) / {{DocumentChunks.ClearBytes}} as count from added),
        stored as (
          select tenant_id, case_id as stream_id, document_id::text as document,
            count(*) as pieces, min(place) as first, max(place) as last, sum(octet_length(sealed)) as bytes
          from document_chunks group by tenant_id, case_id, document_id)
        select tenant_id, stream_id, coalesce(version, 0)
        from expected full join stored using (tenant_id, stream_id, document)
        where (pieces, first, last, bytes) is distinct from (count, 0, count - 1, size + {{Aes256.ExtraBytes}} * count)
        order by tenant_id, stream_id, version, document
        """;

    private const string Added =
        $"""
        select {StreamReading.EventColumns}, e.tenant_id, e.stream_id,
          array(select k.id from data_keys k where k.tenant_id = e.tenant_id and k.stream_id = e.stream_id order by k.id),
          array(select k.wrapped from data_keys k where k.tenant_id = e.tenant_id and k.stream_id = e.stream_id order by k.id)
        from ({Standing}) e order by e.seq_id
        """;

    private const string Pieces =
        "select place, key_id, sealed from document_chunks where tenant_id = $1 and case_id = $2 and document_id = $3 order by place";

    private const int OfficeColumn = 9;

    /// <param name="contents">Whether each content is opened.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task RunAsync(bool contents, CancellationToken cancellationToken)
    {
        await using (var command = new NpgsqlCommand(Presence, connection) { CommandTimeout = 0 })
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                findings.Add(BookFault.DocumentContent, new(reader.GetString(0), reader.GetGuid(1)), reader.GetInt64(2));
            }
        }

        // What was found already would only be found again, piece by piece.
        if (!contents || findings.Has(BookFault.DocumentContent))
        {
            return;
        }

        foreach (var document in await AddedAsync(cancellationToken))
        {
            if (!await OpensAsync(document, cancellationToken))
            {
                findings.Add(BookFault.DocumentContent, document.Stream, document.Version);
            }
        }
    }

    /// <summary>The documents whose events can be read; of the others another check speaks.</summary>
    private async Task<List<StandingDocument>> AddedAsync(CancellationToken cancellationToken)
    {
        var documents = new List<StandingDocument>();
        await using var command = new NpgsqlCommand(Added, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var stream = new StreamKey(reader.GetString(OfficeColumn), reader.GetGuid(OfficeColumn + 1));
            var (ids, wrapped) = (reader.GetFieldValue<Guid[]>(OfficeColumn + 2), reader.GetFieldValue<byte[][]>(OfficeColumn + 3));
            var keys = new StreamKeys(stream, masterKey, ids.Zip(wrapped, (id, key) => new WrappedKey(id, masterKey.Id, key)));
            try
            {
                var (recorded, _) = StreamReading.Event<DocumentAdded>(reader, stream);
                documents.Add(new(stream, recorded.Version, recorded.Event, keys));
            }
            catch (Exception fault) when (fault is BookException or JsonException or InvalidCastException)
            {
                continue;
            }
        }

        return documents;
    }

    private async Task<bool> OpensAsync(StandingDocument document, CancellationToken cancellationToken)
    {
        var (stream, added) = (document.Stream, document.Added);
        await using var command = new NpgsqlCommand(Pieces, connection) { CommandTimeout = 0 };
        command.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = stream.Office }, new() { Value = stream.Id }, new() { Value = added.Document } });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (place, count) = (0, DocumentChunks.CountOf(added.Size));
        try
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                if (document.Keys.Find(reader.GetGuid(1)) is not { } key)
                {
                    return false;
                }

                var bound = new ChunkPlace(stream, added.Document, place, place == count - 1);
                digest.AppendData(DocumentChunks.Open(key, bound, reader.GetFieldValue<byte[]>(2)));
                place++;
            }

            return place == count && new Unsealer(document.Keys).Open(added.Digest) == Convert.ToHexStringLower(digest.GetCurrentHash());
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private sealed record StandingDocument(StreamKey Stream, long Version, DocumentAdded Added, StreamKeys Keys);
}
