using Tracker.Domain.LegalTime;

namespace Tracker.Web.Pages;

/// <summary>From 1 November on: next year's notice is not adopted yet.</summary>
/// <param name="Calendar">The working days.</param>
/// <param name="Today">The legal day.</param>
/// <param name="Linked">Whether the page where it is adopted is another one.</param>
public sealed record MissingNotice(WorkingCalendar Calendar, DateOnly Today, bool Linked = true);
