using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Reasons;

/// <summary>要求说明理由</summary>
[Needs(Right.Handle)]
public sealed class ReasonsDemandModel(CaseDesk desk) : CaseActPage<ReasonsDemandModel.Input>(desk)
{
    protected override string Done => "已登记要求说明理由。";

    protected override void Prefill() => Form.DemandedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        DemandReasons.Decide(state, new(Form.DemandedOn.GetValueOrDefault(), Sealed.Text(Form.Text)), today);

    public sealed class Input
    {
        [About(FactDate.ReasonsDemand)]
        [Required(ErrorMessage = "请填写要求说明理由日期。")]
        public DateOnly? DemandedOn { get; set; }

        [Required(ErrorMessage = "请写明要求申请人说明什么（条例第三十五条）。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Text { get; set; }
    }
}
