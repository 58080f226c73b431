using Tracker.EventStore;
using Tracker.EventStore.Sealing;
using Tracker.LocalPostgres;

namespace Tracker.Web.Wiring;

/// <summary>
/// The book as this program finds it: in the PostgreSQL that TRACKER_DB names, else in a private cluster of its own, which stops
/// with its last user.
/// </summary>
public sealed class OpenedBook : IAsyncDisposable
{
    private const string Database = "tracker";
    private readonly PrivateCluster? cluster;

    private OpenedBook(Book book, Book worker, PrivateCluster? cluster)
    {
        Book = book;
        Worker = worker;
        this.cluster = cluster;
    }

    public Book Book { get; }

    /// <summary>The same book for work behind the pages, which sees every office.</summary>
    public Book Worker { get; }

    /// <summary>Whether the server is this program's to keep running; one that TRACKER_DB names is looked after elsewhere.</summary>
    public bool HasOwnServer => cluster is not null;

    /// <summary>Whether the private cluster's server runs; a look that waits for nobody.</summary>
    public bool ServerRuns => cluster is { IsRunning: true };

    /// <summary>Starts the private cluster's server again, wherever its socket then is.</summary>
    /// <exception cref="LocalPostgresException">It cannot be started now.</exception>
    public async Task BringServerBackAsync(CancellationToken cancellationToken)
    {
        if (cluster is not null)
        {
            await cluster.EnsureRunningAsync(cancellationToken);
            Book.Reconnect(cluster.SocketFolder);
            Worker.Reconnect(cluster.SocketFolder);
        }
    }

    /// <summary>The data folder, if the book should stand in it and nothing does; none if a book is there, or in a database of its own.</summary>
    public static string? EmptyFolder() =>
        Environment.GetEnvironmentVariable("TRACKER_DB") is { Length: > 0 } || PrivateCluster.Exists(DataFolder.Resolve()) ? null : DataFolder.Resolve();

    /// <exception cref="BookException">The database or the master key does not fit.</exception>
    /// <exception cref="LocalPostgresException">The private cluster cannot be started.</exception>
    public static async Task<OpenedBook> OpenAsync(BookRole role, CancellationToken cancellationToken)
    {
        var folder = DataFolder.Resolve();
        var masterKey = new MasterKeySource(
            Environment.GetEnvironmentVariable(MasterKeySource.VariableName) is { Length: > 0 } variable ? variable : null,
            Path.Combine(folder, "master.key"));
        if (Environment.GetEnvironmentVariable("TRACKER_DB") is { Length: > 0 } connectionString)
        {
            return await OpenAsync(connectionString, masterKey, role, cluster: null, cancellationToken);
        }

        var own = await PrivateCluster.OpenAsync(folder, cancellationToken);
        try
        {
            await own.CreateDatabaseIfMissingAsync(Database, cancellationToken);
            return await OpenAsync(own.ConnectionString(Database), masterKey, role, own, cancellationToken);
        }
        catch
        {
            await own.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes up the calendar, and begins its stream at the very first start. A check does without: it trusts no event.</summary>
    public async Task TakeUpCalendarAsync(CancellationToken cancellationToken)
    {
        await new CalendarStore(Worker).AdoptFirstAsync(new LegalClock(TimeProvider.System).Now, cancellationToken);
        await Worker.Calendars.RefreshAsync(cancellationToken);
        await Book.Calendars.RefreshAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Book.DisposeAsync();
        await Worker.DisposeAsync();
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }
    }

    private static async Task<OpenedBook> OpenAsync(
        string connectionString, MasterKeySource masterKey, BookRole role, PrivateCluster? cluster, CancellationToken cancellationToken)
    {
        var entry = cluster is null ? RoleEntry.SetRole : RoleEntry.LogIn; // the socket lets in whoever reaches it
        var book = await Book.OpenAsync(connectionString, masterKey, role, entry, cancellationToken);
        return new(book, role == BookRole.Worker ? book : book.As(BookRole.Worker), cluster);
    }
}
