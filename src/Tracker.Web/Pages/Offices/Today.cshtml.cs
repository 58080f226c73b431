using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Reminders;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices;

/// <summary>A count that is a link to the cases it counts.</summary>
public sealed record DeskChip(string Label, long Count, string Address);

/// <summary>今日待办: what wants something today, late first.</summary>
[Needs(Right.See)]
public sealed class TodayModel(Book book, Desk desk, ReminderReader reminders, LegalClock clock) : OfficePage
{
    public DeskReading Desk { get; private set; } = null!;

    public WorkingCalendar Calendar => book.Calendars.Of(Office.Code);

    public DateOnly Today => clock.Today;

    /// <summary>How many reminders of whoever looks were not seen, and still stand.</summary>
    public int Unseen { get; private set; }

    /// <summary>What waits for one of the roles of whoever looks.</summary>
    public ImmutableArray<Awaited> Mine { get; private set; } = [];

    /// <summary>The parts in their order; what nobody who looks may do is left out.</summary>
    public IEnumerable<(DeskPart Part, ImmutableArray<DeskChip> Chips)> Parts => Enum.GetValues<DeskPart>()
        .Select(part => (part, Chips(part)))
        .Where(part => !part.Item2.IsEmpty);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var account = HttpContext.Account();
        Mine = [.. Waits.Inside.Where(awaited => account.May(WaitWords.Act(awaited, Office.Code, Guid.Empty, again: false).Right, Office.Code))];
        Unseen = await reminders.UnseenAsync(Office.Code, account.Id, OfficeInAddress.SnapshotOf(HttpContext)!, cancellationToken);
        ViewData["Unseen"] = Unseen; // the bar shows the same
        Desk = await desk.ReadAsync(Office.Code, Mine, Calendar, Today, cancellationToken);
    }

    /// <summary>The likeliest act this person may do.</summary>
    public CaseAct? Next(CaseRow row, DeskPart part) =>
        WaitWords.Next(row, part).FirstOrDefault(act => HttpContext.Account().May(act.Right, Office.Code));

    /// <summary>In which ways a case is idle, and since when.</summary>
    public string IdleWords(CaseRow row) => string.Join("；", Enum.GetValues<Idle>()
        .Where(idle => Idling.Is(idle, row, Calendar, Today))
        .Select(idle => $"{WaitWords.Of(idle)}（自{Words.Day(row.Since[idle]!.Value)}）"));

    private ImmutableArray<DeskChip> Chips(DeskPart part) => part switch
    {
        DeskPart.Late => [Due(Urgency.Late, part)],
        DeskPart.Today => [Due(Urgency.Today, part)],
        DeskPart.Soon => [Due(Urgency.Soon, part)],
        DeskPart.Mine => [.. Mine.Select(Waiting)],
        DeskPart.Stopped => [.. Waits.OnOthers.Select(Waiting)],
        DeskPart.Idle =>
        [
            .. Enum.GetValues<Idle>().Select(idle =>
                new DeskChip(WaitWords.Of(idle), Desk.Idle[idle], Addresses.Register(Office.Code, new CaseFilter { Idle = idle }))),
        ],
    };

    private DeskChip Due(Urgency urgency, DeskPart part) =>
        new(DeadlineWords.Of(urgency), Desk.Counts[part], Addresses.Register(Office.Code, urgency));

    private DeskChip Waiting(Awaited awaited) =>
        new(WaitWords.Of(awaited), Desk.Waiting[awaited], Addresses.Register(Office.Code, new CaseFilter { Waits = awaited }));
}
