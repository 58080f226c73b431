using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Applicants;

/// <summary>变更形式要求</summary>
[Needs(Right.Register)]
public sealed class WantedFormModel(CaseDesk desk) : CaseActPage<WantedFormModel.Input>(desk)
{
    protected override string Done => "已登记形式要求。";

    protected override void Prefill() => Form.ToldOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        ChangeWantedForm.Decide(
            state, new(Form.ToldOn.GetValueOrDefault(), Form.Form.GetValueOrDefault(), Sealed.Text(Form.Delivery)), today);

    public sealed class Input
    {
        [About(FactDate.WantedForm)]
        [Required(ErrorMessage = "请填写申请人提出日期。")]
        public DateOnly? ToldOn { get; set; }

        [Required(ErrorMessage = "请选择要求的形式。")]
        public InformationForm? Form { get; set; }

        [StringLength(InputLimits.Contact, ErrorMessage = InputLimits.ContactTooLong)]
        public string? Delivery { get; set; }
    }
}
