using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Reopenings;

/// <summary>恢复办理</summary>
[Needs(Right.Correct)]
public sealed class ResumptionModel(CaseDesk desk) : CaseActPage<ResumptionModel.Input>(desk)
{
    protected override string Done => "已恢复办理。";

    protected override void Prefill() => Form.ResumedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        ResumeHandling.Decide(state, new(Form.ResumedOn.GetValueOrDefault(), Sealed.Text(Form.Reason)), today);

    public sealed class Input
    {
        [About(FactDate.Reopening)]
        [Required(ErrorMessage = "请填写恢复办理的日期。")]
        public DateOnly? ResumedOn { get; set; }

        [Required(ErrorMessage = "请写明恢复办理的理由。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Reason { get; set; }
    }
}
