using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Fees;

/// <summary>缴费</summary>
[Needs(Right.Handle)]
public sealed class PaymentModel(CaseDesk desk) : CaseActPage<PaymentModel.Input>(desk)
{
    protected override string Done => "已登记缴费，办理期限重新计算。";

    protected override void Prefill() => Form.PaidOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        PayFee.Decide(state, new(Form.PaidOn.GetValueOrDefault()), today);

    public sealed class Input
    {
        [About(FactDate.Payment)]
        [Required(ErrorMessage = "请填写缴费日期。")]
        public DateOnly? PaidOn { get; set; }
    }
}
