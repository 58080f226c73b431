using Npgsql;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore;

/// <summary>As whom the program works in the database.</summary>
public enum BookRole
{
    /// <summary>Owns the tables: migrations, and tests that tamper.</summary>
    Owner,

    /// <summary>The pages: row-level security shows it one office at a time, and no event can be updated or deleted.</summary>
    Web,

    /// <summary>Imports, closings, checks, rebuilds: every office, and still no event can be updated or deleted.</summary>
    Worker,
}

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

    /// <summary>Brings the database up to date as its owner, and then works under <paramref name="role"/> alone.</summary>
    /// <exception cref="BookException">The database is newer than this program, or the master key is missing or wrong.</exception>
    public static async Task<Book> OpenAsync(
        string connectionString, MasterKeySource masterKey, BookRole role, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(Parse(connectionString))
        {
            ApplicationName = "tracker",
            IncludeErrorDetail = false, // a detail may quote a row
            MaxAutoPrepare = 64,
            NoResetOnClose = true, // nothing is left behind to reset: the office and the locks end with their transaction
            Timezone = "GMT", // the one name PostgreSQL knows without tzdata
        };
        await using var owner = NpgsqlDataSource.Create(settings);
        await Migrations.ApplyAsync(owner, cancellationToken);
        var key = await MasterKey.SettleAsync(owner, masterKey, cancellationToken);
        settings.Options = role switch
        {
            BookRole.Owner => settings.Options,
            BookRole.Web => $"{settings.Options} -c role=tracker_web",
            BookRole.Worker => $"{settings.Options} -c role=tracker_worker",
        };
        return new Book(NpgsqlDataSource.Create(settings), key);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static string Parse(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString).ConnectionString;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            throw new BookException("数据库连接串无法识别，应为“Host=…;Username=…;Database=…”的形式。", fault);
        }
    }

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
