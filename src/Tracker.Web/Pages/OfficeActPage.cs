using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Tracker.Domain;
using Tracker.Domain.Offices;
using Tracker.EventStore;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages;

/// <summary>What a page about the office itself needs: its stream, who recorded it, today.</summary>
public sealed record OfficeDesk(OfficeStore Offices, Recorders Recorders, LegalClock Clock);

/// <summary>One line of an office's history: since when what holds, when it was recorded, and by whom.</summary>
public sealed record OfficeEntry(DateOnly Since, string Sentence, DateTimeOffset RecordedAt, string RecordedBy);

/// <summary>
/// A page that records facts of the office itself. Like an act on a case it carries the version that was seen and a command id, and
/// answers with a banner, with sentences at their fields, or with what another administrator did meanwhile.
/// </summary>
public abstract class OfficeActPage(OfficeDesk desk) : OfficePage
{
    private const string Unchanged = "与现在登记的相同，没有改动。";

    /// <summary>What is known of the office.</summary>
    public OfficeState State { get; private set; } = OfficeState.None;

    /// <summary>What was recorded of what the page is about, the latest first.</summary>
    public ImmutableArray<OfficeEntry> History { get; private set; } = [];

    /// <summary>What others did since this page was opened.</summary>
    public Meanwhile? Meanwhile { get; private set; }

    public DateOnly Today => desk.Clock.Today;

    [BindProperty]
    public long SeenVersion { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    /// <summary>What the banner says when it is done.</summary>
    protected abstract string Done { get; }

    /// <summary>Where the banner is shown.</summary>
    protected abstract string Address { get; }

    /// <summary>The page's own input, bound under the name Form.</summary>
    protected abstract object Typed { get; }

    /// <summary>Whether what the address names is there.</summary>
    protected virtual bool IsThere => true;

    /// <summary>Fills in what a new form shows.</summary>
    protected abstract void Prefill();

    /// <summary>Whether the page's history shows the fact.</summary>
    protected abstract bool IsAbout(OfficeEvent fact);

    /// <summary>The act as the form describes it; only called when the form's shape is right.</summary>
    protected abstract Decision<OfficeEvent> Decide(OfficeState state, DateOnly today);

    /// <summary>The input a refusal is about; empty for the form as a whole.</summary>
    protected abstract string FieldOf(Refusal reason);

    /// <summary>Looks up what a page shows, or decides with, beside the office's own facts.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        SeenVersion = await LoadAsync(cancellationToken);
        CommandId = Guid.CreateVersion7();
        if (!IsThere)
        {
            return NotFound();
        }

        Prefill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var version = await LoadAsync(cancellationToken);
        if (!IsThere)
        {
            return NotFound();
        }

        if (CommandId == Guid.Empty || SeenVersion < 1 || SeenVersion > version)
        {
            ModelState.AddModelError("", "页面不完整，请重新打开后再填。");
        }

        if (!IsWellFormed(Typed, "Form"))
        {
            return PageWithErrors();
        }

        var act = ActOf(CommandId, desk.Clock.Now);
        switch (await desk.Offices.ChangeAsync(StreamIds.Office(Office.Code), SeenVersion, act, state => Decide(state, Today), cancellationToken))
        {
            case Changed<OfficeState, OfficeEvent>:
                Banner = Done;
                return Redirect(Address);
            case NotChanged<OfficeState, OfficeEvent>(OfficeDataUnchanged, _):
                Banner = Unchanged; // nothing is wrong with it
                return Redirect(Address);
            case NotChanged<OfficeState, OfficeEvent>(var reason, _):
                ModelState.AddModelError(FieldOf(reason), RefusalSentences.Of(reason));
                return PageWithErrors();
            case Conflicted<OfficeState, OfficeEvent> conflict:
                await LoadAsync(cancellationToken);
                Meanwhile = await Meanwhile.OfAsync(conflict.Meanwhile, OfficeSentences.Of, HttpContext.Account(), desk.Recorders, cancellationToken);
                ModelState.Remove(nameof(SeenVersion));
                SeenVersion = conflict.Version;
                return PageWith(StatusCodes.Status409Conflict);
            case NoSuchStream<OfficeState, OfficeEvent>:
                return NotFound();
            default:
                throw new UnreachableException();
        }
    }

    private async Task<long> LoadAsync(CancellationToken cancellationToken)
    {
        var stream = await desk.Offices.LoadAsync(new StreamKey(Office.Code, StreamIds.Office(Office.Code)), cancellationToken);
        State = stream.State;
        var shown = stream.Events.Where(recorded => IsAbout(recorded.Event)).Reverse().ToList();
        var names = await desk.Recorders.NamesAsync(shown.Select(recorded => recorded.UserName), cancellationToken);
        History =
        [
            .. shown.Select(recorded => new OfficeEntry(
                OfficeSentences.Since(recorded.Event), OfficeSentences.Of(recorded.Event), recorded.RecordedAt, names[recorded.UserName])),
        ];
        await PrepareAsync(cancellationToken);
        return stream.Version;
    }
}

/// <summary>Such a page with its own form.</summary>
/// <typeparam name="TInput">The page's own input.</typeparam>
public abstract class OfficeActPage<TInput>(OfficeDesk desk) : OfficeActPage(desk)
    where TInput : class, new()
{
    [BindProperty]
    public TInput Form { get; set; } = new();

    protected sealed override object Typed => Form;
}
