using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices;

/// <summary>审批: the answers and extensions that wait for approval, the most urgent first.</summary>
[Needs(Right.Approve)]
public sealed class ApprovalsModel(CaseList cases, Calendars calendars, LegalClock clock) : OfficePage
{
    private static readonly ImmutableArray<Awaited> Kinds = [Awaited.AnswerApproval, Awaited.ExtensionApproval];

    /// <summary>What waits, by what for; the first page of each.</summary>
    public ImmutableArray<(Awaited For, CasePage Cases)> Waiting { get; private set; } = [];

    public WorkingCalendar Calendar => calendars.Of(Office.Code);

    public DateOnly Today => clock.Today;

    public CaseAct Act(Awaited awaited, Guid id) => WaitWords.Act(awaited, Office.Code, id, again: false);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var waiting = ImmutableArray.CreateBuilder<(Awaited, CasePage)>();
        foreach (var kind in Kinds)
        {
            waiting.Add((kind, await cases.FindAsync(Office.Code, new() { Waits = kind }, order: null, Calendar, Today, page: 1, cancellationToken)));
        }

        Waiting = waiting.ToImmutable();
    }
}
