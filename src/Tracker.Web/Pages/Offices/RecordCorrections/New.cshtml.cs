using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Tracker.Domain;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.RecordCorrections.Decisions;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.Web.Accounts;
using Tracker.Web.Pages.Offices.Requests;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices.RecordCorrections;

/// <summary>登记更正申请 (art 41): the form carries the new case's id, so a second post meets the case that is there and shows it.</summary>
[Needs(Right.Register)]
public sealed class NewModel(CorrectionDesk desk, AnsweredRequests answered, Calendars calendars) : OfficePage, IOfArrival
{
    [BindProperty]
    public Guid CaseId { get; set; }

    [BindProperty]
    public Input Form { get; set; } = new();

    ArrivalInput IOfArrival.Form => Form;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Form.ForgiveOtherChannels(ModelState);

    public void OnGet()
    {
        CaseId = Guid.CreateVersion7();
        Form.FiledOn = desk.Clock.Today;
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

        AnsweredRequest? about = null;
        if (Form.AboutNumber?.Trim() is { Length: > 0 } number)
        {
            (about, var whyNot) = await answered.FindAsync(Office.Code, number, cancellationToken);
            if (about is null)
            {
                ModelState.AddModelError("Form.AboutNumber", whyNot!);
                return PageWithErrors();
            }
        }

        var act = ActOf(CaseId, desk.Clock.Now);
        switch (await desk.Corrections.StartAsync(CaseId, act, place => Decide(place, about), cancellationToken))
        {
            case Changed<RecordCorrectionState, RecordCorrectionEvent> { Repeated: true }:
                Banner = "这件更正申请已经登记过，没有重复登记。";
                return Redirect(Addresses.RecordCorrection(Office.Code, CaseId));
            case Changed<RecordCorrectionState, RecordCorrectionEvent> changed:
                Banner = $"已登记，登记编号 {changed.State.Registration!.Number}。";
                return Redirect(Addresses.RecordCorrection(Office.Code, CaseId));
            case NotChanged<RecordCorrectionState, RecordCorrectionEvent>(var reason, _):
                Refuse(reason);
                return PageWithErrors();
            case NoSuchStream<RecordCorrectionState, RecordCorrectionEvent>:
                ModelState.AddModelError("", "页面不完整，请重新打开后再填。"); // something else stands under the id it carried
                return PageWithErrors();
            default:
                throw new UnreachableException();
        }
    }

    private Decision<RecordCorrectionEvent> Decide(string number, AnsweredRequest? about) => ReceiveRecordCorrection.Decide(
        RecordCorrectionState.None,
        new(
            number,
            Form.Channel!.Value,
            Form.Dates(),
            Form.ApplicantKind!.Value,
            Sealed.Text(Form.ApplicantName),
            Sealed.Text(Form.Contact),
            Sealed.Text(Form.Record),
            Sealed.Text(Form.ShouldSay),
            Sealed.Text(Form.Evidence),
            about),
        calendars.Of(Office.Code),
        desk.Clock.Today);

    private void Refuse(Refusal reason)
    {
        var input = reason is AboutUnansweredRequest ? "Form.AboutNumber"
            : RefusalSentences.FieldOf(reason) is { } date ? ActInput<Input>.FieldOf(date)
            : null;
        ModelState.AddModelError(input ?? "", RefusalSentences.Of(reason));
    }

    public sealed class Input : ArrivalInput
    {
        [Required(ErrorMessage = "请选择申请人类别。")]
        public ApplicantKind? ApplicantKind { get; set; }

        [Required(ErrorMessage = "请填写申请人姓名或者名称。")]
        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        public string? ApplicantName { get; set; }

        [Required(ErrorMessage = "请填写联系方式。")]
        [StringLength(InputLimits.Contact, ErrorMessage = InputLimits.ContactTooLong)]
        public string? Contact { get; set; }

        [Required(ErrorMessage = "请写明认为不准确的记录（条例第四十一条）。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Record { get; set; }

        [Required(ErrorMessage = "请写明要求更正为什么内容。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? ShouldSay { get; set; }

        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Evidence { get; set; }

        [DocumentNumber]
        public string? AboutNumber { get; set; }
    }
}
