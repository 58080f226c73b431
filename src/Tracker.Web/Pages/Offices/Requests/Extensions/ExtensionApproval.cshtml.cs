using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Extensions;

/// <summary>审批延期: to approve or to return.</summary>
[Needs(Right.Approve)]
public sealed class ExtensionApprovalModel(CaseDesk desk) : CaseActPage<ExtensionApprovalModel.Input>(desk), IOfApproval
{
    public string ReturnAddress => Addresses.ExtensionReturn(Office.Code, Case.Id);

    protected override string Done => "已登记批准延期。";

    protected override void Prefill() => Form.ApprovedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        ApproveExtension.Decide(state, new(Form.ApprovedOn.GetValueOrDefault(), Form.NotifiedOn), today);

    public sealed class Input
    {
        [About(FactDate.Extension)]
        [Required(ErrorMessage = "请填写延期批准日期。")]
        public DateOnly? ApprovedOn { get; set; }

        [About(FactDate.ExtensionNotice)]
        public DateOnly? NotifiedOn { get; set; }
    }
}
