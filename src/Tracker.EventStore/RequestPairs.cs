using System.Collections.Immutable;
using System.Diagnostics;
using Npgsql;
using Tracker.Domain;
using Tracker.Domain.Requests;

namespace Tracker.EventStore;

/// <summary>What became of an act on two requests: of the one it was done from, or why the other one does not allow it.</summary>
public sealed record PairChange(ChangeResult<RequestState, RequestEvent>? Change, Refusal? OfOther = null);

/// <summary>One act on two requests, in one transaction: both of them or none.</summary>
public sealed class RequestPairs(Book book, RowWriter<RequestState> rows) : StreamStore<RequestState, RequestEvent>(book, RequestStore.Kind, rows)
{
    private readonly Book book = book;

    /// <param name="id">The request it is done from.</param>
    /// <param name="seenVersion">As the person saw that one; the other is taken as it stands.</param>
    /// <param name="other">The other request.</param>
    /// <param name="act">One command for both.</param>
    /// <param name="decide">Decides for the one it is done from.</param>
    /// <param name="decideOther">Decides for the other.</param>
    /// <param name="cancellationToken">Ends it before it is done.</param>
    /// <param name="alone">Whether the one is changed by itself where nothing can be written about the other any more: it is void, or its key is gone.</param>
    public async Task<PairChange> ChangeAsync(
        Guid id,
        long seenVersion,
        Guid other,
        Act act,
        Func<RequestState, Decision<RequestEvent>> decide,
        Func<RequestState, Decision<RequestEvent>> decideOther,
        CancellationToken cancellationToken,
        bool alone = false)
    {
        while (true)
        {
            var calendars = book.Calendars.Current; // before anything is decided or computed with them
            try
            {
                return await TryChangeAsync(id, seenVersion, other, act, decide, decideOther, alone, calendars, cancellationToken);
            }
            catch (PostgresException fault) when (Calendars.IsOutdated(fault))
            {
                await book.Calendars.FollowPastAsync(calendars, cancellationToken);
            }
            catch (PostgresException fault) when (IsConflict(fault))
            {
                var now = await LoadAsync(new StreamKey(act.Office, id), cancellationToken);
                if (AlreadyDone(now, act, decide) is { } done)
                {
                    return new(done);
                }

                if (now.Version != seenVersion)
                {
                    return new(Conflict(now, seenVersion));
                } // else it was the other that went on, and it is taken as it stands now
            }
        }
    }

    private async Task<PairChange> TryChangeAsync(
        Guid id,
        long seenVersion,
        Guid other,
        Act act,
        Func<RequestState, Decision<RequestEvent>> decide,
        Func<RequestState, Decision<RequestEvent>> decideOther,
        bool alone,
        CalendarHistory calendars,
        CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        var stream = await LoadAsync(connection, new(act.Office, id), cancellationToken);
        if (Answer(stream, seenVersion, act, decide, out var facts) is { } answer)
        {
            return new(answer);
        }

        var beside = await LoadAsync(connection, new(act.Office, other), cancellationToken);
        switch (Answer(beside, seenVersion: null, act, decideOther, out var factsBeside))
        {
            case null:
                break;
            case NotChanged<RequestState, RequestEvent>(EntryVoid or PersonalDataAlreadyErased, _) when alone:
                factsBeside = [];
                break;
            case NotChanged<RequestState, RequestEvent>(var reason, _):
                return new(Change: null, reason);
            default:
                throw new UnreachableException("Of an act on two requests one was done without the other.");
        }

        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForAppend(act.Office, calendars));
        Changed<RequestState, RequestEvent>? changed = null;
        foreach (var (each, added) in InOrder((stream, facts), (beside, factsBeside)).Where(one => !one.Facts.IsEmpty))
        {
            var appended = Append(batch, each, added, act, calendars);
            changed = each == stream ? appended : changed;
        }

        await Committing.RunAsync(() => batch.ExecuteNonQueryAsync(cancellationToken));
        return new(changed!);
    }

    /// <summary>By stream, whichever of the two it is done from: two clerks who link the same two requests never wait for each other in a ring.</summary>
    private static IEnumerable<(LoadedStream<RequestState, RequestEvent> Stream, ImmutableArray<RequestEvent> Facts)> InOrder(
        params (LoadedStream<RequestState, RequestEvent> Stream, ImmutableArray<RequestEvent> Facts)[] both) => both.OrderBy(one => one.Stream.Key.Id);
}
