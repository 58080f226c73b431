using System.Collections.Concurrent;
using System.Collections.Immutable;
using Tracker.Domain.LegalTime;

namespace Tracker.EventStore;

/// <summary>
/// 工作日历 as it stood at each adoption. An open request is counted with the calendar as it stands; one that has ended, with what was
/// adopted before its end was recorded (the verdict on it is not rewritten by a later notice). “Before” goes by the place in the
/// book and not by a time: appends hold the lock shared that an adoption holds alone, so places tell which came first, whatever the
/// clocks said.
/// </summary>
public sealed class CalendarHistory
{
    private readonly ImmutableArray<Recorded<CalendarEvent>> adopted;
    private readonly ImmutableArray<CalendarState> states;
    private readonly int first;
    private readonly ConcurrentDictionary<(int Count, string Office), WorkingCalendar> calendars = new();

    internal CalendarHistory(ImmutableArray<Recorded<CalendarEvent>> adopted)
    {
        this.adopted = adopted;
        states = [.. adopted.Aggregate(
            ImmutableArray.Create(CalendarState.None), (known, recorded) => known.Add(known[^1].Evolve(recorded.Event)))];
        first = adopted.TakeWhile(recorded => recorded.CommandId == adopted[0].CommandId).Count();
    }

    /// <summary>Of a book whose calendar has no stream yet.</summary>
    public static CalendarHistory Unrecorded { get; } = new([]);

    /// <summary>How many adoptions there were; what an append must know of.</summary>
    public long Version => adopted.Length;

    public CalendarState State => StateAt(adopted.Length);

    /// <summary>Every adoption in order.</summary>
    public ImmutableArray<Recorded<CalendarEvent>> Adopted => adopted;

    /// <summary>The working days of an office as they stand.</summary>
    public WorkingCalendar Of(string office) => At(adopted.Length, office);

    /// <summary>The working days everybody has, before any office's own.</summary>
    public WorkingCalendar National => At(adopted.Length, CalendarStore.SystemOffice);

    /// <summary>The working days by which a request of an office is judged.</summary>
    /// <param name="office">Office code.</param>
    /// <param name="endedAt">
    /// The place of the event that ended the request; none for one that is open or ends just now. One that ended before there was a
    /// stream was judged by the notices first adopted.
    /// </param>
    public WorkingCalendar For(string office, long? endedAt) => endedAt is { } place ? At(Math.Max(first, CountBefore(place)), office) : Of(office);

    /// <summary>The same as it was known at the end of a day: nothing adopted later counts.</summary>
    /// <param name="office">Office code.</param>
    /// <param name="day">The day, to its end in China.</param>
    /// <param name="endedAt">The place of the event that had ended the request by then.</param>
    public WorkingCalendar KnownOn(string office, DateOnly day, long? endedAt)
    {
        var known = adopted.TakeWhile(recorded => LegalDay.Of(recorded.RecordedAt) <= day).Count();
        return At(Math.Max(first, endedAt is { } place ? Math.Min(known, CountBefore(place)) : known), office);
    }

    private CalendarState StateAt(int count) => count == 0 ? CalendarState.First : states[count];

    private WorkingCalendar At(int count, string office)
    {
        // All offices without days of their own share one calendar.
        var state = StateAt(count);
        var key = (count, state.Local.ContainsKey(office) ? office : CalendarStore.SystemOffice);
        return calendars.TryGetValue(key, out var known) ? known : calendars.GetOrAdd(key, state.Of(key.Item2));
    }

    private int CountBefore(long place)
    {
        var count = adopted.Length;
        while (count > 0 && adopted[count - 1].Position > place)
        {
            count--; // most requests end after the last adoption
        }

        return count;
    }
}
