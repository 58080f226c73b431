using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;

namespace Tracker.Web.Pages.Offices;

/// <summary>期限清单 to print: what is late, due today, and due until the end of the calendar week.</summary>
[Needs(Right.See)]
public sealed class PrintedDeadlinesModel(Book book, LegalClock clock) : OfficePage
{
    /// <summary>So many cases at most.</summary>
    public const int Most = 1000;

    public WorkingCalendar Calendar => book.Calendars.Of(Office.Code);

    public DateOnly Today => clock.Today;

    public ImmutableArray<(string Title, ImmutableArray<CaseRow> Rows)> Parts { get; private set; } = [];

    /// <summary>Whether there are more than are listed.</summary>
    public bool IsCut { get; private set; }

    private DateOnly Sunday => Today.AddDays((7 - (int)Today.DayOfWeek) % 7);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rows = await DueCases.ReadAsync(book, Office.Code, Sunday, Most + 1, cancellationToken);
        IsCut = rows.Length > Most;
        rows = [.. rows.Take(Most)];
        Parts =
        [
            ("已逾期", [.. rows.Where(row => row.DueOn < Today)]),
            ("今天到期", [.. rows.Where(row => row.DueOn == Today)]),
            ("本周到期", [.. rows.Where(row => row.DueOn > Today)]),
        ];
    }
}
