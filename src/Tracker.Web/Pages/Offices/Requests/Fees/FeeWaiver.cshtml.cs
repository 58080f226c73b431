using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Fees;

/// <summary>减免</summary>
[Needs(Right.Handle)]
public sealed class FeeWaiverModel(CaseDesk desk) : CaseActPage<FeeWaiverModel.Input>(desk)
{
    protected override string Done => "已登记减免，办理期限重新计算。";

    protected override void Prefill() => Form.WaivedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        WaiveFee.Decide(state, new(Form.WaivedOn.GetValueOrDefault(), Sealed.Text(Form.Reason)), today);

    public sealed class Input
    {
        [About(FactDate.Waiver)]
        [Required(ErrorMessage = "请填写减免日期。")]
        public DateOnly? WaivedOn { get; set; }

        [Required(ErrorMessage = "请写明减免的理由。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Reason { get; set; }
    }
}
