using System.Collections.Immutable;
using Npgsql;
using Tracker.Domain.LegalTime;

namespace Tracker.EventStore;

/// <summary>
/// The stream of the calendar (工作日历). It is the system's: it stands under a tenant that is no office's, which the pages may read
/// and only the worker may write.
/// </summary>
/// <param name="book">Not the pages', to write.</param>
public sealed class CalendarStore(Book book) : StreamStore<CalendarState, CalendarEvent>(book, Kind, Write)
{
    // Nothing in them is sealed, so no key is read.
    private const string Events =
        $"select {StreamReading.EventColumns} from mt_events e where e.tenant_id = $1 and e.stream_id = $2 order by e.version";

    /// <summary>Whose book the system's own streams stand in. No office code begins like this.</summary>
    public const string SystemOffice = "*SYSTEM*";

    public static StreamKey Stream { get; } = new(SystemOffice, StreamIds.Calendar);

    public static StreamKind<CalendarState, CalendarEvent> Kind { get; } =
        new("calendar", CalendarState.None, (state, happened) => state.Evolve(happened));

    /// <summary>
    /// 首次启动: adopts the notices of 2007 to 2026, all in one transaction. Of nodes that start at the same moment one does, for the
    /// stream can begin only once; and the rows stay as they are, for before the first adoption those notices counted too.
    /// </summary>
    public async Task AdoptFirstAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var act = new Act(SystemOffice, "system:first-start", Guid.CreateVersion7(), Act.FromCommand, now);
        await ChangeAsync(Stream.Id, seenVersion: null, act, AdoptFirstNotices.Decide, cancellationToken);
    }

    /// <summary>What was adopted until now, read on the caller's connection, inside its transaction if it has one.</summary>
    public static async Task<CalendarHistory> HistoryAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForOffice(SystemOffice));
        batch.BatchCommands.Add(new(Events)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = Stream.Office }, new NpgsqlParameter<Guid> { TypedValue = Stream.Id } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var adopted = ImmutableArray.CreateBuilder<Recorded<CalendarEvent>>();
        while (await reader.ReadAsync(cancellationToken))
        {
            adopted.Add(StreamReading.Event<CalendarEvent>(reader, Stream).Recorded);
        }

        return new(adopted.DrainToImmutable());
    }

    /// <summary>The same, naming the calendar's stream if the database says another version counts.</summary>
    public static async Task<CalendarHistory> VerifiedHistoryAsync(
        NpgsqlConnection connection, BookFindings findings, CancellationToken cancellationToken)
    {
        var history = await HistoryAsync(connection, cancellationToken);
        await using var command = new NpgsqlCommand("select version from calendar_version", connection);
        if (!Equals(await command.ExecuteScalarAsync(cancellationToken), history.Version))
        {
            findings.Add(BookFault.ReadModelRow, Stream, history.Version);
        }

        return history;
    }

    private static void Write(NpgsqlBatch batch, StreamKey stream, VersionStep step, CalendarState state) =>
        batch.BatchCommands.Add(new("update calendar_version set version = $1") { Parameters = { new NpgsqlParameter<long> { TypedValue = step.To } } });
}
