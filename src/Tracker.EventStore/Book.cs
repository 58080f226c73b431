using System.Collections.Concurrent;
using System.Data.Common;
using Npgsql;
using Tracker.EventStore.Indexing;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore;

/// <summary>As whom the program works in the database.</summary>
public enum BookRole
{
    /// <summary>Owns the tables: migrations, the exchange of rebuilt rows, and tests that tamper.</summary>
    Owner,

    /// <summary>The pages: row-level security shows it one office at a time, and no event can be updated or deleted.</summary>
    Web,

    /// <summary>Imports, closings, checks, readers: every office, and still no event can be updated or deleted.</summary>
    Worker,
}

/// <summary>How the program comes by its role.</summary>
public enum RoleEntry
{
    /// <summary>It logs in as the owner and takes the role on: all it needs is one account. Whoever could run SQL of his own could lay it down.</summary>
    SetRole,

    /// <summary>It logs in as the role itself, and has never been anything else. The server must let it in without a password.</summary>
    LogIn,
}

/// <summary>
/// 账簿: the database every stream stands in, and the key its sealed values are under. Opening it brings the database to this
/// program's version.
/// </summary>
public sealed class Book : IAsyncDisposable
{
    // Pages and worker have a pool each, and a server allows a hundred connections unless told otherwise.
    private const int Pool = 40;

    private readonly NpgsqlConnectionStringBuilder address;
    private readonly ConcurrentBag<NpgsqlDataSource> sources = [];
    private volatile NpgsqlDataSource database;
    private readonly RoleEntry entry;
    private volatile MasterKey masterKey;

    private Book(NpgsqlConnectionStringBuilder address, MasterKeySource masterKeySource, MasterKey masterKey, BookRole role, RoleEntry entry)
    {
        this.address = address;
        this.entry = entry;
        KeySource = masterKeySource;
        this.masterKey = masterKey;
        Role = role;
        database = Source();
        Calendars = new(this);
        IndexKeys = new(this);
    }

    /// <summary>The database where it is now; <see cref="Reconnect"/> may move it, so nobody keeps this.</summary>
    public NpgsqlDataSource Database => database;

    public BookRole Role { get; }

    /// <summary>工作日历: the notices adopted in this book.</summary>
    public Calendars Calendars { get; }

    internal MasterKeySource KeySource { get; }

    internal IndexKeys IndexKeys { get; }

    /// <summary>主密钥, as this process knows it; <see cref="FollowMasterKeyAsync"/> learns of a new one.</summary>
    public MasterKey MasterKey => masterKey;

    /// <summary>Brings the database up to date as its owner, and then works under <paramref name="role"/> alone.</summary>
    /// <exception cref="BookException">The database is newer than this program, or the master key is missing or wrong.</exception>
    public static Task<Book> OpenAsync(
        string connectionString, MasterKeySource masterKey, BookRole role, CancellationToken cancellationToken) =>
        OpenAsync(connectionString, masterKey, role, RoleEntry.SetRole, cancellationToken);

    /// <summary>The same, said how the role is entered.</summary>
    public static async Task<Book> OpenAsync(
        string connectionString, MasterKeySource masterKey, BookRole role, RoleEntry entry, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(Parse(connectionString))
        {
            ApplicationName = "tracker",
            IncludeErrorDetail = false, // a detail may quote a row
            MaxAutoPrepare = 64,
            ReadBufferSize = 64 * 1024, // whole books are read: fewer and larger pieces
            NoResetOnClose = true, // nothing is left behind to reset: the office and the locks end with their transaction
            SearchPath = "public", // whatever the database or a role is set to
            Timezone = "GMT", // the one name PostgreSQL knows without tzdata
        };
        if (!new DbConnectionStringBuilder { ConnectionString = settings.ConnectionString }.ContainsKey("Maximum Pool Size"))
        {
            settings.MaxPoolSize = Pool;
        }

        if (settings.GssEncryptionMode == GssEncryptionMode.Prefer)
        {
            // Npgsql 10 tries Kerberos first on TCP. A connection cut just then is made anew without it, but comes back to the pool
            // with a part of it disposed, and each act that is given it fails from then on (npgsql issue 6506).
            settings.GssEncryptionMode = GssEncryptionMode.Disable;
        }

        await using var owner = NpgsqlDataSource.Create(settings);
        await Migrations.ApplyAsync(owner, cancellationToken);
        var key = await MasterKey.SettleAsync(owner, masterKey, cancellationToken);
        if (entry == RoleEntry.LogIn)
        {
            await LetRolesLogInAsync(owner, cancellationToken);
        }

        return new Book(settings, masterKey, key, role, entry);
    }

