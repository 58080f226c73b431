using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests;

/// <summary>撤回</summary>
[Needs(Right.Handle)]
public sealed class WithdrawalModel(CaseDesk desk) : CaseActPage(desk)
{
    [BindProperty]
    public Input Form { get; set; } = new();

    protected override string Done => "已登记申请人撤回，申请办结。";

    protected override object Typed => Form;

    protected override bool CanForesee => Form.WithdrawnOn is not null;

    protected override void Prefill() => Form.WithdrawnOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        WithdrawRequest.Decide(state, new(Form.WithdrawnOn!.Value, DocumentNumber: null, Sealed.Text(Form.Statement)), today);

    protected override string? InputOf(FactDate about) => about == FactDate.Withdrawal ? "Form.WithdrawnOn" : null;

    public sealed class Input
    {
        [Required(ErrorMessage = "请填写撤回日期。")]
        public DateOnly? WithdrawnOn { get; set; }

        [Required(ErrorMessage = "请写明申请人书面撤回的情况。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Statement { get; set; }
    }
}
