using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Npgsql;
using Pipe = System.Threading.Channels.Channel;

namespace Tracker.EventStore;

/// <summary>
/// One pass over the book in global order, in which every request is folded. A request is handed over with its last event and then
/// forgotten, so that only those whose histories are under way stand in memory. Reading and folding overlap, and both with whatever
/// the caller does.
/// </summary>
public static class RequestPass
{
    private const int ChunkSize = 1000;
    private const int ChunksAhead = 4;

    // How many events a request has is asked once, with its first. In the order of the key nothing is sorted, however old the
    // planner's statistics are.
    private const string Events =
        """
        select tenant_id, stream_id, version, id, type, data,
          case when version = 1 then (select head.version from mt_streams head where head.tenant_id = e.tenant_id and head.id = e.stream_id) end,
          seq_id
        from mt_events e where seq_id <= $1 order by seq_id
        """;

    /// <summary>Every request with an event up to <paramref name="upTo"/>, a safe place; as of that place, in no order.</summary>
    /// <exception cref="BookException">A version is missing, or an event cannot be read.</exception>
    public static async IAsyncEnumerable<IReadOnlyList<FoldedRequest>> RunAsync(
        Book book, long upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var stored = Pipe.CreateBounded<List<StoredEvent>>(ChunksAhead);
        var folded = Pipe.CreateBounded<List<FoldedRequest>>(ChunksAhead);
        var work = Task.WhenAll(
            Task.Run(() => FeedAsync(stored.Writer, writer => ReadAsync(book, upTo, writer, abandoned.Token)), CancellationToken.None),
            Task.Run(() => FeedAsync(folded.Writer, writer => FoldAsync(stored.Reader, writer, abandoned.Token)), CancellationToken.None));
        try
        {
            await foreach (var requests in folded.Reader.ReadAllAsync(cancellationToken))
            {
                yield return requests;
            }
        }
        finally
        {
            await abandoned.CancelAsync();
            await work;
        }
    }

    /// <summary>A fault of a step comes out where its results are read.</summary>
    private static async Task FeedAsync<T>(ChannelWriter<T> writer, Func<ChannelWriter<T>, Task> step)
    {
        try
        {
            await step(writer);
            writer.Complete();
        }
        catch (Exception fault)
        {
            writer.Complete(fault);
        }
    }

    private static async Task ReadAsync(Book book, long upTo, ChannelWriter<List<StoredEvent>> writer, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction) { Timeout = 0 };
        batch.BatchCommands.Add(Book.SeeingEverything());
        batch.BatchCommands.Add(new("set local enable_sort = off"));
        batch.BatchCommands.Add(new("set local jit = off"));
        batch.BatchCommands.Add(new(Events) { Parameters = { new() { Value = upTo } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var chunk = new List<StoredEvent>(ChunkSize);
        while (await reader.ReadAsync(cancellationToken))
        {
            chunk.Add(new(
                reader.GetString(0),
                reader.GetGuid(1),
                reader.GetInt64(2),
                reader.GetGuid(3),
                reader.GetString(4),
                reader.GetFieldValue<byte[]>(5),
                reader.IsDBNull(6) ? 0 : reader.GetInt64(6),
                reader.GetInt64(7)));
            if (chunk.Count == ChunkSize)
            {
                await writer.WriteAsync(chunk, cancellationToken);
                chunk = new(ChunkSize);
            }
        }

        await writer.WriteAsync(chunk, cancellationToken);
    }

    private static async Task FoldAsync(
        ChannelReader<List<StoredEvent>> reader, ChannelWriter<List<FoldedRequest>> writer, CancellationToken cancellationToken)
    {
        var underWay = new RequestsUnderWay();
        await foreach (var chunk in reader.ReadAllAsync(cancellationToken))
        {
            await writer.WriteAsync([.. chunk.Select(underWay.Add).OfType<FoldedRequest>()], cancellationToken);
        }

        await writer.WriteAsync([.. underWay.Rest], cancellationToken);
    }
}
