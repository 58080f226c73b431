using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Receipts;

/// <summary>与申请人确认收到</summary>
[Needs(Right.Register)]
public sealed class ConfirmationModel(CaseDesk desk) : CaseActPage<ConfirmationModel.Input>(desk)
{
    protected override string Done => "已登记与申请人确认收到。";

    protected override void Prefill() => Form.ConfirmedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        ConfirmReceipt.Decide(state, new(Form.ConfirmedOn.GetValueOrDefault()), Calendar, today);

    public sealed class Input
    {
        [About(FactDate.Confirmed)]
        [Required(ErrorMessage = "请填写确认日期。")]
        public DateOnly? ConfirmedOn { get; set; }
    }
}
