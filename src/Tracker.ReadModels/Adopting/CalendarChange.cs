using System.Collections.Immutable;
using Npgsql;
using Tracker.Domain.LegalTime;
using Tracker.EventStore;

namespace Tracker.ReadModels.Adopting;

/// <summary>The calendars before and after an adoption.</summary>
internal sealed class CalendarChange
{
    private readonly CalendarHistory now;
    private readonly CalendarState then;
    private readonly string? office;
    private readonly Dictionary<string, WorkingCalendar> calendars = new(StringComparer.Ordinal);

    /// <param name="now">As they stand.</param>
    /// <param name="facts">What is adopted.</param>
    /// <param name="office">The office whose own days it is about; none when it is about everybody's.</param>
    public CalendarChange(CalendarHistory now, ImmutableArray<CalendarEvent> facts, string? office)
    {
        (this.now, this.office) = (now, office);
        then = facts.Aggregate(now.State, (state, happened) => state.Evolve(happened));
    }

    /// <summary>The days that change.</summary>
    public ImmutableArray<DayChange> Days => office is null
        ? DayChange.Between(now.National, then.National())
        : DayChange.Between(now.Of(office), then.Of(office));

    /// <summary>The open cases that change; their rows are written, or not.</summary>
    public Task<CalendarEffect> CompareAsync(NpgsqlConnection connection, bool write, CancellationToken cancellationToken) =>
        OpenCases.CompareAsync(connection, office, now, Then, write, cancellationToken);

    private WorkingCalendar Then(string code) =>
        calendars.TryGetValue(code, out var known) ? known : calendars[code] = then.Of(code);
}
