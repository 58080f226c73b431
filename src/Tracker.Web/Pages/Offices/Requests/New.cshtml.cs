using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Tracker.Domain;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Domain.Requests.Hints;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Web.Accounts;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices.Requests;

/// <summary>
/// 登记: the form carries the new case's id, so a second post meets the case that is there and shows it.
/// </summary>
[Needs(Right.Register)]
public sealed class NewModel(CaseDesk desk, CaseHintReader hints) : OfficePage, IOfArrival
{
    [BindProperty]
    public Guid CaseId { get; set; }

    [BindProperty]
    public Input Form { get; set; } = new();

    ArrivalInput IOfArrival.Form => Form;

    /// <summary>What was registered just before, one after the other.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public Guid? Before { get; set; }

    /// <summary>The case as it would be registered; none before a preview.</summary>
    public CaseRow? Foreseen { get; private set; }

    public RequestState ForeseenState { get; private set; } = RequestState.None;

    public Receipt? ForeseenReceipt { get; private set; }

    /// <summary>提示 on what is to be registered, as soon as it says who asks for what.</summary>
    public ImmutableArray<CaseHint> Hints { get; private set; } = [];

    /// <summary>封账的年度 that a late registration would count in.</summary>
    public ImmutableArray<YearEffect> MovedClosedYears { get; private set; } = [];

    /// <summary>工作日 by which the due date would be past already.</summary>
    public int? DaysLate => Foreseen?.DueOn is { } due && due < Today ? DeadlineWords.DaysLate(due, Calendar, Today) : null;

    private DateOnly Today => desk.Clock.Today;

    private WorkingCalendar Calendar => desk.Calendars.Of(Office.Code);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Form.ForgiveOtherChannels(ModelState);

