using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Corrections;

/// <summary>作废</summary>
[Needs(Right.Correct)]
public sealed class VoidingModel(CaseDesk desk, ReportingYearStore years) : CorrectionPage<VoidingModel.Input>(desk, years)
{
    protected override string Done => "已作废。";

    protected override void Prefill() => Form.VoidedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        VoidRequest.Decide(state, new(Form.VoidedOn.GetValueOrDefault(), Sealed.Text(Form.Reason)), today);

    public sealed class Input
    {
        [About(FactDate.Voiding)]
        [Required(ErrorMessage = "请填写作废日期。")]
        public DateOnly? VoidedOn { get; set; }

        [Required(ErrorMessage = "请写明作废的理由。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Reason { get; set; }
    }
}
