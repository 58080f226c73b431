using Tracker.EventStore;
using Tracker.ReadModels.Adopting;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;

namespace Tracker.Web.Pages;

/// <summary>工作日历: the State Council's notices, which every office counts with.</summary>
[Needs(Right.SignedIn, Right.AdoptCalendar)]
public sealed class CalendarModel(Calendars calendars, CalendarAdoption adoption, LegalClock clock) : NoticePage(calendars, adoption, clock)
{
    public override string? OfficeCode => null;

    public override string Address => Addresses.Calendar;
}
