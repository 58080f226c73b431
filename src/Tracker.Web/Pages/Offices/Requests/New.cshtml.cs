using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices.Requests;

/// <summary>
/// 登记: the form carries the new case's id, so a second post meets the case that is there and shows it.
/// </summary>
[Needs(Right.Register)]
public sealed class NewModel(RequestStore requests, Calendars calendars, LegalClock clock) : OfficePage, IOfArrival
{
    [BindProperty]
    public Guid CaseId { get; set; }

    [BindProperty]
    public Input Form { get; set; } = new();

    ArrivalInput IOfArrival.Form => Form;

    /// <summary>The case as it would be registered; none before a preview.</summary>
    public CaseRow? Foreseen { get; private set; }

    public Receipt? ForeseenReceipt { get; private set; }

    private WorkingCalendar Calendar => calendars.Of(Office.Code);

    public void OnGet()
    {
        CaseId = Guid.CreateVersion7();
        Form.FiledOn = clock.Today;
    }

    /// <summary>试算: shows the day of receipt and the due date by channel and dates alone, and saves nothing.</summary>
    public IActionResult OnPostPreview()
    {
        if (Form is not { Channel: not null, FiledOn: not null })
        {
            IsWellFormed(Form, "Form");
            return PageWithErrors();
        }

        ModelState.Clear(); // what else is still to be written does not matter yet

        var number = new RequestNumber("", NumberOrigin.Counter);
        switch (Decide(RequestState.None, number))
        {
            case Accepted<RequestEvent>(var events):
                var state = RequestState.None.Evolve(events.Single());
                Foreseen = CaseRow.From(new(Office.Code, CaseId), 1, state, Calendar);
                ForeseenReceipt = state.Receipt;
                return Page();
            case Refused<RequestEvent>(var reason):
                Refuse(reason);
                return PageWithErrors();
            default:
                throw new UnreachableException();
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (CaseId == Guid.Empty)
        {
            ModelState.AddModelError("", "页面不完整，请重新打开后再填。");
        }

        if (!IsWellFormed(Form, "Form"))
        {
            return PageWithErrors();
        }

        var act = ActOf(CaseId, clock.Now);
        switch (await requests.StartAsync(CaseId, act, number => Decide(RequestState.None, number), cancellationToken))
        {
            case Changed<RequestState, RequestEvent> { Repeated: true }:
                Banner = "这件申请已经登记过，没有重复登记。";
                return Redirect(Addresses.Case(Office.Code, CaseId));
            case Changed<RequestState, RequestEvent> changed:
                var row = CaseRow.From(new(Office.Code, CaseId), changed.Version, changed.State, Calendar);
                Banner = $"已登记，登记编号 {row.Number.Text}。答复期限：{DeadlineWords.Due(row.DueOn, row.Provisional)}。";
                return Redirect(Addresses.Case(Office.Code, CaseId));
            case NotChanged<RequestState, RequestEvent>(var reason, _):
                Refuse(reason);
                return PageWithErrors();
            default:
                throw new UnreachableException();
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
        clock.Today);

    private void Refuse(Refusal reason)
    {
        var input = RefusalSentences.FieldOf(reason) is { } date ? ActInput<Input>.FieldOf(date) : null;
        ModelState.AddModelError(input ?? "", RefusalSentences.Of(reason));
    }

    public sealed class Input : ArrivalInput
    {
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