    public IActionResult OnGet(Channel? channel)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        CaseId = Guid.CreateVersion7();
        Form.FiledOn = Today;
        Form.Channel = channel;
        return Page();
    }

    /// <summary>识别: fills what is still empty from a pasted block, and saves nothing.</summary>
    public IActionResult OnPostPaste()
    {
        KeepOnlyUnreadable();
        var sender = SenderBlock.Of(Form.Pasted);
        Form.ApplicantName = Or(Form.ApplicantName, sender.Name);
        Form.Contact = Or(Form.Contact, sender.Contact);
        Form.IdentityNumber = Or(Form.IdentityNumber, sender.IdentityNumber);
        Form.ApplicantKind ??= sender.Kind;
        return Page();

        static string? Or(string? typed, string? found) => string.IsNullOrWhiteSpace(typed) ? found : typed;
    }

    /// <summary>试算: shows the day of receipt, the due date and what may concern the request, as far as it is filled in, and saves nothing.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        if (Form is not { Channel: not null, FiledOn: not null })
        {
            IsWellFormed(Form, "Form");
            return PageWithErrors();
        }

        var readable = KeepOnlyUnreadable();
        switch (Decide(RequestState.None, new RequestNumber("", NumberOrigin.Counter)))
        {
            case Accepted<RequestEvent>(var events):
                await ForeseeAsync(RequestState.None.Evolve(events.Single()), cancellationToken);
                return readable ? Page() : PageWithErrors();
            case Refused<RequestEvent>(var reason):
                Refuse(reason);
                return PageWithErrors();
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>登记, and the case.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        RegisterAsync(Addresses.Case(Office.Code, CaseId), cancellationToken);

    /// <summary>保存并登记下一件: an empty form of the same way of arrival, which names the last one.</summary>
    public Task<IActionResult> OnPostNextAsync(CancellationToken cancellationToken) =>
        RegisterAsync(Addresses.NextRequest(Office.Code, CaseId, Form.Channel), cancellationToken);

    private async Task<IActionResult> RegisterAsync(string then, CancellationToken cancellationToken)
    {
        if (CaseId == Guid.Empty)
        {
            ModelState.AddModelError("", "页面不完整，请重新打开后再填。");
        }

        if (!IsWellFormed(Form, "Form"))
        {
            return PageWithErrors();
        }

        var act = ActOf(CaseId, desk.Clock.Now);
        switch (await desk.Requests.StartAsync(CaseId, act, number => Decide(RequestState.None, number), cancellationToken))
        {
            case Changed<RequestState, RequestEvent> { Repeated: true }:
                Banner = "这件申请已经登记过，没有重复登记。";
                return Redirect(Addresses.Case(Office.Code, CaseId));
            case Changed<RequestState, RequestEvent> changed:
                var row = CaseRow.From(new(Office.Code, CaseId), changed.Version, changed.State, Calendar);
                Banner = $"已登记，登记编号 {row.Number.Text}。答复期限：{DeadlineWords.Due(row.DueOn, row.Provisional)}{LateOf(row)}。";
                return Redirect(then);
            case NotChanged<RequestState, RequestEvent>(var reason, _):
                Refuse(reason);
                return PageWithErrors();
            default:
                throw new UnreachableException();
        }
    }

    private string LateOf(CaseRow row) => row.DueOn is { } due && due < Today ? $"，{DeadlineWords.Left(due, Calendar, Today)}" : "";

    private async Task ForeseeAsync(RequestState state, CancellationToken cancellationToken)
    {
        var key = new StreamKey(Office.Code, CaseId);
        (ForeseenState, ForeseenReceipt) = (state, state.Receipt);
        Foreseen = CaseRow.From(key, 1, state, Calendar);
        if (Form.ApplicantKind is not null)
        {
            var effects = await YearEffects.OfAsync(desk.Years, Office.Code, before: null, RequestFact.Of(state), Today.Year - 1, cancellationToken);
            MovedClosedYears = [.. effects.Where(year => year.IsClosed)];
        }

        if (!string.IsNullOrWhiteSpace(Form.ApplicantName))
        {
            var typed = await desk.Requests.LoadAsync(key, cancellationToken); // nothing is stored yet; its unsealer opens what was typed
            Hints = await hints.ReadAsync(key, state, typed.Unsealer.Open, Today, cancellationToken);
        }
    }

    private Decision<RequestEvent> Decide(RequestState state, RequestNumber number) => ReceiveRequest.Decide(
        state,
        new(
            number,
            Form.Channel!.Value,
            Form.Dates(),
            Form.ApplicantKind ?? ApplicantKind.NaturalPerson, // only a preview may come without
            Sealed.Text(Form.ApplicantName),
            Sealed.Text(Form.Contact),
            Sealed.Text(Form.Content),
            Form is { WrittenDownFor: true, Channel: Channel.InPerson }, // its box is shown for no other channel
            Sealed.Text(Form.IdentityNumber),
            Form.WantedForm,
            Sealed.Text(Form.WantedDelivery)),
        Calendar,
        Today);

    private void Refuse(Refusal reason)
    {
        var input = RefusalSentences.FieldOf(reason) is { } date ? ActInput<Input>.FieldOf(date) : null;
        ModelState.AddModelError(input ?? "", RefusalSentences.Of(reason));
    }

    public sealed class Input : ArrivalInput
    {
        [StringLength(SenderBlock.Longest, ErrorMessage = "粘贴的内容太长，只粘贴寄件人、电话和地址。")]
        public string? Pasted { get; set; }

        [Required(ErrorMessage = "请选择申请人类别。")]
        public ApplicantKind? ApplicantKind { get; set; }

        [Required(ErrorMessage = "请填写申请人姓名或者名称（条例第二十九条）。")]
        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        public string? ApplicantName { get; set; }

        [Required(ErrorMessage = "请填写联系方式（条例第二十九条）。")]
        [StringLength(InputLimits.Contact, ErrorMessage = InputLimits.ContactTooLong)]
        public string? Contact { get; set; }

        [Required(ErrorMessage = "请填写申请公开的内容（条例第二十九条）。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Content { get; set; }

        public bool WrittenDownFor { get; set; }

        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        public string? IdentityNumber { get; set; }

        public InformationForm? WantedForm { get; set; }

        [StringLength(InputLimits.Contact, ErrorMessage = InputLimits.ContactTooLong)]
        public string? WantedDelivery { get; set; }
    }
}
