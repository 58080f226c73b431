using Npgsql;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore;

/// <summary>The whole book as it stood at one moment, however many connections read it and whatever is appended meanwhile.</summary>
public sealed class BookSnapshot : IAsyncDisposable
{
    private readonly Book book;
    private readonly string name;
    private readonly List<NpgsqlConnection> others = [];

    private BookSnapshot(Book book, NpgsqlConnection connection, string name, MasterKey masterKey)
    {
        this.book = book;
        this.name = name;
        Connection = connection;
        MasterKey = masterKey;
    }

    public NpgsqlConnection Connection { get; }

    /// <summary>主密钥 of that moment.</summary>
    internal MasterKey MasterKey { get; }

    /// <param name="book">Not the pages'.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BookException">The master key was replaced just then, or a table is gone.</exception>
    public static async Task<BookSnapshot> TakeAsync(Book book, CancellationToken cancellationToken)
    {
        var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        var (name, masterKeyId) = await BeginAsync(connection, cancellationToken);
        var masterKey = book.MasterKey.Id == masterKeyId ? book.MasterKey : await book.FollowMasterKeyAsync(cancellationToken);
        return masterKey.Id == masterKeyId
            ? new(book, connection, name, masterKey)
            : throw new BookException("主密钥正在更换，请稍后再试。");
    }

    private static async Task<(string Name, Guid MasterKeyId)> BeginAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("begin isolation level repeatable read, read only"),
                new("lock table case_rows in access share mode"), // before the moment: a rebuild exchanges it only afterwards
                Book.SeeingEverything(),
                new("select pg_export_snapshot(), (select id from master_keys)"),
            },
        };
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            return (reader.GetString(0), reader.GetGuid(1));
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            throw new BookException("数据库中缺少表 case_rows 或者 master_keys；请从备份恢复。", fault);
        }
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
