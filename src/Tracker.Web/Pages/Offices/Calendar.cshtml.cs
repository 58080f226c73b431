using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.ReadModels.Adopting;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;

namespace Tracker.Web.Pages.Offices;

/// <summary>本机关的放假、上班安排: days only this office has off or works. It has none until somebody adopts one.</summary>
[Needs(Right.SignedIn, Right.KeepCalendar)]
public sealed class CalendarModel(Calendars calendars, CalendarAdoption adoption, LegalClock clock)
    : NoticePage(calendars, adoption, clock), IOfficePage
{
    /// <inheritdoc/>
    public Office Office { get; set; } = null!;

    public override string? OfficeCode => Office.Code;

    public override string Address => Addresses.OfficeCalendar(Office.Code);
}
