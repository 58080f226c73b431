using Microsoft.AspNetCore.Mvc;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Web.Accounts;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices.Requests;

/// <summary>登记回执: what an applicant is handed or sent when a request was registered; a page to print.</summary>
[Needs(Right.See)]
public sealed class AcknowledgementModel(CaseDesk desk, OfficeStore offices) : OfficePage
{
    public CaseRow Case { get; private set; } = null!;

    public RequestState State { get; private set; } = null!;

    /// <summary>姓名或者名称 of the first applicant; none if it was not recorded, or is erased.</summary>
    public string? ApplicantName { get; private set; }

    public string? RequestText { get; private set; }

    /// <summary>联系地址、电话 of the office; none if they are not known.</summary>
    public string? Contact { get; private set; }

    public DateOnly Today => desk.Clock.Today;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var stream = await desk.Requests.LoadAsync(new StreamKey(Office.Code, id), cancellationToken);
        if (stream.State.Registration is not { } registration || stream.State.Voiding is not null)
        {
            return NotFound();
        }

        State = stream.State;
        Case = CaseRow.From(new(stream.Key, stream.Version, stream.State, stream.EndedAt), desk.Calendars.Current);
        ApplicantName = stream.Unsealer.Open(registration.ApplicantName);
        RequestText = stream.Unsealer.Open(registration.Content);
        Contact = (await offices.OfAsync(Office.Code, cancellationToken)).Contact is { } contact ? OfficeSentences.Contact(contact) : null;
        return Page();
    }
}
