using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Answers;

/// <summary>审批通过</summary>
[Needs(Right.Approve)]
public sealed class AnswerApprovalModel(CaseDesk desk) : CaseActPage<AnswerApprovalModel.Input>(desk)
{
    protected override string Done => "已登记审批通过。";

    protected override void Prefill() => Form.ApprovedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        ApproveAnswer.Decide(state, new(Form.ApprovedOn.GetValueOrDefault()), today);

    public sealed class Input
    {
        [About(FactDate.AnswerApproval)]
        [Required(ErrorMessage = "请填写审批日期。")]
        public DateOnly? ApprovedOn { get; set; }
    }
}