    private static async Task LetRolesLogInAsync(NpgsqlDataSource owner, CancellationToken cancellationToken)
    {
        await using var command = owner.CreateCommand(
            $"""
            do $$
            begin
              perform pg_advisory_xact_lock({AdvisoryLocks.Family}, {AdvisoryLocks.Migration});
              if exists (select from pg_roles where rolname in ('tracker_web', 'tracker_worker') and not rolcanlogin) then
                alter role tracker_web login;
                alter role tracker_worker login;
              end if;
            end $$
            """);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The same book under another role, with connections of its own.</summary>
    public Book As(BookRole role)
    {
        var other = new Book(new(address.ConnectionString), KeySource, masterKey, role, entry);
        other.Calendars.Take(Calendars.Current);
        return other;
    }

    /// <summary>
    /// After the server was started again: no connection of before is used any more, and the server is looked for at
    /// <paramref name="host"/>. What is under way ends as it can.
    /// </summary>
    public void Reconnect(string host)
    {
        Database.Clear();
        if (address.Host != host)
        {
            address.Host = host;
            database = Source();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in sources)
        {
            await source.DisposeAsync();
        }
    }

    // One that was moved away from stays, emptied, until the end: somebody may just be asking it for a connection.
    private NpgsqlDataSource Source()
    {
        var source = NpgsqlDataSource.Create(Address());
        sources.Add(source);
        return source;
    }

    private string Address()
    {
        var settings = new NpgsqlConnectionStringBuilder(address.ConnectionString);
        var name = Role switch
        {
            BookRole.Owner => null,
            BookRole.Web => "tracker_web",
            BookRole.Worker => "tracker_worker",
        };
        if (name is not null && entry == RoleEntry.LogIn)
        {
            settings.Username = name;
        }
        else if (name is not null)
        {
            settings.Options = $"{settings.Options} -c role={name}";
        }

        return settings.ConnectionString;
    }

    /// <summary>The master key was replaced while this process ran: takes the new one from where the old one came from.</summary>
    /// <exception cref="BookException">It is not there; the process must be started with it.</exception>
    public async Task<MasterKey> FollowMasterKeyAsync(CancellationToken cancellationToken)
    {
        // Not out of the pool: every connection there may be held by an act that is waiting for just this.
        await using var connection = await OpenApartAsync(cancellationToken);
        return masterKey = await MasterKey.OfAsync(connection, KeySource, cancellationToken)
            ?? throw new BookException("数据库中没有主密钥的记录。");
    }

    /// <summary>A connection outside the pool, for who listens on it, or waits for what all of the pool may be waiting for.</summary>
    public async Task<NpgsqlConnection> OpenApartAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Address()) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The master key that wraps these data keys.</summary>
    internal async ValueTask<MasterKey> MasterKeyOfAsync(IReadOnlyCollection<WrappedKey> keys, CancellationToken cancellationToken) =>
        keys.All(key => key.MasterKeyId == masterKey.Id) ? masterKey : await FollowMasterKeyAsync(cancellationToken);

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
        Parameters = { new NpgsqlParameter<string> { TypedValue = office } },
    };

    /// <summary>
    /// The first statement of a transaction that reads every office: it works as the worker until it ends, whoever opened the book,
    /// and a row that were hidden all the same would be an error and not silence.
    /// </summary>
    public static NpgsqlBatchCommand SeeingEverything() =>
        new("select set_config('role', 'tracker_worker', true), set_config('row_security', 'off', true)");

    /// <summary>
    /// The first statement of every append: whose book this is, that nothing is swapped, closed or adopted while it runs, and that it
    /// counts with the calendar that counts.
    /// </summary>
    /// <remarks>Raises what <see cref="Calendars.IsOutdated"/> recognises; nothing was written then.</remarks>
    internal static NpgsqlBatchCommand ForAppend(string office, CalendarHistory calendar) => new("select begin_append($1, $2)")
    {
        Parameters = { new NpgsqlParameter<string> { TypedValue = office }, new NpgsqlParameter<long> { TypedValue = calendar.Version } },
    };

    /// <summary>The same for what is no append: whose book this is, and that nothing is swapped or closed while it runs.</summary>
    public static NpgsqlBatchCommand ForAppend(string office) =>
        new($"select set_config('tracker.office', $1, true), pg_advisory_xact_lock_shared({AdvisoryLocks.Family}, {AdvisoryLocks.Appends})")
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = office } },
        };

    /// <summary>Waits for running appends and keeps new ones out until the transaction ends.</summary>
    public static NpgsqlBatchCommand AloneWithAppends() =>
        new($"select pg_advisory_xact_lock({AdvisoryLocks.Family}, {AdvisoryLocks.Appends})");
}
