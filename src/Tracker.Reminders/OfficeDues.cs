using System.Collections.Immutable;
using System.Globalization;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Offices;
using Tracker.Domain.Reminding;
using Tracker.ReadModels;

namespace Tracker.Reminders;

/// <summary>What is due of an office itself.</summary>
public static class OfficeDues
{
    private const int December = 12;

    /// <summary>The year whose annual report may be due on a day.</summary>
    public static int ReportYear(DateOnly today) => today.Year - 1;

    /// <summary>
    /// The next notice, from 1 December on, by when the State Council has always published it; and the report on the last year (arts 49, 50),
    /// if the office kept its register here in it.
    /// </summary>
    /// <param name="office">The office.</param>
    /// <param name="calendar">Its working days.</param>
    /// <param name="isReported">Whether the report of that year is closed.</param>
    /// <param name="today">The day.</param>
    public static ImmutableArray<DueItem> Of(OfficeState office, WorkingCalendar calendar, bool isReported, DateOnly today)
    {
        var items = ImmutableArray.CreateBuilder<DueItem>();
        if (calendar.MissingNotice(today) is { } missing)
        {
            var from = new DateOnly(missing - 1, December, 1);
            items.Add(new(DueMatter.CalendarNotice, Part(missing), from, from));
        }

        if (ReportYear(today) is var year && !isReported && office.Opening?.OpenedOn.Year <= year)
        {
            items.Add(new(DueMatter.AnnualReport, Part(year), AnnualReportTerm.DueOn(year, office.Nature), new(year + 1, 1, 1)));
        }

        return items.ToImmutable();
    }

    private static string Part(int year) => year.ToString(CultureInfo.InvariantCulture);
}
