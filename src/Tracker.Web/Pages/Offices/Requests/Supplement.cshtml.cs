using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests;

/// <summary>收到补正</summary>
[Needs(Right.Handle)]
public sealed class SupplementModel(CaseDesk desk) : CaseActPage(desk)
{
    [BindProperty]
    public Input Form { get; set; } = new();

    protected override string Done => "已登记收到补正，办理期限重新计算。";

    protected override object Typed => Form;

    protected override bool CanForesee => Form.ReceivedOn is not null;

    protected override void Prefill() => Form.ReceivedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        ReceiveSupplement.Decide(state, new(Form.ReceivedOn!.Value, Sealed.Text(Form.Supplement)), today);

    protected override string? InputOf(FactDate about) => about == FactDate.Supplement ? "Form.ReceivedOn" : null;

    public sealed class Input
    {
        [Required(ErrorMessage = "请填写收到补正日期。")]
        public DateOnly? ReceivedOn { get; set; }

        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Supplement { get; set; }
    }
}
