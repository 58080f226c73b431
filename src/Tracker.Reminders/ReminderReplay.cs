using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.EventStore;

namespace Tracker.Reminders;

/// <summary>Whether an office could be looked at.</summary>
public enum ReplayScope
{
    /// <summary>It was swept by the last day of the range.</summary>
    Compared,

    /// <summary>从未巡检: it was open before that day, and nobody was ever told of anything.</summary>
    NeverSwept,

    /// <summary>It was not open before that day, so that nothing need have been told.</summary>
    NotYetOpen,
}

/// <summary>What a replay of an office came to.</summary>
/// <param name="From">The first day that was looked at: none before the office was first swept.</param>
/// <param name="To">The last.</param>
/// <param name="Scope">Whether it could be looked at.</param>
/// <param name="Unswept">The days of the range on which it was not, and whose steps a later sweep told.</param>
/// <param name="InOrder">How many steps had to be told, and were.</param>
/// <param name="Findings">What is wrong.</param>
public sealed record ReplayedOffice(
    string Office, DateOnly From, DateOnly To, ReplayScope Scope, ImmutableArray<DateOnly> Unswept, long InOrder, ImmutableArray<ReplayFinding> Findings);

/// <summary>
/// 核对提醒: computes from the book alone, and from no row, what should have been told in a range of days, by the facts, the lead times and
/// the calendar as they were known on each, and compares it with what was recorded.
/// </summary>
/// <param name="worker">The book as the worker.</param>
public sealed class ReminderReplay(Book worker)
{
    private const int Chunk = 500;

    private readonly OfficeStore offices = new(worker, (_, _, _, _) => { });
    private readonly ReportingYearStore years = new(worker);

    /// <param name="office">Office code.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last, itself included; not after today.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ReplayedOffice> RunAsync(string office, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var calendars = await worker.Calendars.RefreshAsync(cancellationToken);
        var stream = await offices.LoadAsync(new StreamKey(office, StreamIds.Office(office)), cancellationToken);
        var history = new OfficeHistory(office, stream.Events, calendars);
        await using var snapshot = await BookSnapshot.TakeAsync(worker, cancellationToken);
        var recorded = await RecordedReminders.OpenAsync(snapshot, office, from, to, cancellationToken);
        var first = recorded.FirstSwept is { } swept && swept > from ? swept : from;
        var scope = recorded.FirstSwept <= to ? ReplayScope.Compared
            : stream.Events is [var opened, ..] && LegalDay.Of(opened.RecordedAt) < to ? ReplayScope.NeverSwept
            : ReplayScope.NotYetOpen;
        var count = new ReplayCount(office, scope == ReplayScope.Compared ? first : to.AddDays(1), to, recorded.Swept);
        count.Compare(caseId: null, number: null, new(await OfOfficeAsync(history, first, to, cancellationToken)), await recorded.OfOfficeAsync(cancellationToken));
        await foreach (var chunk in BookReader.HistoriesAsync(snapshot.Connection, office, cancellationToken).Chunk(Chunk))
        {
            var reminders = await recorded.OfCasesAsync([.. chunk.Select(request => request.Key.Id)], cancellationToken);
            foreach (var (key, events) in chunk)
            {
                var request = new RequestHistory(events, history);
                count.Compare(key.Id, request.Number, new(request.On), reminders[key.Id]);
            }
        }

        foreach (var reminder in await recorded.LeftOverAsync(cancellationToken))
        {
            count.Add(ReplayFault.Unexpected, reminder);
        }

        var unswept = scope == ReplayScope.Compared ? Days(first, to).Where(day => !recorded.Swept.ContainsKey(day)) : [];
        return new(office, first, to, scope, [.. unswept], count.InOrder, count.Findings);
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    /// <summary>What of the office itself was known on a day.</summary>
    private async Task<Func<DateOnly, DateTimeOffset?, ImmutableArray<Known>>> OfOfficeAsync(OfficeHistory history, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var closed = new Dictionary<int, DateTimeOffset>();
        for (var year = OfficeDues.ReportYear(from); year <= to.Year; year++)
        {
            var stream = await years.LoadAsync(new StreamKey(history.Office, StreamIds.ReportingYear(history.Office, year)), cancellationToken);
            if (stream.Events is [var closing, ..])
            {
                closed.Add(year, closing.RecordedAt);
            }
        }

        return (day, since) =>
        [
            .. history.On(day, since).SelectMany(moment =>
            {
                var reported = closed.TryGetValue(OfficeDues.ReportYear(day), out var at) ? LegalDay.Of(at) : DateOnly.MaxValue;
                return new[] { reported < day, reported <= day }.Distinct()
                    .Select(isReported => moment with { Dues = OfficeDues.Of(moment.Office, moment.Calendar, isReported, day) });
            }),
        ];
    }
}
