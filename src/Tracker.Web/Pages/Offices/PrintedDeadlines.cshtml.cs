using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices;

/// <summary>A matter of a case and its last day.</summary>
public sealed record PrintedDeadline(CaseRow Case, DueItem Due);

/// <summary>期限清单 to print: every matter of an open case that is late, due today, or due soon.</summary>
[Needs(Right.See)]
public sealed class PrintedDeadlinesModel(Book book, LegalClock clock) : OfficePage
{
    /// <summary>So many cases at most.</summary>
    public const int Most = 1000;

    public WorkingCalendar Calendar => book.Calendars.Of(Office.Code);

    public DateOnly Today => clock.Today;

    public ImmutableArray<(string Title, ImmutableArray<PrintedDeadline> Deadlines)> Parts { get; private set; } = [];

    /// <summary>Whether there are more than are listed.</summary>
    public bool IsCut { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var until = Urgencies.SoonUntil(Calendar, Today);
        var rows = await DueCases.ReadAsync(book, Office.Code, until, Most + 1, cancellationToken);
        IsCut = rows.Length > Most;
        var deadlines = rows.Take(Most).SelectMany(row => row.Dues, (row, due) => new PrintedDeadline(row, due))
            .Where(each => each.Due.DueOn <= until && !ReminderWords.IsOver(each.Due, Today))
            .OrderBy(each => each.Due.DueOn).ThenBy(each => each.Case.Number.Text, StringComparer.Ordinal)
            .ToList();
        Parts =
        [
            (DeadlineWords.Of(Urgency.Late), [.. deadlines.Where(each => each.Due.DueOn < Today)]),
            (DeadlineWords.Of(Urgency.Today), [.. deadlines.Where(each => each.Due.DueOn == Today)]),
            (DeadlineWords.Of(Urgency.Soon), [.. deadlines.Where(each => each.Due.DueOn > Today)]),
        ];
    }
}
