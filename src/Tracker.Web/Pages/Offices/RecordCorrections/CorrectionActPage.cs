using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Tracker.Domain;
using Tracker.Domain.RecordCorrections;
using Tracker.EventStore;
using Tracker.ReadModels.Corrections;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices.RecordCorrections;

/// <summary>What every act on a 更正申请 needs: the book, today, and who recorded what. There is no term, so no working days.</summary>
public sealed record CorrectionDesk(RecordCorrectionStore Corrections, LegalClock Clock, Recorders Recorders);

/// <summary>
/// A page that does one act to one 更正申请 (art 41), as <see cref="CaseActPage"/> does to an information request: it carries the version the
/// clerk saw and a command id, and answers with a banner, with sentences at their fields, or with what another clerk did meanwhile.
/// </summary>
public abstract class CorrectionActPage(CorrectionDesk desk) : OfficePage
{
    /// <summary>The case as it stands.</summary>
    public CorrectionRow Case { get; private set; } = null!;

    /// <summary>The case as it would stand after the act as it is filled in; none if the act is not possible.</summary>
    public CorrectionRow? After { get; private set; }

    /// <summary>What others did since this page was opened.</summary>
    public Meanwhile? Meanwhile { get; private set; }

    public DateOnly Today => desk.Clock.Today;

    [BindProperty]
    public long SeenVersion { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    /// <summary>What the banner says when it is done.</summary>
    protected abstract string Done { get; }

    /// <summary>The page's own input, bound under the name Form.</summary>
    protected abstract object Typed { get; }

    /// <summary>Fills in what a new form shows; every day the act cannot do without among it.</summary>
    protected abstract void Prefill();

    /// <summary>The act as the form describes it; only called when the form's shape is right, or prefilled.</summary>
    protected abstract Decision<RecordCorrectionEvent> Decide(RecordCorrectionState state, DateOnly today);

    /// <summary>The input that holds a date a refusal may be about.</summary>
    protected abstract string? InputOf(Domain.Requests.FactDate about);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } stream)
        {
            return NotFound();
        }

        SeenVersion = stream.Version;
        CommandId = Guid.CreateVersion7();
        Prefill();
        switch (Decide(stream.State, Today))
        {
            case Accepted<RecordCorrectionEvent>(var events):
                var after = events.Aggregate(stream.State, (state, happened) => state.Evolve(happened));
                After = CorrectionRow.From(stream.Key, stream.Version + events.Length, after);
                break;
            case Refused<RecordCorrectionEvent>(var reason):
                Refuse(reason);
                break;
            default:
                throw new UnreachableException();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } stream)
        {
            return NotFound();
        }

        if (CommandId == Guid.Empty || SeenVersion < 1 || SeenVersion > stream.Version)
        {
            ModelState.AddModelError("", "页面不完整，请重新打开后再填。");
        }

        if (!IsWellFormed(Typed, "Form"))
        {
            return PageWithErrors();
        }

        var act = ActOf(CommandId, desk.Clock.Now);
        switch (await desk.Corrections.ChangeAsync(id, SeenVersion, act, state => Decide(state, Today), cancellationToken))
        {
            case Changed<RecordCorrectionState, RecordCorrectionEvent>:
                Banner = Done;
                return Redirect(Addresses.RecordCorrection(Office.Code, id));
            case NotChanged<RecordCorrectionState, RecordCorrectionEvent>(var reason, _):
                Refuse(reason);
                return PageWithErrors();
            case Conflicted<RecordCorrectionState, RecordCorrectionEvent> conflict:
                return await ConflictAsync(id, conflict, cancellationToken);
            case NoSuchStream<RecordCorrectionState, RecordCorrectionEvent>:
                return NotFound();
            default:
                throw new UnreachableException();
        }
    }

    private async Task<LoadedStream<RecordCorrectionState, RecordCorrectionEvent>?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var stream = await desk.Corrections.LoadAsync(new StreamKey(Office.Code, id), cancellationToken);
        if (!stream.State.IsRegistered)
        {
            return null;
        }

        Case = CorrectionRow.From(stream.Key, stream.Version, stream.State);
        return stream;
    }

    private void Refuse(Refusal reason)
    {
        var input = RefusalSentences.FieldOf(reason) is { } date ? InputOf(date) : null;
        ModelState.AddModelError(input ?? "", RefusalSentences.Of(reason));
    }

    /// <summary>What was typed is kept; the clerk looks again and decides under the new version.</summary>
    private async Task<IActionResult> ConflictAsync(
        Guid id, Conflicted<RecordCorrectionState, RecordCorrectionEvent> conflict, CancellationToken cancellationToken)
    {
        await LoadAsync(id, cancellationToken);
        Meanwhile = await Meanwhile.OfAsync(conflict.Meanwhile, RecordCorrectionSentences.Sentence, HttpContext.Account(), desk.Recorders, cancellationToken);
        ModelState.Remove(nameof(SeenVersion));
        SeenVersion = conflict.Version;
        return PageWith(StatusCodes.Status409Conflict);
    }
}

/// <summary>An act whose form says itself which dates its fields hold.</summary>
/// <typeparam name="TInput">The page's own input.</typeparam>
public abstract class CorrectionActPage<TInput>(CorrectionDesk desk) : CorrectionActPage(desk)
    where TInput : class, new()
{
    [BindProperty]
    public TInput Form { get; set; } = new();

    protected sealed override object Typed => Form;

    protected sealed override string? InputOf(Domain.Requests.FactDate about) => ActInput<TInput>.FieldOf(about);
}
