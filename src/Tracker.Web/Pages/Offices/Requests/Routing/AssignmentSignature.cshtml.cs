using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Routing;

/// <summary>承办单位签收</summary>
[Needs(Right.Handle)]
public sealed class AssignmentSignatureModel(CaseDesk desk) : CaseActPage<AssignmentSignatureModel.Input>(desk)
{
    protected override string Done => "已登记签收。";

    protected override void Prefill() => Form.SignedForOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        SignForCase.Decide(state, new(Form.SignedForOn.GetValueOrDefault()), today);

    public sealed class Input
    {
        [About(FactDate.AssignmentSignature)]
        [Required(ErrorMessage = "请填写承办单位签收日期。")]
        public DateOnly? SignedForOn { get; set; }
    }
}
