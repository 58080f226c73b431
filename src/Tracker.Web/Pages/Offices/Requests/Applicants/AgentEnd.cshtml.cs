using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Applicants;

/// <summary>代理终止</summary>
[Needs(Right.Register)]
public sealed class AgentEndModel(CaseDesk desk) : CaseActPage<AgentEndModel.Input>(desk)
{
    protected override string Done => "已登记代理终止。";

    protected override void Prefill() => Form.EndedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        EndAgency.Decide(state, new(Form.EndedOn.GetValueOrDefault()), today);

    public sealed class Input
    {
        [About(FactDate.AgentEnd)]
        [Required(ErrorMessage = "请填写代理终止日期。")]
        public DateOnly? EndedOn { get; set; }
    }
}
