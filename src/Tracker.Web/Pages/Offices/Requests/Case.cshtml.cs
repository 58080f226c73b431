using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Hints;
using Tracker.EventStore;
using Tracker.EventStore.Sealing;
using Tracker.ReadModels;
using Tracker.Web.Accounts;
using Tracker.Web.Pages.Offices.Requests.Answers;
using Tracker.Web.Pages.Offices.Requests.Documents;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices.Requests;

/// <summary>One case: what is known, what happened in order, what is due, and what can be done.</summary>
[Needs(Right.See)]
public sealed class CaseModel(RequestStore requests, Calendars calendars, LegalClock clock, CaseHintReader hints, Recorders recorders) : OfficePage
{
    private Unsealer? unsealer;

    private ImmutableDictionary<string, string> names = ImmutableDictionary<string, string>.Empty;

    public CaseRow Case { get; private set; } = null!;

    public RequestState State { get; private set; } = null!;

    public ClockReading Clock { get; private set; } = null!;

    /// <summary>The day the page is about: today, or the past day it is asked for.</summary>
    public DateOnly Today => KnownOn ?? clock.Today;

    /// <summary>The past day as of whose end the case is shown: what was recorded later is left out. None for the present.</summary>
    [BindProperty(SupportsGet = true, Name = "known")]
    public DateOnly? KnownOn { get; set; }

    /// <summary>Why a past day cannot be shown; none if it can.</summary>
    public string? WhyNotKnown { get; private set; }

    private WorkingCalendar Calendar { get; set; } = null!;

    /// <summary>The account of the count: of a closed case up to its end, else up to its due date or today.</summary>
    public ImmutableArray<AccountLine> Account { get; private set; } = [];

    public int CountedDays => Account.Where(line => line is { Counted: true, Spent: false }).Sum(line => line.WorkingDays);

    public ImmutableArray<TimelineEntry> Timeline { get; private set; } = [];

    /// <summary>Every party that was asked, with its name opened.</summary>
    public ImmutableArray<(Consultation Asked, string Party)> Consultations { get; private set; } = [];

    public ImmutableArray<Proposal> Proposals => Domain.Requests.Proposals.Of(State, Calendar, Today);

    public (Urgency Urgency, string Text) Deadline => DeadlineWords.Of(Case, Calendar, Today);

    /// <summary>The answer, or what is known of it before it leaves.</summary>
    public AnswerShown Answer { get; private set; } = null!;

    public ImmutableArray<AnswerFlag> AnswerFlags => Domain.Requests.AnswerFlags.Of(State);

    /// <summary>附件, in the order in which they were added.</summary>
    public ImmutableArray<DocumentShown> Documents { get; private set; } = [];

    public string ApplicantName { get; private set; } = "";

    public string RequestText { get; private set; } = "";

    /// <summary>A name or text of the case in clear; none if there is none, or its key is destroyed.</summary>
    public string? Opened(Sealed<string>? value) => unsealer?.Open(value);

    /// <summary>The same of 联系方式, masked for whoever does not need it.</summary>
    public string? Contact(Sealed<string>? value) =>
        Opened(value) is not { } contact ? null : Rights.SeesContacts(HttpContext.Account(), Office.Code) ? contact : Masks.Contact;

    /// <summary>提示: what a person may want to look at; it decides nothing.</summary>
    public ImmutableArray<CaseHint> Hints { get; private set; } = [];

    /// <summary>办理工作日数 of a unit, to the end of the case or today.</summary>
    public int WorkingDays(Holding held) => held.WorkingDays(Calendar, State.Result?.On ?? Today);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var stream = await requests.LoadAsync(new StreamKey(Office.Code, id), cancellationToken);
        if (stream.State.Registration is null)
        {
            return NotFound();
        }

        CheckKnownOn(stream);
        stream = KnownOn is { } past ? requests.KnownOn(stream, past) : stream;
        State = stream.State;
        unsealer = stream.Unsealer;
        Calendar = CalendarFor(endedAt: null);
        var judging = CalendarFor(stream.EndedAt); // a closed case keeps the calendar of its time
        Case = CaseRow.From(stream.Key, stream.Version, State, judging);
        Clock = RequestClock.Read(State, judging);
        Account = Clock.Account(State.Result?.On ?? Today);
        Timeline = [.. stream.Events.Select(recorded => TimelineSentences.Of(recorded, stream.Unsealer, Calendar))
            .Select((entry, place) => entry with
            {
                IsLate = entry.IsLate && !IsOfTheSplit(stream.Events[place].CommandId, stream.Events[0].CommandId),
                Detail = stream.Events[place].Event is WantedFormChanged wanted ? Contact(wanted.Delivery) : entry.Detail, // it may be an address
            })];
        Consultations = [.. State.Consultations.Select(asked => (asked, stream.Unsealer.Open(asked.Party) ?? ""))];
        Documents = DocumentShown.Of(stream);
        Answer = AnswerShown.Of(Case, State, stream.Unsealer.Open);
        Open(State.Registration!, stream.Unsealer);
        Hints = KnownOn is null ? await hints.OfAsync(stream.Key, stream.Version, State, stream.Unsealer.Open, Today, cancellationToken) : [];
        names = await recorders.NamesAsync(Timeline.Select(entry => entry.By), cancellationToken);
        return WhyNotKnown is null ? Page() : PageWithErrors();
    }

    /// <summary>A day that cannot be shown is said to be none, and the case shown as it stands.</summary>
    private void CheckKnownOn(LoadedStream<RequestState, RequestEvent> stream)
    {
        var registered = LegalDay.Of(stream.Events[0].RecordedAt);
        WhyNotKnown = !ModelState.IsValid ? TypedDay.Unreadable
            : KnownOn > clock.Today ? $"不能晚于今天（{Words.Day(clock.Today)}）。"
            : KnownOn < registered ? $"这件申请{Words.Day(registered)}才登记。"
            : null;
        if (WhyNotKnown is not null)
        {
            KnownOn = null;
        }
    }

    private WorkingCalendar CalendarFor(long? endedAt) => KnownOn is { } day
        ? calendars.Current.KnownOn(Office.Code, day, endedAt)
        : calendars.Current.For(Office.Code, endedAt);

    /// <summary>姓名 of who recorded something.</summary>
    public string NameOf(string by) => names.GetValueOrDefault(by, "");

    /// <summary>What a part takes over from the request it was split from was no late entry.</summary>
    private bool IsOfTheSplit(Guid command, Guid first) => State.Registration!.SplitFrom is not null && command == first;

    /// <summary>Whether a notice may still move a day.</summary>
    public bool IsProvisional(DateOnly day) => Calendar.IsProvisional(day);

    /// <summary>The last day a party that was asked has.</summary>
    public DateOnly? Limit(Consultation asked) => asked.Limit(Calendar);

    private void Open(RequestReceived registration, Unsealer unsealer)
    {
        ApplicantName = Shown(registration.ApplicantName, unsealer);
        RequestText = Shown(registration.Content, unsealer);
    }

    private static string Shown(Sealed<string>? value, Unsealer unsealer) =>
        value is null ? "未记载" : unsealer.Open(value) ?? "已依法删除";
}
