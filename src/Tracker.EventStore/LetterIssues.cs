using System.Diagnostics;
using Npgsql;
using Tracker.Domain;
using Tracker.Domain.Offices;
using Tracker.Domain.Requests;

namespace Tracker.EventStore;

/// <summary>印发 with a number of the office's own series: the number and the fact that bears it, in one transaction.</summary>
public sealed class LetterIssues(Book book, RowWriter<RequestState> rows) : StreamStore<RequestState, RequestEvent>(book, RequestStore.Kind, rows)
{
    /// <summary>The series in the counters.</summary>
    public const string Series = "letter";

    private const string Drawn = "select year, last_number from number_counters where tenant_id = $1 and series = $2";

    // Whatever kind of letter bears it: what was typed for any of them is used.
    private const string Typed =
        """
        select distinct data->>'documentNumber' from mt_events
        where tenant_id = $1 and data ? 'documentNumber' and not data ? 'letterPlace'
        """;

    private readonly Book book = book;

    /// <summary>The last number drawn, by year; a year without one is not there.</summary>
    public async Task<IReadOnlyDictionary<int, int>> DrawnAsync(string office, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForOffice(office));
        batch.BatchCommands.Add(new(Drawn)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = office }, new NpgsqlParameter<string> { TypedValue = Series } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var drawn = new Dictionary<int, int>();
        while (await reader.ReadAsync(cancellationToken))
        {
            drawn.Add(reader.GetInt16(0), reader.GetInt32(1));
        }

        return drawn;
    }

    /// <summary>The same, and every document number somebody typed. Reads the office's whole book: for an act that is done once in years.</summary>
    public async Task<LettersInUse> InUseAsync(string office, CancellationToken cancellationToken)
    {
        var drawn = await DrawnAsync(office, cancellationToken);
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForOffice(office));
        batch.BatchCommands.Add(new(Typed) { Parameters = { new NpgsqlParameter<string> { TypedValue = office } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var typed = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            typed.Add(reader.GetString(0));
        }

        return new(drawn, typed);
    }

    /// <summary>One act on a request that draws a number. It is drawn only once the act is known to be possible.</summary>
    /// <param name="id">The request.</param>
    /// <param name="seenVersion">The version the person saw.</param>
    /// <param name="act">Whose act.</param>
    /// <param name="series">From which the number is drawn.</param>
    /// <param name="decide">The act, with the number it would have.</param>
    /// <param name="cancellationToken">Ends it before it is done.</param>
    public async Task<ChangeResult<RequestState, RequestEvent>> IssueAsync(
        Guid id,
        long seenVersion,
        Act act,
        LetterSeries series,
        Func<RequestState, LetterNumber, Decision<RequestEvent>> decide,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var calendars = book.Calendars.Current; // before anything is decided or computed with them
            try
            {
                return await TryIssueAsync(new(act.Office, id), seenVersion, act, series, decide, calendars, cancellationToken);
            }
            catch (PostgresException fault) when (Calendars.IsOutdated(fault))
            {
                await book.Calendars.FollowPastAsync(calendars, cancellationToken); // nothing was written, and the number went back
            }
            catch (PostgresException fault) when (IsConflict(fault))
            {
                var now = await LoadAsync(new StreamKey(act.Office, id), cancellationToken);
                return AlreadyDone(now, act, state => decide(state, series.At(0))) ?? Conflict(now, seenVersion);
            }
        }
    }

    private async Task<ChangeResult<RequestState, RequestEvent>> TryIssueAsync(
        StreamKey key,
        long seenVersion,
        Act act,
        LetterSeries series,
        Func<RequestState, LetterNumber, Decision<RequestEvent>> decide,
        CalendarHistory calendars,
        CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken); // given back, it ends what was begun
        var stream = await LoadAsync(connection, key, cancellationToken);
        if (Answer(stream, seenVersion, act, state => decide(state, series.At(0)), out _) is { } answer)
        {
            return answer;
        }

        var place = await NumberCounter.BeginAsync(connection, act.Office, Series, series.Year, calendars, cancellationToken, series.UsedUpTo);
        switch (decide(stream.State, series.At(place)))
        {
            case Refused<RequestEvent>(var reason):
                return new NotChanged<RequestState, RequestEvent>(reason, stream.State); // the number goes back with the transaction
            case Accepted<RequestEvent>(var facts):
                await using (var batch = new NpgsqlBatch(connection))
                {
                    var changed = Append(batch, stream, facts, act, calendars);
                    batch.BatchCommands.Add(new("commit"));
                    await Committing.RunAsync(() => batch.ExecuteNonQueryAsync(cancellationToken));
                    return changed;
                }

            default:
                throw new UnreachableException();
        }
    }
}
