using Tracker.EventStore;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;

namespace Tracker.Web.Pages;

/// <summary>What every act on a case needs: the book, the working days, today, who recorded what.</summary>
public sealed record CaseDesk(RequestStore Requests, Calendars Calendars, LegalClock Clock, ReportingYearStore Years, Recorders Recorders);
