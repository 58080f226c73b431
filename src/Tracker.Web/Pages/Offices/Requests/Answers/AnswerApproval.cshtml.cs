using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Answers;

/// <summary>审批答复: request, draft, ground and days left on one page, to approve or to return.</summary>
[Needs(Right.Approve)]
public sealed class AnswerApprovalModel(CaseDesk desk) : CaseActPage<AnswerApprovalModel.Input>(desk), IOfApproval
{
    /// <summary>答复书应载明, as far as the draft says it.</summary>
    public ImmutableArray<string> Letter => AnswerShown.Of(Case, State, Opened).Letter;

    public string ReturnAddress => Addresses.AnswerReturn(Office.Code, Case.Id);

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
