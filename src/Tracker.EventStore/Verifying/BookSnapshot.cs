using Npgsql;

namespace Tracker.EventStore;

/// <summary>The whole book as it stood at one moment, however many connections read it and whatever is appended meanwhile.</summary>
public sealed class BookSnapshot : IAsyncDisposable
{
    private readonly Book book;
    private readonly string name;
    private readonly List<NpgsqlConnection> others = [];

    private BookSnapshot(Book book, NpgsqlConnection connection, string name)
    {
        this.book = book;
        this.name = name;
        Connection = connection;
    }

    public NpgsqlConnection Connection { get; }

    /// <param name="book">Not the pages'.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<BookSnapshot> TakeAsync(Book book, CancellationToken cancellationToken)
    {
        var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("begin isolation level repeatable read, read only"),
                Book.SeeingEverything(),
                new("select pg_export_snapshot()"),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(book, connection, reader.GetString(0));
    }

    /// <summary>Another connection on the same moment; it ends with this snapshot.</summary>
    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        others.Add(connection);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("begin isolation level repeatable read, read only"),
                new($"set transaction snapshot '{name}'"),
                Book.SeeingEverything(),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in others.Append(Connection))
        {
            await connection.DisposeAsync(); // given back to the pool, its transaction ends
        }
    }
}
