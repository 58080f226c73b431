using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.EventStore.Sealing;
using Tracker.ReadModels;
using Tracker.Web.Accounts;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages;

/// <summary>
/// A page that does one act to one case. It shows what will happen before it is saved, carries the version the clerk saw and a
/// command id, and answers with a banner, with sentences at their fields, or with what another clerk did meanwhile.
/// </summary>
public abstract class CaseActPage(CaseDesk desk) : OfficePage
{
    private Unsealer? unsealer;

    /// <summary>The case as it stands.</summary>
    public CaseRow Case { get; private set; } = null!;

    /// <summary>What is known of it.</summary>
    public RequestState State { get; private set; } = RequestState.None;

    /// <summary>The case as it would stand after the act as it is filled in; none if the act is not possible.</summary>
    public CaseRow? After { get; private set; }

    /// <summary>What others did since this page was opened.</summary>
    public Meanwhile? Meanwhile { get; private set; }

    /// <summary>封账的年度 whose figures the act would give otherwise.</summary>
    public ImmutableArray<YearEffect> MovedClosedYears { get; protected set; } = [];

    public DateOnly Today => desk.Clock.Today;

    /// <summary>Whether the case's page leads here as the case stands; if not, the address is an old one, or typed.</summary>
    private bool IsOffered => CaseActs.Of(State, Office.Code, Case.Id)
        .Concat(State.Consultations.SelectMany(asked => CaseActs.Of(asked, Case.IsOpen, Office.Code, Case.Id)))
        .Any(act => act.Address.Split('?')[0] == Request.Path);

    /// <summary>The working days of this office.</summary>
    public WorkingCalendar Calendar => desk.Calendars.Of(Office.Code);

    [BindProperty]
    public long SeenVersion { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    /// <summary>What more an act may look up.</summary>
    protected CaseDesk Desk => desk;

    /// <summary>What the banner says when it is done.</summary>
    protected abstract string Done { get; }

    /// <summary>The page's own input, bound under the name Form.</summary>
    protected abstract object Typed { get; }

    /// <summary>Whether what moves the due date is filled in.</summary>
    protected abstract bool CanForesee { get; }

    /// <summary>Fills in what a new form shows.</summary>
    protected abstract void Prefill();

    /// <summary>The same for what has to be looked up.</summary>
    protected virtual Task PrefillAsync(StreamKey key, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Looks up what the page shows, or decides with, beside the case.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The act as the form describes it; only called when the form's shape is right.</summary>
    protected abstract Decision<RequestEvent> Decide(RequestState state, DateOnly today);

    /// <summary>The input that holds a date a refusal may be about.</summary>
    protected abstract string? InputOf(FactDate about);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } stream)
        {
            return NotFound();
        }

        SeenVersion = stream.Version;
        CommandId = Guid.CreateVersion7();
        Prefill();
        await PrefillAsync(stream.Key, cancellationToken);
        await ForeseeAsync(stream, sayWhyNot: !IsOffered, cancellationToken);
        return Page();
    }

    /// <summary>试算: shows what would happen with the dates as typed, and saves nothing.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } stream)
        {
            return NotFound();
        }

        if (!CanForesee)
        {
            IsWellFormed(Typed, "Form");
            return PageWithErrors();
        }

        return KeepOnlyUnreadable() & await ForeseeAsync(stream, sayWhyNot: true, cancellationToken) ? Page() : PageWithErrors();
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

        switch (await ChangeAsync(desk.Requests, id, ActOf(CommandId, desk.Clock.Now), cancellationToken))
        {
            case null:
                return PageWithErrors();
            case Changed<RequestState, RequestEvent> changed:
                var row = CaseRow.From(new(Office.Code, id), changed.Version, changed.State, Calendar);
                Banner = changed.State.IsClosed ? Done : $"{Done}答复期限：{DeadlineWords.Due(row)}。";
                UndoAddress = HttpContext.Account().May(Right.Correct, Office.Code) && TakeBackEntry.LatestOf(changed.State)?.Version == changed.Version
                    ? Addresses.Undo(Office.Code, id)
                    : null;
                return Redirect(Addresses.Case(Office.Code, id));
            case NotChanged<RequestState, RequestEvent>(var reason, _):
                Refuse(reason);
                return PageWithErrors();
            case Conflicted<RequestState, RequestEvent> conflict:
                return await ConflictAsync(stream, conflict, cancellationToken);
            case NoSuchStream<RequestState, RequestEvent>:
                return NotFound();
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>A name or text of the case in clear; none if there is none, or its key is destroyed.</summary>
    public string? Opened(Sealed<string>? value) => unsealer?.Open(value);

    private async Task<LoadedStream<RequestState, RequestEvent>?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var stream = await desk.Requests.LoadAsync(new StreamKey(Office.Code, id), cancellationToken);
        if (!stream.State.IsRegistered)
        {
            return null;
        }

        State = stream.State;
        unsealer = stream.Unsealer;
        Case = CaseRow.From(new(stream.Key, stream.Version, stream.State, stream.EndedAt), desk.Calendars.Current);
        await PrepareAsync(cancellationToken);
        return stream;
    }

    /// <summary>Carries the act out; none if the page has said at its fields why not.</summary>
    protected virtual async Task<ChangeResult<RequestState, RequestEvent>?> ChangeAsync(
        RequestStore store, Guid id, Act act, CancellationToken cancellationToken) =>
        await store.ChangeAsync(id, SeenVersion, act, state => Decide(state, Today), cancellationToken);

    /// <summary>What more a page shows of the case as it would stand after the act.</summary>
    protected virtual Task ForeseenAsync(RequestState before, RequestState after, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> ForeseeAsync(LoadedStream<RequestState, RequestEvent> stream, bool sayWhyNot, CancellationToken cancellationToken)
    {
        switch (Decide(stream.State, desk.Clock.Today))
        {
            case Accepted<RequestEvent>(var events):
                var after = events.Aggregate(stream.State, (state, happened) => state.Evolve(happened));
                var endedAt = after.HasEnded ? stream.EndedAt : null;
                After = CaseRow.From(new(stream.Key, stream.Version + events.Length, after, endedAt), desk.Calendars.Current);
                await ForeseenAsync(stream.State, after, cancellationToken);
                return true;
            case Refused<RequestEvent>(var reason):
                if (sayWhyNot || stream.State.IsClosed)
                {
                    Refuse(reason);
                }

                return false;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The input a refusal is about; none for the form as a whole.</summary>
    protected virtual string? FieldOf(Refusal reason) => RefusalSentences.FieldOf(reason) is { } date ? InputOf(date) : null;

    private void Refuse(Refusal reason) => ModelState.AddModelError(FieldOf(reason) ?? "", RefusalSentences.Of(reason));

    /// <summary>What was typed is kept; the clerk looks again and decides under the new version.</summary>
    private async Task<IActionResult> ConflictAsync(
        LoadedStream<RequestState, RequestEvent> seen,
        Conflicted<RequestState, RequestEvent> conflict,
        CancellationToken cancellationToken)
    {
        await LoadAsync(seen.Key.Id, cancellationToken);
        Meanwhile = await Meanwhile.OfAsync(conflict.Meanwhile, TimelineSentences.Sentence, HttpContext.Account(), desk.Recorders, cancellationToken);
        ModelState.Remove(nameof(SeenVersion));
        SeenVersion = conflict.Version;
        var page = Page();
        page.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }
}
