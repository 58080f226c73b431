using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Tracker.Domain;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.EventStore.Sealing;
using Tracker.ReadModels.Corrections;
using Tracker.Web.Accounts;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices.RecordCorrections;

/// <summary>One 更正申请 (art 41): what is known, what happened in order, and what can be done.</summary>
[Needs(Right.See)]
public sealed class CaseModel(CorrectionDesk desk, Calendars calendars, Recorders recorders) : OfficePage
{
    private Unsealer? unsealer;

    private ImmutableDictionary<string, string> names = ImmutableDictionary<string, string>.Empty;

    public CorrectionRow Case { get; private set; } = null!;

    public RecordCorrectionState State { get; private set; } = null!;

    public ImmutableArray<TimelineEntry> Timeline { get; private set; } = [];

    public DateOnly Today => desk.Clock.Today;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var stream = await desk.Corrections.LoadAsync(new StreamKey(Office.Code, id), cancellationToken);
        if (!stream.State.IsRegistered)
        {
            return NotFound();
        }

        (State, unsealer) = (stream.State, stream.Unsealer);
        Case = CorrectionRow.From(stream.Key, stream.Version, stream.State);
        Timeline = [.. stream.Events.Select(recorded => RecordCorrectionSentences.Of(recorded, stream.Unsealer, calendars.Of(Office.Code)))];
        names = await recorders.NamesAsync(Timeline.Select(entry => entry.By), cancellationToken);
        return Page();
    }

    /// <summary>姓名 of who recorded something.</summary>
    public string NameOf(string by) => names.GetValueOrDefault(by, "");

    /// <summary>The same of 联系方式, masked for whoever does not need it.</summary>
    public string Contact(Sealed<string>? value) =>
        value is null || State.PersonalDataErasedOn is not null || Rights.SeesContacts(HttpContext.Account(), Office.Code) ? Shown(value) : Masks.Contact;

    /// <summary>A text of the case in clear, or what stands in its place.</summary>
    public string Shown(Sealed<string>? value) => value is null ? "未记载" : unsealer!.Open(value) ?? "已依法删除";
}
