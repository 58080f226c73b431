using Npgsql;
using Tracker.Domain.LegalTime;

namespace Tracker.EventStore;

/// <summary>
/// The calendars of a book as this process knows them. A process that runs while a notice is adopted elsewhere notices when it next
/// reads a page (<see cref="FollowAsync"/>) and, at the latest, when it next writes: the database refuses rows computed with a
/// calendar that no longer counts, and the act is decided again.
/// </summary>
public sealed class Calendars(Book book)
{
    /// <summary>Raised by <c>begin_append</c>, see the migrations.</summary>
    private const string OutdatedCalendar = "TR001";

    private readonly Lock gate = new();
    private volatile CalendarHistory current = CalendarHistory.Unrecorded;

    public CalendarHistory Current => current;

    /// <summary>The working days of an office as they stand.</summary>
    public WorkingCalendar Of(string office) => current.Of(office);

    /// <summary>Asks which calendar counts, and reads it if it is another than the known one.</summary>
    public async Task<CalendarHistory> RefreshAsync(CancellationToken cancellationToken)
    {
        await using var command = book.Database.CreateCommand("select version from calendar_version");
        await FollowAsync((long)(await command.ExecuteScalarAsync(cancellationToken))!, cancellationToken);
        return current;
    }

    /// <summary>Reads the calendar if the one that counts, as a query of the caller's has just said, is another than the known one.</summary>
    public async ValueTask FollowAsync(long version, CancellationToken cancellationToken)
    {
        if (current.Version != version)
        {
            await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
            Take(await CalendarStore.HistoryAsync(connection, cancellationToken));
        }
    }

    /// <summary>Whether an append was refused because its rows were computed with a calendar that no longer counts.</summary>
    internal static bool IsOutdated(PostgresException fault) => fault.SqlState == OutdatedCalendar;

    /// <summary>After such a refusal.</summary>
    /// <exception cref="BookException">There is no newer calendar: the book and what the database says of it differ.</exception>
    internal async Task FollowPastAsync(CalendarHistory refused, CancellationToken cancellationToken)
    {
        if ((await RefreshAsync(cancellationToken)).Version == refused.Version)
        {
            throw new BookException("数据库所记的工作日历版本与账簿不符，没有写入；请运行 tracker verify。");
        }
    }

    /// <summary>Of two readings that overlapped the later one stays.</summary>
    internal void Take(CalendarHistory read)
    {
        lock (gate)
        {
            current = read.Version > current.Version ? read : current;
        }
    }
}
