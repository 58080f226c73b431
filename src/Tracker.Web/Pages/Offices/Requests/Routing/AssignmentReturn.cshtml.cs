using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Routing;

/// <summary>承办单位退回</summary>
[Needs(Right.Handle)]
public sealed class AssignmentReturnModel(CaseDesk desk) : CaseActPage<AssignmentReturnModel.Input>(desk)
{
    protected override string Done => "已登记退回。";

    protected override void Prefill() => Form.ReturnedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        ReturnCase.Decide(state, new(Form.ReturnedOn.GetValueOrDefault(), Sealed.Text(Form.Reason)), today);

    public sealed class Input
    {
        [About(FactDate.AssignmentReturn)]
        [Required(ErrorMessage = "请填写承办单位退回日期。")]
        public DateOnly? ReturnedOn { get; set; }

        [Required(ErrorMessage = "请写明退回的理由。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Reason { get; set; }
    }
}
