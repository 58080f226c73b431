using System.Collections.Immutable;
using System.Text;
using Tracker.Documents.Deadlines;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Reminders.Channels;
using Tracker.Web.Accounts;
using Tracker.Web.Pages;
using Tracker.Web.Wording;

namespace Tracker.Web.Wiring;

/// <summary>日历订阅: the due dates of the offices whose cases a person sees, under an address of that person's alone.</summary>
internal sealed class DueCalendars(
    Book book, CalendarAddresses addresses, AccountStore accounts, DemoAccounts demo, OfficeList offices, ChannelSettings settings, LegalClock clock)
{
    /// <summary>So many due dates stand in it: the late ones and the next.</summary>
    private const int Most = 1000;

    /// <summary>The limit on looks from one address.</summary>
    public const string Limit = "calendar";

    public const int LooksPerMinute = 60;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/calendar/{token}.ics", (string token, DueCalendars calendars, CancellationToken cancellationToken) => calendars.AnswerAsync(token, cancellationToken))
        .AllowAnonymous()
        .RequireRateLimiting(Limit);

    /// <summary>The file, or 404: a token that was never given and one that was revoked look the same, and so does one whose owner is gone.</summary>
    private async Task<IResult> AnswerAsync(string token, CancellationToken cancellationToken)
    {
        if (await addresses.ReadAsync(token, cancellationToken) is not { } id
            || await accounts.FindByIdAsync($"{id}", cancellationToken) is not { DisabledAt: null } account
            || (account.IsDemo && !demo.AreOffered))
        {
            return Results.NotFound();
        }

        var publicUrl = (await settings.SendingAsync(cancellationToken)).PublicUrl;
        var due = new List<CaseRow>();
        foreach (var office in (await offices.AllAsync(cancellationToken)).Where(office => account.May(Right.See, office.Code)))
        {
            due.AddRange(await DueCases.ReadAsync(book, office.Code, DateOnly.MaxValue, Most, cancellationToken));
        }

        ImmutableArray<DueEvent> events =
        [
            .. due.SelectMany(row => row.Dues, (row, item) => (row, item)).OrderBy(each => each.item.DueOn).ThenBy(each => each.row.Id).Take(Most)
                .Select(each => Event(each.row, each.item, publicUrl)),
        ];
        return Results.Text(DueCalendar.Of(ReminderMessages.CalendarName, events, clock.Now), DueCalendar.ContentType, Encoding.UTF8);
    }

    private static DueEvent Event(CaseRow row, DueItem item, string? publicUrl) => new(
        $"{item.Matter.ToString().ToLowerInvariant()}{item.Part}-{row.Id}@tracker",
        row.Version,
        item.DueOn,
        $"{row.Number.Text} {ReminderWords.Of(item)}",
        publicUrl is null ? null : publicUrl + Addresses.Case(row.Office, row.Id));
}
