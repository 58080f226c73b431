using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Offices;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.ReadModels;

namespace Tracker.Reminders;

/// <summary>An office's lead times and working days, as they were known on each day.</summary>
internal sealed class OfficeHistory(string office, ImmutableArray<Recorded<OfficeEvent>> events, CalendarHistory calendars)
{
    private readonly Dictionary<(DateOnly Day, DateTimeOffset? Since), ImmutableArray<Known>> days = [];
    private readonly Moments<OfficeState> states = new(
        events.Select(recorded => recorded.RecordedAt), events.Select(recorded => recorded.Event).Running(OfficeState.None, (state, happened) => state.Evolve(happened)));

    public string Office => office;

    /// <summary>Every moment of a day, the first at its beginning or at a later instant, the last at its end; nothing is due yet in any.</summary>
    public ImmutableArray<Known> On(DateOnly day, DateTimeOffset? since)
    {
        if (!days.TryGetValue((day, since), out var known))
        {
            var (before, after) = (calendars.KnownOn(office, day.AddDays(-1), endedAt: null), calendars.KnownOn(office, day, endedAt: null));
            known = [.. states.On(day, since).SelectMany(state => new[] { before, after }.Distinct().Select(calendar => new Known([], state, calendar)))];
            days.Add((day, since), known);
        }

        return known;
    }
}

/// <summary>A request as it was known on each day.</summary>
internal sealed class RequestHistory(ImmutableArray<Recorded<RequestEvent>> events, OfficeHistory office)
{
    private readonly Dictionary<(long Version, WorkingCalendar Calendar), ImmutableArray<DueItem>> dues = [];
    private readonly Moments<RequestState> states = new(
        events.Select(recorded => recorded.RecordedAt), events.Select(recorded => recorded.Event).Running(RequestState.None, (state, happened) => state.Evolve(happened)));

    /// <summary>登记编号</summary>
    public string? Number => states.Last.Registration?.Number;

    /// <summary>Every moment of a day, the first at its beginning or at a later instant, the last at its end.</summary>
    public ImmutableArray<Known> On(DateOnly day, DateTimeOffset? since) =>
        [.. states.On(day, since).SelectMany(state => office.On(day, since).Select(moment => moment with { Dues = DuesOf(state, moment.Calendar) }))];

    private ImmutableArray<DueItem> DuesOf(RequestState state, WorkingCalendar calendar)
    {
        if (!state.IsRegistered || state.IsClosed)
        {
            return [];
        }

        var key = (state.Version, calendar);
        return dues.TryGetValue(key, out var known) ? known : dues[key] = Dues.Of(state, RequestClock.Read(state, calendar), calendar);
    }
}

/// <summary>What a stream came to, moment by moment, by the days on which its facts were recorded.</summary>
internal sealed class Moments<TState>(IEnumerable<DateTimeOffset> recordedAt, IEnumerable<TState> states)
{
    private readonly ImmutableArray<DateTimeOffset> instants = [.. recordedAt];
    private readonly ImmutableArray<TState> states = [.. states];

    public TState Last => states[^1];

    /// <summary>What was known when the day began, or at a later instant of it, and after each fact recorded on it since.</summary>
    public IEnumerable<TState> On(DateOnly day, DateTimeOffset? since)
    {
        var (first, last) = (since ?? LegalDay.Begins(day), LegalDay.Begins(day.AddDays(1)));
        var before = instants.TakeWhile(recorded => recorded < first).Count();
        return states.Skip(before).Take(1 + instants.Skip(before).TakeWhile(recorded => recorded < last).Count());
    }
}

/// <summary>Folding that keeps each step.</summary>
internal static class Folding
{
    /// <summary>The state before the first fact, and after each.</summary>
    public static IEnumerable<TState> Running<TState, TEvent>(this IEnumerable<TEvent> events, TState none, Func<TState, TEvent, TState> evolve)
    {
        var state = none;
        yield return state;
        foreach (var happened in events)
        {
            yield return state = evolve(state, happened);
        }
    }
}
