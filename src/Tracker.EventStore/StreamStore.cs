using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Npgsql;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.EventStore.Sealing;

namespace Tracker.EventStore;

/// <summary>
/// A kind of stream: its stored name, what stands before the first event, how events are folded, and whether what the stream is about
/// has ended, if it can.
/// </summary>
public sealed record StreamKind<TState, TEvent>(string Name, TState None, Func<TState, TEvent, TState> Evolve, Func<TState, bool>? HasEnded = null);

/// <summary>An append's step.</summary>
/// <param name="From">The version that was read, 0 for a stream that begins.</param>
/// <param name="To">The version it leaves.</param>
/// <param name="EndedAt">The place of the event that had ended the stream's subject before; none if it goes on, or ends with this step.</param>
/// <param name="Calendars">The calendars that count when it is written.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct VersionStep(long From, long To, long? EndedAt, CalendarHistory Calendars)
{
    public bool Begins => From == 0;
}

/// <summary>Adds to an append's batch whatever rows must change with it, in the same transaction.</summary>
public delegate void RowWriter<in TState>(NpgsqlBatch batch, StreamKey stream, VersionStep step, TState state);

/// <summary>
/// Reads and appends streams of one kind. A whole act is two round trips: read the stream; append under the version that was
/// read, one pipelined batch in one transaction.
/// </summary>
public class StreamStore<TState, TEvent>(Book book, StreamKind<TState, TEvent> kind, RowWriter<TState> rows)
    where TEvent : notnull
{
    /// <summary>The stream's events in order, folded; empty if there is no such stream in this office.</summary>
    public async Task<LoadedStream<TState, TEvent>> LoadAsync(StreamKey key, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        return await LoadAsync(connection, key, cancellationToken);
    }

    /// <summary>
    /// One act. <paramref name="seenVersion"/> is the version the person saw; none when the caller takes it as it stands. Where the
    /// decision asks the calendar, it asks the book's: when another one was adopted meanwhile, it is asked again.
    /// </summary>
    public async Task<ChangeResult<TState, TEvent>> ChangeAsync(
        Guid id, long? seenVersion, Act act, Func<TState, Decision<TEvent>> decide, CancellationToken cancellationToken)
    {
        await PrepareAsync(act.Office, cancellationToken);
        while (true)
        {
            var calendars = book.Calendars.Current; // before anything is decided or computed with them
            try
            {
                return await TryChangeAsync(new(act.Office, id), seenVersion, act, decide, calendars, cancellationToken);
            }
            catch (PostgresException fault) when (Calendars.IsOutdated(fault))
            {
                await book.Calendars.FollowPastAsync(calendars, cancellationToken); // nothing was written
            }
        }
    }

    private async Task<ChangeResult<TState, TEvent>> TryChangeAsync(
        StreamKey key,
        long? seenVersion,
        Act act,
        Func<TState, Decision<TEvent>> decide,
        CalendarHistory calendars,
        CancellationToken cancellationToken)
    {
        var stream = await LoadAsync(key, cancellationToken);
        if (Answer(stream, seenVersion, act, decide, out var accepted) is { } answer)
        {
            return answer;
        }

        try
        {
            await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
            return await AppendAsync(connection, stream, accepted, act, calendars, cancellationToken);
        }
        catch (PostgresException fault) when (IsConflict(fault))
        {
            // Somebody was faster. Nothing is tried again: what they did may change what this person wants.
            var now = await LoadAsync(key, cancellationToken);
            return AlreadyDone(now, act, decide) ?? Conflict(now, stream.Version);
        }
    }

    /// <summary>
    /// One act inside a transaction that holds the appends alone, so that nobody can be faster, and knows the calendars as they then
    /// stand.
    /// </summary>
    public async Task<ChangeResult<TState, TEvent>> ChangeWithinAsync(
        NpgsqlConnection connection,
        Guid id,
        Act act,
        Func<TState, Decision<TEvent>> decide,
        CancellationToken cancellationToken,
        long? seenVersion = null)
    {
        var calendars = book.Calendars.Current;
        var stream = await LoadAsync(connection, new(act.Office, id), cancellationToken);
        return Answer(stream, seenVersion, act, decide, out var accepted)
            ?? await AppendAsync(connection, stream, accepted, act, calendars, cancellationToken);
    }

    /// <summary>Two writers under one version: the loser meets the winner's event, or the winner's stream.</summary>
    internal static bool IsConflict(PostgresException fault) =>
        fault.SqlState == PostgresErrorCodes.UniqueViolation
        && fault.ConstraintName is "pk_mt_events_stream_and_version" or "pkey_mt_streams_tenant_id_id";

    /// <summary>The same on the caller's connection, inside its transaction if it has one.</summary>
    public async Task<LoadedStream<TState, TEvent>> LoadAsync(
        NpgsqlConnection connection, StreamKey key, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForOffice(key.Office));
        batch.BatchCommands.Add(new(StreamReading.Events)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = key.Office }, new NpgsqlParameter<Guid> { TypedValue = key.Id } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var (events, lastHash, wrapped) = await StreamReading.StreamAsync<TEvent>(reader, key, cancellationToken);
        var keys = new StreamKeys(key, await book.MasterKeyOfAsync(wrapped, cancellationToken), wrapped);
        var (state, endedAt) = Fold(events);
        return new(key, state, events, new Unsealer(keys))
        {
            EndedAt = endedAt,
            LastHash = lastHash,
            Keys = keys,
        };
    }

    /// <summary>The same stream as it was known at the end of a day in China: what was recorded later is left out.</summary>
    public LoadedStream<TState, TEvent> KnownOn(LoadedStream<TState, TEvent> stream, DateOnly day)
    {
        var events = stream.Events.TakeWhile(recorded => LegalDay.Of(recorded.RecordedAt) <= day).ToImmutableArray();
        var (state, endedAt) = Fold(events);
        return stream with { Events = events, State = state, EndedAt = endedAt };
    }

    /// <summary>What the events come to, and the place of the one that ended it; none if it goes on.</summary>
    private (TState State, long? EndedAt) Fold(IEnumerable<Recorded<TEvent>> events)
    {
        var (state, endedAt) = (kind.None, (long?)null);
        foreach (var recorded in events)
        {
            state = kind.Evolve(state, recorded.Event);
            endedAt = kind.HasEnded?.Invoke(state) == true ? endedAt ?? recorded.Position : null;
        }

        return (state, endedAt);
    }

    /// <summary>Adds the statements that append facts to a stream, and the rows that change with them.</summary>
    private protected Changed<TState, TEvent> Append(
        NpgsqlBatch batch, LoadedStream<TState, TEvent> stream, ImmutableArray<TEvent> facts, Act act, CalendarHistory calendars)
    {
        var state = facts.Aggregate(stream.State, kind.Evolve);
        var version = stream.Version + facts.Length;
        batch.BatchCommands.Add(StreamHead.Write(stream.Key, kind.Name, stream.Version, facts.Length));
        foreach (var row in EventRow.Prepare(stream.Key, stream.Version, stream.LastHash, facts.Cast<object>(), act, stream.Keys))
        {
            batch.BatchCommands.Add(row.ToInsert());
        }

        var endedAt = kind.HasEnded?.Invoke(state) == true ? stream.EndedAt : null;
        rows(batch, stream.Key, new(stream.Version, version, endedAt, calendars), state);
        AddConsequences(batch, stream, facts, state);
        return new(state, version, Repeated: false);
    }

    /// <summary>What else becomes of the book itself by these facts, in the same transaction.</summary>
    private protected virtual void AddConsequences(
        NpgsqlBatch batch, LoadedStream<TState, TEvent> stream, ImmutableArray<TEvent> facts, TState state)
    {
    }

    /// <summary>Fetches what those consequences need, before the act takes a connection of its own.</summary>
    private protected virtual ValueTask PrepareAsync(string office, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>
    /// The same command id again: nothing is added. Before it was carried out the first time it must have decided the same kinds of
    /// facts; a command id used for another act is no repetition.
    /// </summary>
    private protected ChangeResult<TState, TEvent>? AlreadyDone(LoadedStream<TState, TEvent> stream, Act act, Func<TState, Decision<TEvent>> decide)
    {
        var done = stream.Events.Where(recorded => recorded.CommandId == act.CommandId).ToList();
        if (done.Count == 0)
        {
            return null;
        }

        var (before, _) = Fold(stream.Events.TakeWhile(recorded => recorded.CommandId != act.CommandId));
        return decide(before) is Accepted<TEvent>(var facts)
            && facts.Select(fact => fact.GetType()).SequenceEqual(done.Select(recorded => recorded.Event.GetType()))
            ? new Changed<TState, TEvent>(stream.State, stream.Version, Repeated: true)
            : Conflict(stream, done[0].Version - 1);
    }

    private protected ChangeResult<TState, TEvent>? Answer(
        LoadedStream<TState, TEvent> stream,
        long? seenVersion,
        Act act,
        Func<TState, Decision<TEvent>> decide,
        out ImmutableArray<TEvent> accepted)
    {
        accepted = [];
        if (AlreadyDone(stream, act, decide) is { } done)
        {
            return done;
        }

        if (seenVersion is { } seen && seen != stream.Version)
        {
            return stream.Version == 0 ? new NoSuchStream<TState, TEvent>() : Conflict(stream, seen);
        }

        switch (decide(stream.State))
        {
            case Refused<TEvent>(var reason):
                return stream.Version == 0 && seenVersion is not null
                    ? new NoSuchStream<TState, TEvent>()
                    : new NotChanged<TState, TEvent>(reason, stream.State);
            case Accepted<TEvent>({ IsEmpty: true }):
                return new Changed<TState, TEvent>(stream.State, stream.Version, Repeated: true);
            case Accepted<TEvent>(var events):
                accepted = events;
                return null;
            default:
                throw new UnreachableException();
        }
    }

    private async Task<ChangeResult<TState, TEvent>> AppendAsync(
        NpgsqlConnection connection,
        LoadedStream<TState, TEvent> stream,
        ImmutableArray<TEvent> facts,
        Act act,
        CalendarHistory calendars,
        CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForAppend(act.Office, calendars));
        var changed = Append(batch, stream, facts, act, calendars);
        await Committing.RunAsync(() => batch.ExecuteNonQueryAsync(cancellationToken)); // one implicit transaction: all of it or nothing
        return changed;
    }

    private protected static Conflicted<TState, TEvent> Conflict(LoadedStream<TState, TEvent> stream, long seenVersion) =>
        new(stream.Version, [.. stream.Events.Where(recorded => recorded.Version > seenVersion)], stream.State);
}
