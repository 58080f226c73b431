using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Npgsql;
using Tracker.Domain;
using Tracker.Domain.Requests;

namespace Tracker.EventStore.CaseDocuments;

/// <summary>附件 of requests: content and fact in one transaction. Removing is an act like any other; the content goes with it.</summary>
public sealed class DocumentStore(Book book, RowWriter<RequestState> rows) : StreamStore<RequestState, RequestEvent>(book, RequestStore.Kind, rows)
{
    private const string Pieces =
        """
        select place, key_id, sealed from document_chunks
        where tenant_id = $1 and case_id = $2 and document_id = $3 and place >= $4 and place < $5 order by place
        """;

    private readonly Book book = book;

    /// <summary>Begins to take a document in; none if the request's data key was destroyed.</summary>
    public static IncomingDocument? Receive(LoadedStream<RequestState, RequestEvent> request) =>
        request.Keys.Current is { } key ? new(request.Key, key) : null;

    /// <summary>
    /// Adds what was received. It takes the request as it stands: whatever others did to it meanwhile, the file belongs to it.
    /// </summary>
    public async Task<ChangeResult<RequestState, RequestEvent>> AddAsync(
        IncomingDocument incoming, Act act, Func<RequestState, Decision<RequestEvent>> decide, CancellationToken cancellationToken)
    {
        while (true)
        {
            var calendars = book.Calendars.Current; // before anything is decided or computed with them
            var request = await LoadAsync(incoming.Stream, cancellationToken);
            try
            {
                return await TryAddAsync(request, incoming, act, decide, calendars, cancellationToken);
            }
            catch (PostgresException fault) when (Calendars.IsOutdated(fault))
            {
                await book.Calendars.FollowPastAsync(calendars, cancellationToken);
            }
            catch (PostgresException fault) when (IsConflict(fault))
            {
                var now = await LoadAsync(incoming.Stream, cancellationToken);
                return AlreadyDone(now, act, decide) ?? Conflict(now, request.Version);
            }
        }
    }

    /// <summary>The clear content in order. No transaction waits for a slow reader.</summary>
    /// <exception cref="BookException">A piece is missing, or is not the one that was written.</exception>
    public async IAsyncEnumerable<byte[]> ReadAsync(
        LoadedStream<RequestState, RequestEvent> request, DocumentAdded document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var count = DocumentChunks.CountOf(document.Size);
        for (var first = 0; first < count; first += DocumentChunks.AtOnce)
        {
            var place = first;
            foreach (var (stands, key, piece) in await PiecesAsync(request.Key, document.Document, first, cancellationToken))
            {
                yield return Open(request, new(request.Key, document.Document, place, place == count - 1), stands, key, piece);
                place++;
            }

            if (place < Math.Min(count, first + DocumentChunks.AtOnce))
            {
                throw Damaged(request.Key, document.Document);
            }
        }
    }

    private async Task<ChangeResult<RequestState, RequestEvent>> TryAddAsync(
        LoadedStream<RequestState, RequestEvent> request,
        IncomingDocument incoming,
        Act act,
        Func<RequestState, Decision<RequestEvent>> decide,
        CalendarHistory calendars,
        CancellationToken cancellationToken)
    {
        if (Answer(request, seenVersion: null, act, decide, out var accepted) is { } answer)
        {
            return answer;
        }

        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var own = new NpgsqlBatch(connection) { BatchCommands = { Book.ForOffice(act.Office) } })
        {
            await own.ExecuteNonQueryAsync(cancellationToken);
        }

        await incoming.WriteAsync(connection, cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForAppend(act.Office, calendars)); // last, so that nothing waits for the content
        var changed = Append(batch, request, accepted, act, calendars);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await Committing.RunAsync(() => transaction.CommitAsync(cancellationToken));
        return changed;
    }

    private async Task<List<(int Place, Guid Key, byte[] Piece)>> PiecesAsync(
        StreamKey stream, Guid document, int first, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForOffice(stream.Office));
        batch.BatchCommands.Add(new(Pieces)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = stream.Office },
                new NpgsqlParameter<Guid> { TypedValue = stream.Id },
                new NpgsqlParameter<Guid> { TypedValue = document },
                new NpgsqlParameter<int> { TypedValue = first },
                new NpgsqlParameter<int> { TypedValue = first + DocumentChunks.AtOnce },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var pieces = new List<(int, Guid, byte[])>(DocumentChunks.AtOnce);
        while (await reader.ReadAsync(cancellationToken))
        {
            pieces.Add((reader.GetInt32(0), reader.GetGuid(1), reader.GetFieldValue<byte[]>(2)));
        }

        return pieces;
    }

    private static byte[] Open(LoadedStream<RequestState, RequestEvent> request, ChunkPlace place, int stands, Guid keyId, byte[] piece)
    {
        try
        {
            return stands == place.Place && request.Keys.Find(keyId) is { } key
                ? DocumentChunks.Open(key, place, piece)
                : throw Damaged(place.Stream, place.Document);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Damaged(place.Stream, place.Document);
        }
    }

    private static BookException Damaged(StreamKey stream, Guid document) =>
        new($"{stream.Office} {stream.Id} 的附件 {document} 不完整或者被改动；请运行 tracker verify --contents。");
}
