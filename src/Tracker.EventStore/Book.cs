using Npgsql;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore;

/// <summary>
/// 账簿: the database every stream stands in, and the key its sealed values are under. Opening it brings the database to this
/// program's version.
/// </summary>
public sealed class Book : IAsyncDisposable
{
    private Book(NpgsqlDataSource database, MasterKey masterKey)
    {
        Database = database;
        MasterKey = masterKey;
    }

    public NpgsqlDataSource Database { get; }

    public MasterKey MasterKey { get; }

    /// <exception cref="BookException">The database is newer than this program, or the master key is missing or wrong.</exception>
    public static async Task<Book> OpenAsync(string connectionString, MasterKeySource masterKey, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "tracker",
            IncludeErrorDetail = false, // a detail may quote a row
            MaxAutoPrepare = 64,
            Timezone = "GMT", // the one name PostgreSQL knows without tzdata
        };
        var database = NpgsqlDataSource.Create(settings);
        try
        {
            await Migrations.ApplyAsync(database, cancellationToken);
            return new Book(database, await MasterKey.SettleAsync(database, masterKey, cancellationToken));
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    /// <summary>The first statement of every batch: whose book this is, for row-level security.</summary>
    public static NpgsqlBatchCommand ForOffice(string office) => new("select set_config('tracker.office', $1, true)")
    {
        Parameters = { new() { Value = office } },
    };

    /// <summary>The second statement of every append: nothing is swapped or closed while it runs.</summary>
    internal static NpgsqlBatchCommand SharedWithAppends() =>
        new($"select pg_advisory_xact_lock_shared({AdvisoryLocks.Family}, {AdvisoryLocks.Appends})");

    /// <summary>Waits for running appends and keeps new ones out until the transaction ends.</summary>
    public static NpgsqlBatchCommand AloneWithAppends() =>
        new($"select pg_advisory_xact_lock({AdvisoryLocks.Family}, {AdvisoryLocks.Appends})");
}
